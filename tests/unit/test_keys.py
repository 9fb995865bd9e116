"""Keys sort as their rows were made, also when many are made in one moment or the clock goes back."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from uuid import RFC_4122

from goldenthread import keys
from goldenthread.keys import new_key


def test_keys_made_one_after_another_sort_in_that_order():
    made = [new_key() for _ in range(20_000)]

    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_clock_that_stands_still_or_goes_back_does_not_turn_the_order_round(monkeypatch):
    now = time.time_ns()
    before = new_key()
    clock = iter([now, now, now - 3_600_000_000_000])
    monkeypatch.setattr(keys, "time", SimpleNamespace(time_ns=lambda: next(clock)))

    made = [before, new_key(), new_key(), new_key()]

    assert made == sorted(made)


def test_several_threads_never_make_the_same_moment():
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: new_key(), range(4_000)))

    assert len({key.int >> 64 for key in made}) == len(made)


def test_a_key_is_of_version_7_tells_its_millisecond_and_keeps_the_rest_to_itself(monkeypatch):
    monkeypatch.setattr(keys, "_last", 0)  # another test may have travelled into the future
    before = time.time_ns() // 1_000_000
    one, other = new_key(), new_key()

    assert (one.version, one.variant) == (7, RFC_4122)
    assert before <= one.int >> 80 <= before + 60_000
    assert one.int & (2**62 - 1) != other.int & (2**62 - 1)
