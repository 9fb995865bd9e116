"""The short forms: send, moderate, archive, claim, report, invite, begin a new entry, small changes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from goldenthread.access.roles import ROLES
from goldenthread.design_system.forms import (
    ConfirmField,
    EmailField,
    Form,
    LongTextField,
    RadiosField,
    SelectField,
    SplitDateField,
    TelephoneField,
    TextField,
)
from goldenthread.keys import new_key
from goldenthread.people.actions.platform import PROVIDER_ROLES

from ...models import ServiceStatus
from ...versions import Contents
from ..models import Topic
from ..receiving import LONGEST
from .base import EntryForm, blank_part
from .fields import OrganisationField, PostcodeField
from .where_and_when import SCHEDULES


class SendForm(Form):
    """What goes with a change: why, and that it is true."""

    why = LongTextField(
        label=_("What did you change, and why? (optional)"), rows=2, required=False, max_characters=500,
        hint=_("The moderator reads it. It is never public."),
    )  # fmt: skip
    true_today = ConfirmField(label=_("I have read all of it again, and it is true today"))


class ReasonForm(Form):
    reason = LongTextField(label=_("Why?"), rows=4, max_characters=2000, required_message=_("Say why"))


class SendBackForm(ReasonForm):
    reason = LongTextField(
        label=_("What should be changed?"), hint=_("The provider reads this. Say it so that they can do it."), rows=5,
        max_characters=2000, required_message=_("Say what should be changed"),
    )  # fmt: skip


class RejectForm(ReasonForm):
    reason = LongTextField(
        label=_("Why is it not taken?"), hint=_("The provider reads this."), rows=5, max_characters=2000,
        required_message=_("Say why it is not taken"),
    )  # fmt: skip


class RestoreForm(Form):
    why = LongTextField(
        label=_("Why?"), rows=3, max_characters=500, required_message=_("Say why you restore it"),
        hint=_("It is kept with the version."),
    )  # fmt: skip


class SmallForm(EntryForm):
    """Opening times, a notice, closed for a time: what changes from week to week."""

    fields_of_entry = ("alert", "alert_until")
    part = "schedules"
    rows_class = SCHEDULES

    closed = RadiosField(
        label=_("Is it open?"), inline=True,
        choices=[("no", _("Yes")), ("yes", _("Closed for a time"))],
    )  # fmt: skip
    alert = TextField(
        label=_("Notice above the entry (optional)"), max_length=300, required=False,
        hint=_("For example, closed on 24 December. Leave it empty for none."),
    )  # fmt: skip
    alert_until = SplitDateField(label=_("Show the notice until (optional)"), required=False, must_be="future_or_today")

    def initial_of(self, contents: Contents) -> dict[str, Any]:
        closed = contents["service"]["status"] == ServiceStatus.TEMPORARILY_CLOSED
        return super().initial_of(contents) | {"closed": "yes" if closed else "no"}

    def values(self) -> dict[str, Any]:
        status = self.contents["service"]["status"]
        if self.cleaned_data["closed"] == "yes":
            status = ServiceStatus.TEMPORARILY_CLOSED.value
        elif status == ServiceStatus.TEMPORARILY_CLOSED:
            status = ServiceStatus.ACTIVE.value
        return super().values() | {"status": status}


class NewEntryForm(Form):
    """Enough to look whether it is here already. own: the provider's own organisations; None for staff, who write a
    name or a new organisation. sure: asked once something alike was found."""

    name = TextField(label=_("Name of what you offer"), max_length=100, min_length=2)
    own_organisation = SelectField(label=_("Whose is it?"), choices=())
    whose = RadiosField(
        label=_("Whose is it?"), choices=[("here", _("An organisation that is here")), ("new", _("A new organisation"))],
        reveals={"here": "organisation", "new": "new_name"},
    )  # fmt: skip
    organisation = OrganisationField(label=_("Which?"), hint=_("Its name, a part of it, or its URN."))
    new_name = TextField(label=_("Name of the organisation"), max_length=200)
    new_description = LongTextField(
        label=_("What is it? (for a new organisation)"), rows=2, required=False, max_characters=1000,
        hint=_("One or two sentences. Everybody can read them."),
    )  # fmt: skip
    postcode = PostcodeField(label=_("Postcode of the place (optional)"))
    phone = TelephoneField(
        label=_("Telephone number that people may see (optional)"), max_length=40, required=False, autocomplete="off"
    )
    sure = ConfirmField(label=_("I have looked, and it is something else"), required=False)

    def __init__(
        self, data: Any = None, *, own: list[tuple[str, str]] | None, alike: bool = False, **rest: Any
    ) -> None:
        super().__init__(data, **rest)
        if own is None:
            del self.fields["own_organisation"]
        else:
            for name in ("whose", "organisation", "new_name", "new_description"):
                del self.fields[name]
            more = [("", _now("Choose one")), *own] if len(own) != 1 else own
            self.fields["own_organisation"].choices = more  # type: ignore[attr-defined]
        if not alike:
            del self.fields["sure"]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("whose") == "new" and not answers.get("new_description"):
            self.add_error("new_description", _now("Say in a sentence what the organisation is"))
        return answers

    def parts(self) -> dict[str, Any]:
        """The place and the contact that the entry begins with."""
        said, found = self.cleaned_data, {}
        if said["postcode"]:
            found["places"] = [blank_part("places") | {"id": str(new_key()), "postcode": said["postcode"]}]
        if said["phone"]:
            found["contacts"] = [blank_part("contacts") | {"id": str(new_key()), "phone": said["phone"]}]
        return found


class ClaimForm(Form):
    """Who says that an entry is theirs."""

    name = TextField(label=_("Your name"), max_length=200, autocomplete="name")
    job_title = TextField(
        label=_("What do you do there?"), max_length=120, hint=_("For example, manager or secretary.")
    )
    email = EmailField(
        label=_("Your e-mail address there"), max_length=254,
        hint=_("We send a code to it. One of your organisation's own addresses is checked soonest."),
    )  # fmt: skip
    words = LongTextField(
        label=_("How can we check that it is yours? (optional)"), rows=3, required=False, max_characters=1000,
        hint=_("For example, a telephone number on your own web page."),
    )  # fmt: skip


class CodeForm(Form):
    """The code of a mail, typed: an address with a code in it would stand in logs."""

    code = TextField(
        label=_("The code in the e-mail"), max_length=40, width=20, autocomplete="one-time-code", spellcheck=False,
        hint=_("For example, QK7M-4RTX-P9WD. Small letters and spaces do not matter."),
    )  # fmt: skip


class InvitationAnswerForm(CodeForm):
    answer = RadiosField(
        label=_("Do you want to work on these entries?"), choices=[("yes", _("Yes")), ("no", _("No, thanks"))],
        required_message=_("Say yes or no"),
    )  # fmt: skip


class GrantForm(Form):
    """What was checked. organisation: asked when the entry has none."""

    organisation = OrganisationField(
        label=_("Whose entry is it?"), hint=_("The organisation's name, a part of it, or its URN.")
    )
    reason = LongTextField(
        label=_("What did you check?"), rows=3, max_characters=1000, required_message=_("Say what you checked"),
        hint=_("For example, rang the number on the charity register and spoke to the manager."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, has_organisation: bool, **rest: Any) -> None:
        super().__init__(data, **rest)
        if has_organisation:
            del self.fields["organisation"]


class ReportForm(Form):
    topic = RadiosField(label=_("What is wrong?"), choices=Topic.choices, required_message=_("Choose what is wrong"))
    words = LongTextField(
        label=_("Tell us more"), rows=5, max_characters=LONGEST, required_message=_("Write what is wrong"),
        hint=_("Please do not name anybody, and say nothing about one child."),
    )  # fmt: skip
    email = EmailField(
        label=_("Your e-mail address, if you want to hear what came of it (optional)"), required=False, max_length=254,
        hint=_("Only the Local Offer's officers see it. It is deleted when we have answered."),
    )  # fmt: skip


class CloseReportForm(ReasonForm):
    outcome = RadiosField(
        label=_("What came of it?"), choices=[("mended", _("It was wrong, and is put right")), ("nothing", _("There is nothing to change"))],
        required_message=_("Choose what came of it"),
    )  # fmt: skip
    reason = LongTextField(
        label=_("What did you do?"), rows=3, max_characters=1000, required_message=_("Say what you did"),
        hint=_("Colleagues read this. It is not sent to whoever told us."),
    )  # fmt: skip
    field_order = ("outcome", "reason")


class InvitePersonForm(Form):
    name = TextField(label=_("Full name"), max_length=200)
    email = EmailField(label=_("Work e-mail address"), autocomplete="off", max_length=254)
    job_title = TextField(label=_("Job title (optional)"), required=False, max_length=120)
    role = RadiosField(
        label=_("What may they do?"), choices=[(key, ROLES[key].name) for key in PROVIDER_ROLES],
        hints={key: ROLES[key].sentence for key in PROVIDER_ROLES},
    )  # fmt: skip
