"""The report as one thing: what it lacks, what it says, and the document it is on the page, in print and in Word."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.documents import wording
from goldenthread.documents.blocks import Block, List, Note, Paragraph
from goldenthread.documents.blocks import Facts as FactBlock
from goldenthread.documents.blocks import Heading as HeadingBlock
from goldenthread.documents.model import Document
from goldenthread.organisations.duties import has_duty
from goldenthread.organisations.models import Organisation

from .facts import Facts
from .headings import DUTY, HEADINGS, Heading, headings_for
from .models import InformationReport

Contents = dict[str, Any]


def missing(setting: Organisation, texts: dict[str, str], facts: Facts) -> list[Heading]:
    """The headings asked of this school under which nothing would stand yet."""
    return [
        heading
        for heading in headings_for(setting.setting_type)
        if not texts.get(heading.key) and not (heading.facts_do and facts.said.get(heading.key))
    ]


def contents_of(
    setting: Organisation, report: InformationReport, facts: Facts, before: Contents | None, on: date
) -> Contents:
    """What the report says on this day, as its table keeps it. before: the contents of the last one published.

    duty: whether the law asks it of this kind of setting; others may publish one all the same.
    """
    parts = [
        {
            "key": heading.key, "title": str(heading.title), "text": report.texts.get(heading.key, ""),
            "facts": facts.said.get(heading.key, []),
        }
        for heading in HEADINGS.values()
        if heading.asked_of(setting.setting_type) or report.texts.get(heading.key)
    ]  # fmt: skip
    return {
        "setting": setting.name, "duty": has_duty(setting.setting_type, DUTY), "number": report.number, "parts": parts, "links": [list(link) for link in facts.links],
        "what_changed": report.what_changed, "changed": changed_since(before, parts), "facts_on": on.isoformat(),
        "published_on": "", "review_by": "", "approved_by": "", "before_on": before["published_on"] if before else "",
    }  # fmt: skip


def changed_since(before: Contents | None, parts: Iterable[dict[str, Any]]) -> list[str]:
    """Titles of the parts whose words or facts are other than in the last one; nothing for a first report."""
    if before is None:
        return []
    was = {part["key"]: (part["text"], part["facts"]) for part in before["parts"]}
    return [part["title"] for part in parts if was.get(part["key"]) != (part["text"], part["facts"])]


def document_of(contents: Contents) -> Document:
    """contents: as contents_of made them; without a day of publication it is the preview of a draft."""
    published = contents["published_on"]
    return Document(
        kind=_("SEN information report"),
        title=_("SEN information report: %(setting)s") % contents,
        reference=_("Report %(number)s") % contents,
        recipient=_("For everybody"),
        written_on=date.fromisoformat(published or contents["facts_on"]),
        blocks=(*_opening(contents), *_changes(contents), *_parts(contents)),
    )


def _opening(contents: Contents) -> Iterable[Block]:
    if not contents["published_on"]:
        yield Note.of(_("This is a draft. Nobody outside the school can read it."), title=_("Not published yet"))
    said = _("How this school finds out who needs help with learning, what help it gives, and whom to ask.")
    if contents.get("duty"):
        said += " " + _(
            "The law asks state-funded schools for this report: Children and Families Act 2014 s.69 and SI 2014/1530"
            " reg 51."
        )
    yield Paragraph.of(said)
    facts = [(_("Facts from the school's records, as on"), _day(contents["facts_on"]))]
    if contents["published_on"]:
        facts = [
            (_("Published"), _day(contents["published_on"])), (_("Approved by"), contents["approved_by"]),
            (_("To be looked at again by"), _day(contents["review_by"])), *facts,
        ]  # fmt: skip
    yield FactBlock.of(*facts)


def _changes(contents: Contents) -> Iterable[Block]:
    if not contents["before_on"]:
        return
    yield HeadingBlock(2, _("What has changed since the last report"))
    yield Paragraph.of(_("The last report was published on %s.") % _day(contents["before_on"]))
    if contents["what_changed"]:
        yield from _paragraphs(contents["what_changed"])
    if contents["changed"]:
        yield Paragraph.of(_("These parts say something new:"))
        yield List.of(*contents["changed"])
    else:
        yield Paragraph.of(_("Every part was looked at, and all of it still holds."))


def _parts(contents: Contents) -> Iterable[Block]:
    for part in contents["parts"]:
        yield HeadingBlock(2, part["title"])
        if part["facts"]:
            yield List.of(*part["facts"])
        yield from _paragraphs(part["text"])
        if not part["facts"] and not part["text"]:
            yield Paragraph.of(_("Nothing is written here yet."))


def _paragraphs(text: str) -> Iterable[Block]:
    """Paragraphs where a line is empty; lines that begin with a dash or a bullet become a list."""
    for piece in (piece.strip() for piece in text.replace("\r\n", "\n").split("\n\n")):
        lines = [line.strip() for line in piece.split("\n") if line.strip()]
        if lines and all(line[:2] in ("- ", "* ", "• ") for line in lines):
            yield List.of(*(line[2:].strip() for line in lines if line[2:].strip()))
        elif piece:
            yield Paragraph.of(piece)


def _day(text: str) -> str:
    return wording.day(date.fromisoformat(text))
