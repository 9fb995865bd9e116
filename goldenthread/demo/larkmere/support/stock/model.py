"""The shape of the stock of sentences for one type of need."""

from typing import NamedTuple

from goldenthread.demo.larkmere.support.script import Gauge


class DoseStock(NamedTuple):
    """A dose as it may be promised. Timed ones have minutes and times a week."""

    code: str
    what: str
    expertise: str
    minutes: int = 0
    times: int = 0
    group_size: int = 0
    place: str = ""
    kept: tuple[str, ...] = ("It works and is part of the week now.",)
    changed: tuple[str, ...] = ("Some effect; the time of day did not suit.",)


class Strand(NamedTuple):
    """Something that can be taught and measured, for an age range."""

    area: str
    gauge: Gauge
    years: tuple[int, int]  # year groups, Reception is 0
    start: tuple[int, int]  # where children begin
    gain: float  # what a good cycle adds (or, for "down", takes away)
    target: str  # may use {base}, {aim}, {due}
    met: tuple[str, ...]
    partly: tuple[str, ...]
    not_yet: tuple[str, ...]
    doses: tuple[DoseStock, ...]


class NeedStock(NamedTuple):
    """All sentences for one type of need."""

    strands: tuple[Strand, ...]
    parent_worries: tuple[str, ...]
    teacher_worries: tuple[str, ...]
    tried: tuple[str, ...]
    reasons: tuple[str, ...]
    child_younger: tuple[str, ...]
    child_older: tuple[str, ...]
    parent: tuple[str, ...]
    teacher: tuple[str, ...]
    adviser: str  # slug of the cast
    professional: tuple[str, ...]
    helps: tuple[str, ...]
    hinders: tuple[str, ...]
    communicates: tuple[str, ...]
