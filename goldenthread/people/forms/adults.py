"""Grown-ups of a child: who they are, what authority they hold, how to reach them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from goldenthread.children.formats import Format
from goldenthread.design_system.forms import (
    CheckboxesField,
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
from goldenthread.people.models import ActScope, Relationship

SAFE_WAYS = [
    ("safe_by_phone", _("Telephone")),
    ("safe_by_voicemail", _("A message on voicemail")),
    ("safe_by_post", _("Letters by post")),
    ("safe_by_email", _("E-mail")),
]


def offer(form: Form, name: str) -> Any:
    """A field whose choices are known only when the form is made."""
    return form.fields[name]


class AuthorityForm(Form):
    """What authority a grown-up holds for one child, and what was checked."""

    relationship = RadiosField(label=_("Who is this person to the child?"), choices=Relationship.choices)
    parental_responsibility = RadiosField(
        label=_("Do they have parental responsibility?"),
        hint=_("Somebody who has care of the child counts as a parent too, without it (Education Act 1996 s.576)."),
        choices=[("yes", _("Yes")), ("no", _("No, or not known"))],
        inline=True,
    )
    scope = RadiosField(label=_("What may they do?"), choices=ActScope.choices)
    evidence = TextField(
        label=_("What did you check?"),
        hint=_(
            "For example: birth certificate seen, court order of 3 March 2026, known to the school since reception."
        ),
        max_length=200,
        required=False,
    )
    from_on = SplitDateField(label=_("From which day?"), must_be="past_or_today")
    contact_order = SelectField(
        label=_("When to be called"), choices=[(str(n), str(n)) for n in range(1, 10)], initial="1"
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("scope") not in (None, ActScope.NONE) and not cleaned.get("evidence"):
            self.add_error("evidence", _("Say what you checked before you give access to the record"))
        return cleaned

    def authority(self) -> dict[str, Any]:
        """The answers as `record_authority` takes them."""
        given = self.cleaned_data
        return {
            "relationship": given["relationship"],
            "parental_responsibility": given["parental_responsibility"] == "yes",
            "scope": given["scope"],
            "evidence": given["evidence"],
            "from_on": given["from_on"],
            "contact_order": int(given["contact_order"]),
        }


class AddAdultForm(AuthorityForm):
    """A grown-up the setting does not know yet, with their authority."""

    title = TextField(label=_("Title"), required=False, width=5, max_length=20)
    given_name = TextField(label=_("First name"), max_length=100)
    family_name = TextField(label=_("Family name"), max_length=100)
    field_order = ["title", "given_name", "family_name"]

    def names(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "given_name", "family_name")}


class EndForm(Form):
    """End something at once or on a day, with a reason."""

    when = RadiosField(
        label=_("When does it end?"),
        choices=[("now", _("At once")), ("day", _("At the end of a day"))],
        reveals={"day": "last_day"},
    )
    last_day = SplitDateField(label=_("Last day"), must_be="future_or_today")
    because = TextField(
        label=_("Why does it end?"),
        hint=_("Kept with the record. For example: court order of 3 March 2026."),
        max_length=200,
    )


class NeedsForm(Form):
    """How somebody wants to be reached and written to. Each answer is for this one person."""

    email = EmailField(label=_("E-mail address"), required=False)
    phone = TelephoneField(label=_("Telephone number"), required=False)
    address = TextField(label=_("Address"), required=False, max_length=300, autocomplete="street-address")
    postcode = TextField(label=_("Postcode"), required=False, width=10, max_length=8, autocomplete="postal-code")
    safe = CheckboxesField(
        label=_("Which ways are safe?"),
        hint=_("Take a tick away if somebody else might see or hear it. We never use a way without a tick."),
        choices=SAFE_WAYS,
        required=False,
    )
    language = TextField(
        label=_("Language to write and speak in"), hint=_("Empty means English."), required=False, max_length=60
    )
    interpreter = ConfirmField(label=_("An interpreter is needed at meetings"), required=False)
    formats = CheckboxesField(label=_("How should things be given?"), choices=Format.choices, required=False)

    def __init__(self, *args: Any, withheld: bool = False, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if withheld:
            del self.fields["address"], self.fields["postcode"]

    @staticmethod
    def start(parent: Any) -> dict[str, Any]:
        """What the form shows at first, from a Parent."""
        plain = ("email", "phone", "address", "postcode", "language", "interpreter", "formats")
        return {name: getattr(parent, name) for name in (*plain, "title", "given_name", "family_name")} | {
            "safe": [name for name, _label in SAFE_WAYS if getattr(parent, name)]
        }

    def values(self) -> dict[str, Any]:
        """The answers as `change_contact` takes them."""
        given = dict(self.cleaned_data)
        safe = given.pop("safe")
        if "postcode" in given:
            given["postcode"] = given["postcode"].upper()
        return given | {name: name in safe for name, _label in SAFE_WAYS}


class ContactForm(NeedsForm):
    """The same for staff, who also keep the name right."""

    title = TextField(label=_("Title"), required=False, width=5, max_length=20)
    given_name = TextField(label=_("First name"), max_length=100)
    family_name = TextField(label=_("Family name"), max_length=100)
    field_order = ["title", "given_name", "family_name"]


class InviteForm(Form):
    """How the code reaches the grown-up."""

    way = RadiosField(
        label=_("How will they get the code?"),
        choices=[("paper", _("On paper: you print it and hand it over")), ("email", _("By e-mail"))],
        hints={"paper": _("The safest way when you meet them anyway.")},
    )

    def __init__(self, *args: Any, email: str = "", **rest: Any) -> None:
        super().__init__(*args, **rest)
        if email:
            self.fields["way"].widget.hints = self.fields["way"].widget.hints | {"email": email}
        else:
            offer(self, "way").choices = [("paper", _("On paper: you print it and hand it over"))]


class SharedAdultForm(AuthorityForm):
    """A grown-up the setting knows already, such as the parent of a brother or sister."""

    parent = SelectField(label=_("Who?"), empty_label=_("Choose a person"))
    field_order = ["parent"]

    def __init__(self, *args: Any, parents: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offer(self, "parent").choices = [("", _("Choose a person")), *((str(one.pk), one.name) for one in parents)]


class WithholdForm(Form):
    """An address to be kept from everyone but named people."""

    address = TextField(label=_("Address to withhold"), max_length=300, autocomplete="off")
    postcode = TextField(label=_("Postcode"), required=False, width=10, max_length=8, autocomplete="off")
    reason = LongTextField(label=_("Why is it withheld?"), rows=3, max_characters=300)
    readers = CheckboxesField(
        label=_("Who may see it?"),
        hint=_("Nobody else ever sees it: not on any page, letter, list or map. Each look is logged with a reason."),
        required_message=_("Choose at least one person"),
    )

    def __init__(self, *args: Any, readers: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offer(self, "readers").choices = readers


class NameReaderForm(Form):
    account = RadiosField(label=_("Who else may see it?"))

    def __init__(self, *args: Any, readers: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offer(self, "account").choices = readers


class WhyForm(Form):
    """Why a withheld address is needed, each time."""

    why = RadiosField(
        label=_("Why do you need the address?"),
        choices=[
            ("letter", _("To send a letter to this person")),
            ("visit", _("To visit them at home")),
            ("safeguarding", _("For a safeguarding concern")),
            ("check", _("To check that it is still right")),
            ("other", _("Something else")),
        ],
        reveals={"other": "words"},
    )
    words = TextField(label=_("Say why, without the address itself"), max_length=150)

    def reason(self) -> str:
        given = self.cleaned_data
        return given["words"] or str(dict(offer(self, "why").choices)[given["why"]])
