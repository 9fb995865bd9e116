"""The shape of what can have happened, and of the days that are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class OtherDay:
    """The day of another event of the same case, which may not be known. Its event is its key in the address.

    later: it comes on or after the first day that is asked for; otherwise on or before it.
    """

    event: str
    text: Text
    hint: Text = ""
    if_unknown: Text = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """One thing that can have happened, as a parent would say it.

    event: its key in the address, a name of sendlaw's. starts: the events that this one day stands for, where they are
    not that one alone (a letter that refuses an assessment is also the notice of a decision).
    asks: the names of the questions that matter for it (`questions`), in order.
    """

    event: str
    title: Text
    when: Text
    hint: Text = ""
    starts: tuple[str, ...] = ()
    other_days: tuple[OtherDay, ...] = ()
    asks: tuple[str, ...] = ()
    birth: bool = False

    @property
    def events(self) -> tuple[str, ...]:
        return self.starts or (self.event,)


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the life of a case: the first choice on the first page."""

    code: str
    title: Text
    hint: Text
    beginnings: tuple[Beginning, ...]
