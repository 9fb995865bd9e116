"""Small numbers are kept back so that nobody can work them out, tried by brute force over every possible list."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from goldenthread.children.suppression import SMALL, suppressed


def shown(**numbers: int) -> tuple[dict[str, int | None], int | None]:
    found = suppressed({"only": numbers})["only"]
    return found.numbers, found.total


def test_large_numbers_and_noughts_are_shown_as_they_are():
    assert shown(a=6, b=20, c=0) == ({"a": 6, "b": 20, "c": 0}, 26)


@pytest.mark.parametrize("small", range(1, SMALL))
def test_one_small_number_takes_the_next_smallest_with_it(small):
    assert shown(a=small, b=30, c=9) == ({"a": None, "b": 30, "c": None}, small + 39)


def test_small_numbers_that_could_only_be_ones_take_another_with_them():
    assert shown(a=1, b=1, c=8, d=9) == ({"a": None, "b": None, "c": None, "d": 9}, 19)


def test_a_list_that_nothing_can_make_safe_is_kept_back_with_its_total():
    assert shown(a=1, b=1, c=1, d=1, e=1, f=1) == (dict.fromkeys("abcdef"), None)
    assert shown(a=3, b=2, c=0) == ({"a": None, "b": None, "c": None}, None)


def test_one_list_that_cannot_be_shown_keeps_back_the_others_that_count_the_same_children():
    found = suppressed({"status": {"K": 7}, "year": dict.fromkeys("1234567", 1)})

    assert [(each.numbers, each.total) for each in found.values()] == [
        ({"K": None}, None), (dict.fromkeys("1234567"), None),
    ]  # fmt: skip


def test_lists_of_different_children_are_a_mistake_of_ours():
    with pytest.raises(ValueError, match="do not count the same children"):
        suppressed({"status": {"K": 7}, "year": {"4": 8}})


def test_nobody_on_the_register_is_shown_as_nought():
    assert shown(a=0, b=0) == ({"a": 0, "b": 0}, 0)


@pytest.mark.parametrize(("cells", "largest"), [(1, 40), (2, 20), (3, 14), (4, 9)])
def test_whoever_knows_the_rule_still_cannot_tell_a_number_that_is_kept_back(cells, largest):
    """Every list of so many numbers, grouped by what is published of it: none that is hidden has only one value."""
    names = "abcd"[:cells]
    possible = defaultdict(list)
    for values in product(range(largest + 1), repeat=cells):
        numbers, total = shown(**dict(zip(names, values, strict=True)))
        possible[tuple(numbers.values()), total].append(values)

    told = [
        (published, position)
        for (published, total), lists in possible.items()
        for position, number in enumerate(published)
        if number is None and len({values[position] for values in lists}) < 2 and _whole(total, lists, largest)
    ]

    assert told == []


def _whole(total: int | None, lists: list[tuple[int, ...]], largest: int) -> bool:
    """Whether the brute force has seen every list with this total, not cut off at the largest number tried."""
    return total is None or total <= largest or all(max(values) < largest for values in lists)


@pytest.mark.parametrize(("cells", "largest"), [(2, 12), (3, 9)])
def test_two_lists_of_the_same_children_tell_no_more_together(cells, largest):
    """As above, with a second list that divides the same children in another way."""
    names = "abc"[:cells]
    by_total = defaultdict(list)
    for values in product(range(largest + 1), repeat=cells):
        by_total[sum(values)].append(values)
    possible = defaultdict(list)
    for total, lists in by_total.items():
        if total > largest:
            continue
        for first, second in product(lists, lists):
            found = suppressed(
                {"one": dict(zip(names, first, strict=True)), "two": dict(zip(names, second, strict=True))}
            )
            key = tuple(tuple(each.numbers.values()) for each in found.values()), found["one"].total
            possible[key].append((first, second))

    told = [
        (published, which, position)
        for (published, _total), pairs in possible.items()
        for which in (0, 1)
        for position, number in enumerate(published[which])
        if number is None and len({pair[which][position] for pair in pairs}) < 2
    ]

    assert told == []
