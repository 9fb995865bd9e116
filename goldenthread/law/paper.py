"""The answer as one document, for PDF and Word: the same words as the page, and nothing about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from goldenthread.documents.blocks import Block, Facts, Heading, List, Note, Paragraph, Runs, runs, strong
from goldenthread.documents.model import Document
from goldenthread.documents.wording import day

from .remedies import Remedy
from .shown import Duty, Shown
from .timeline import LAW_VERSION


def on_paper(shown: Shown, today: date) -> Document:
    return Document(
        kind=_("When should I hear?"),
        title=_("When should I hear?"),
        reference=_("Law as stated on %(day)s") % {"day": day(LAW_VERSION)},
        recipient=_("For whoever asked"),
        written_on=today,
        blocks=tuple(_blocks(shown)),
    )


def _blocks(shown: Shown) -> Iterator[Block]:
    yield Heading(2, shown.title)
    yield Facts.of(*((one.question, one.answer) for one in shown.told))
    yield from (Note.of(note) for note in shown.notes)
    yield from _dates(shown)
    yield from _delay(shown)
    yield Heading(2, _("If it is late"))
    yield List.of(*(runs(strong(f"{one.title}. "), str(one.words), _cited(one)) for one in shown.remedies))
    yield Heading(2, _("How we worked this out"))
    for duty in shown.dated:
        yield Paragraph.of(strong(f"{duty.words} "), " ".join(duty.steps))


def _dates(shown: Shown) -> Iterator[Block]:
    if shown.dated or shown.undated:
        yield Heading(2, _("The dates"))
        yield List.of(*(_line(duty) for duty in (*shown.dated, *shown.undated)))
    if shown.missing:
        yield Heading(2, _("What we could not work out"))
        yield List.of(*(f"{one.what} {'; '.join(one.duties)}." for one in shown.missing))


def _line(duty: Duty) -> Runs:
    safer = _("To be safe, plan for %(day)s.") % {"day": day(duty.plan_for)} if duty.plan_for else ""
    said = " ".join(part for part in (safer, duty.check) if part)
    return runs(strong(duty.words), f" {duty.source}: {duty.citation}.{' ' if said else ''}{said}")


def _delay(shown: Shown) -> Iterator[Block]:
    if not shown.lists and not shown.without_excuse:
        return
    yield Heading(2, _("What may lawfully excuse delay"))
    for one in shown.lists:
        yield Paragraph.of(f"{one.words} ({one.citation}):")
        yield List.of(*map(str, one.points))
    if not shown.lists:
        yield Paragraph.of(_("The law gives no excuse that lifts these dates."))
    if shown.never:
        yield Heading(2, _("What does not excuse delay"))
        yield List.of(*shown.never)


def _cited(one: Remedy) -> str:
    """Where it is written, guidance never as law."""
    if not one.citation:
        return ""
    return f" ({_('Law') if one.law else _('Guidance')}: {one.citation})"
