"""The sections of an entry's form, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer

from ..versions import Contents
from .forms.about import AboutForm, CostForm, StartForm, WhoForm
from .forms.answers import AnswersForm
from .forms.base import EntryForm
from .forms.office import OfficeForm
from .forms.where_and_when import ContactForm, EventsForm, WhenForm, WhereForm
from .naming import field_name, value_words
from .permissions import OFFER_ENTRY_MODERATE


@dataclass(frozen=True)
class Section:
    """key: stands in its address; parts: the kinds of part it changes; staff_only: not for providers."""

    key: str
    title: str | Promise
    form: type[EntryForm]
    parts: tuple[str, ...] = ()
    staff_only: bool = False

    def asks_for(self, name: str) -> bool:
        """Whether this section asks for a field, or a kind of part, that the entry lacks."""
        return name in self.form.fields_of_entry or name in self.parts


SECTIONS_OF_AN_ENTRY = (
    Section("about", _("Name and what it is"), AboutForm),
    Section("who", _("Who it is for"), WhoForm),
    Section("start", _("How to start"), StartForm),
    Section("cost", _("Cost"), CostForm, ("costs",)),
    Section("when", _("When it is open"), WhenForm, ("schedules",)),
    Section("events", _("Events"), EventsForm, ("events",)),
    Section("where", _("Where it is"), WhereForm, ("places", "areas")),
    Section("contact", _("How to get in touch"), ContactForm, ("contacts",)),
    Section("answers", _("What you say about SEND"), AnswersForm, ("answers",)),
    Section("office", _("For the Local Offer's staff"), OfficeForm, ("bodies",), staff_only=True),
)


def sections_for(viewer: Viewer) -> tuple[Section, ...]:
    """The sections that this viewer may change."""
    staff = viewer.has(OFFER_ENTRY_MODERATE.name)
    return tuple(section for section in SECTIONS_OF_AN_ENTRY if staff or not section.staff_only)


def words_of(section: Section, contents: Contents) -> dict[str, str]:
    """What a section says, under the names readers know: shown to whoever saves late, and compared to find them."""
    found = {
        field_name("service", name): value_words(name, contents["service"].get(name))
        for name in section.form.fields_of_entry
    }
    return found | {field_name("", part): "\n".join(row_words(part, contents)) for part in section.parts}


def row_words(part: str, contents: Contents) -> list[str]:
    """Each row of a kind of part on one line."""
    return [
        "; ".join(
            f"{field_name(part, name)}: {value_words(name, value)}"
            for name, value in row.items()
            if name not in ("id", "number", "latitude", "longitude") and value not in (None, "", [], False)
        )
        for row in contents.get(part, [])
    ]
