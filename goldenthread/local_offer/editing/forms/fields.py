"""Questions whose answers people write in their own way: web addresses, ages, hours, money, one thing a line."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.design_system.forms import LongTextField, TextField

from ...models import OfferOrganisation
from ...wording import clock

_URL = URLValidator(schemes=["http", "https"])
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_AGE = re.compile(r"(\d{1,3})\s*(m|months?|y|years?)?", re.IGNORECASE)
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}")
OLDEST = 26  # years; the Local Offer ends with the 26th birthday


def web_address(text: str) -> str:
    """With https:// before it when somebody left it out. Raises ValidationError for what is no address of a web page."""
    whole = text if "://" in text else f"https://{text}"
    try:
        _URL(whole)
    except ValidationError:
        raise ValidationError(_("Enter a web address, like www.example.org")) from None
    return whole


class WebField(TextField):
    """The address of a web page. "www.example.org" is understood."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(autocomplete="url", spellcheck=False, **({"max_length": 400, "required": False} | rest))

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        return web_address(text) if text else ""


class LinesField(LongTextField):
    """Several short things, one a line. The answer is a list without empty lines; longest: characters in one."""

    def __init__(self, *, longest: int = 100, web: bool = False, **rest: Any) -> None:
        super().__init__(**({"rows": 3, "required": False} | rest))
        self.longest, self.web = longest, web

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        found = [web_address(line) if self.web else line for line in lines if line]
        for line in found:
            if len(line) > self.longest:
                raise ValidationError(
                    _("Use %(limit)d characters or fewer on each line. “%(start)s…” is longer.")
                    % {"limit": self.longest, "start": line[:20]}
                )
        return list(dict.fromkeys(found))


class AgeField(TextField):
    """An age in years, or in months such as "18 months". The answer is in months; last: the last month of that age."""

    def __init__(self, *, last: bool = False, **rest: Any) -> None:
        super().__init__(**({"width": 10, "required": False, "spellcheck": False} | rest))
        self.last = last

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        whole = value + 1 if self.last else value
        if whole % 12 == 0:
            return str(value // 12)
        return _("%(months)d months") % {"months": value}

    def clean(self, value: Any) -> int | None:
        text = super().clean(value).strip()
        if not text:
            return None
        found = _AGE.fullmatch(text)
        if found is None:
            raise ValidationError(_("Enter an age in years, like 5, or in months, like 18 months"))
        number, in_months = int(found[1]), (found[2] or "").lower().startswith("m")
        months = number if in_months else number * 12 + (11 if self.last else 0)
        if months >= OLDEST * 12:
            raise ValidationError(_("The Local Offer is for people up to 25"))
        return months


class ClockField(TextField):
    """A time of day as people write it: 14:30, 2.30 pm, 9 am."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(**({"width": 10, "required": False, "spellcheck": False} | rest))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d:\d\d", value):
            value = time.fromisoformat(value)
        return clock(value) if isinstance(value, time) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")

    def clean(self, value: Any) -> time | None:
        text = super().clean(value).strip()
        if not text:
            return None
        found = _CLOCK.fullmatch(text)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        half = (found[3] or "").lower() if found else ""
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 99
        if hour > 23 or minute > 59:
            raise ValidationError(_("Enter a time like 9 am or 14.30"))
        return time(hour, minute)


class PostcodeField(TextField):
    """A whole postcode, however it is spaced; the answer has its one space."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(**({"width": 10, "max_length": 8, "required": False, "spellcheck": False} | rest))

    def clean(self, value: Any) -> str:
        text = " ".join(super().clean(value).upper().split())
        if text and not _POSTCODE.fullmatch(text):
            raise ValidationError(_("Enter a whole postcode, like QX4 1AB"))
        packed = text.replace(" ", "")
        return f"{packed[:-3]} {packed[-3:]}" if packed else ""


class MoneyField(TextField):
    """An amount in pounds and pence."""

    def __init__(self, **rest: Any) -> None:
        given: dict[str, Any] = {"width": 10, "required": False, "prefix": "£", "spellcheck": False}
        super().__init__(**(given | rest))

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value).replace("£", "").replace(",", "").strip()
        if not text:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            raise ValidationError(_("Enter an amount in pounds, like 3.50")) from None
        if not amount.is_finite() or not 0 <= amount < 1_000_000:
            raise ValidationError(_("Enter an amount in pounds, like 3.50"))
        return amount.quantize(Decimal("0.01"))


class OrganisationField(TextField):
    """One of the area's organisations by its name, a part of it, or its URN: there are thousands, too many for a list.

    The answer is its key, or None. present: (name, key) of the one that stands there now, which is taken as it is.
    Whoever uses the form may reach every organisation of the area.
    """

    present: tuple[str, UUID] | None = None

    def __init__(self, **rest: Any) -> None:
        given: dict[str, Any] = {"max_length": 200, "spellcheck": False, "autocomplete": "off"}
        super().__init__(**(given | rest))

    def clean(self, value: Any) -> UUID | None:
        text = " ".join(super().clean(value).split())
        if not text:
            return None
        if self.present is not None and text == self.present[0]:
            return self.present[1]
        found = OfferOrganisation.objects.filter(urn=text) if re.fullmatch(r"\d{6}", text) else None
        exact = found or OfferOrganisation.objects.filter(name__iexact=text)
        near = exact if exact.exists() else OfferOrganisation.objects.filter(name__icontains=text)
        names = list(near.values_list("pk", "name")[: MOST_NAMED + 1])
        if len(names) == 1:
            return UUID(str(names[0][0]))
        raise ValidationError(_several(names) if names else _("No organisation has this in its name"))


MOST_NAMED = 6


def _several(names: list[tuple[Any, str]]) -> str:
    if len({name for _key, name in names}) == 1:
        return _("Several have exactly this name. Write its URN instead.")
    shown = "; ".join(name for _key, name in names[:MOST_NAMED])
    return _("Several fit: %(names)s. Write more of the name.") % {
        "names": shown + (" …" if len(names) > MOST_NAMED else "")
    }


WEB_HINT = gettext_lazy("For example, www.example.org")
