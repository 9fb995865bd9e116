"""What the records already know of a heading, in sentences fit for everybody. Nothing here can point to a child.

Numbers come from the register in numbers, whose small ones are kept back (decision 0039), and no number is given that
its page does not give; what is in use is named only from the catalogue, and only where enough children have it
(decision 0171). Free text about children, such as what a plan says, is never read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.codes import SEN_TYPES, sen_provision_name, sen_type_name
from goldenthread.children.models import Status
from goldenthread.children.queries.numbers import RegisterNumbers, register_numbers
from goldenthread.children.scopes import in_force
from goldenthread.children.suppression import SMALL
from goldenthread.organisations.models import Kind, Organisation, SettingType
from goldenthread.people.models import Assignment
from goldenthread.provision.models import Dose, Intervention
from goldenthread.provision.queries.doses import running

from ..models import Listing, Offer
from ..vocabulary import ACCESS, names_of

_NO_NEED = {"NSA", "OTH"}


@dataclass
class Facts:
    """said: heading → sentences; links: words and addresses of other bodies' pages."""

    said: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)


def facts_of(viewer: Viewer, setting: Organisation, listing: Listing | None) -> Facts:
    """What the school's records say today. listing: the school's entry in the Local Offer, if it has one."""
    facts = Facts()
    offer = Offer.objects.filter(authority_id=setting.authority_id).first()
    found = {
        "kinds": [*_about(setting), *_numbers(register_numbers(viewer))],
        "support": _in_use(viewer),
        "senco": _senco(viewer, setting),
        "complaints": _complaints(setting, facts),
        "contacts": _advice(setting, facts),
        "local-offer": _local_offer(offer),
        "admissions": _admissions(listing),
        "facilities": _access(listing),
    }
    facts.said = {key: sentences for key, sentences in found.items() if sentences}
    return facts


def _about(setting: Organisation) -> Iterator[str]:
    kind = SettingType(setting.setting_type).label if setting.setting_type else _("School")
    if setting.low_age and setting.high_age:
        yield _("%(kind)s for ages %(low)s to %(high)s.") % {
            "kind": kind, "low": setting.low_age, "high": setting.high_age,
        }  # fmt: skip
    if setting.resource_provision:
        yield _("The school has resourced provision: places for children whose EHC plan says so.")


def _numbers(numbers: RegisterNumbers) -> Iterator[str]:
    """How many children are on SEN Support and have an EHC plan, and which needs are met most, as far as may be told."""
    sentences = {
        Status.SEN_SUPPORT: _("Children on SEN Support: %s."),
        Status.PLAN: _("Children with an EHC plan: %s."),
    }
    for status, sentence in sentences.items():
        number = numbers.status.numbers.get(str(sen_provision_name(status)))
        yield sentence % (_("not given, so that no child can be recognised") if number is None else number)
    needs = [name for name, number in numbers.need.numbers.items() if number and name in _need_names()]
    if needs:
        yield _("The needs we meet most now: %s.") % "; ".join(needs)


def _need_names() -> set[str]:
    """Names of needs proper: not "no need recorded yet" and its like."""
    return {str(sen_type_name(code)) for code in SEN_TYPES if code not in _NO_NEED}


def _in_use(viewer: Viewer) -> list[str]:
    """Entries of the catalogue that at least SMALL children are given today. Never what a plan says in its own words."""
    doses = Dose.objects.filter(running(viewer.today), holder_id=viewer.organisation, intervention__isnull=False)
    counted = doses.order_by().values("intervention").annotate(children=Count("child_id", distinct=True))
    enough: list[UUID] = [row["intervention"] for row in counted if row["children"] >= SMALL]
    names = list(Intervention.objects.filter(pk__in=enough).values_list("name", flat=True))
    return [_("Running now, each for several children: %s.") % ", ".join(names)] if names else []


def senco_names(viewer: Viewer, setting: Organisation) -> list[str]:
    serving = Assignment.objects.filter(in_force(viewer.today), holder_id=setting.pk, role="senco")
    return list(serving.order_by("from_on", "pk").values_list("account__name", flat=True))


def _senco(viewer: Viewer, setting: Organisation) -> list[str]:
    names = senco_names(viewer, setting)
    if not names:
        return []
    reach = [_("Telephone: %s.") % setting.phone if setting.phone else "",
             _("E-mail: %s.") % setting.email if setting.email else ""]  # fmt: skip
    return [_("Our SENCO: %s.") % ", ".join(names), *filter(None, reach)]


def _complaints(setting: Organisation, facts: Facts) -> list[str]:
    if not setting.complaints_page:
        return []
    facts.links.append((_("Our complaints procedure"), setting.complaints_page))
    return [_("Our complaints procedure: %s") % setting.complaints_page]


def _advice(setting: Organisation, facts: Facts) -> list[str]:
    """The service that section 32 asks the authority for: free, and not the school's."""
    sentences = []
    for service in Organisation.objects.filter(authority_id=setting.authority_id, kind=Kind.ADVICE_SERVICE):
        reach = ", ".join(part for part in (service.phone, service.email, service.website) if part)
        sentences.append(_("%(name)s: free, impartial advice. %(reach)s") % {"name": service.name, "reach": reach})
        if service.website:
            facts.links.append((service.name, service.website))
    return sentences


def _local_offer(offer: Offer | None) -> list[str]:
    if offer is None:
        return []
    reach = ", ".join(part for part in (offer.phone, offer.email) if part)
    sentence = _("The SEND Local Offer of %s is on this website, and tells you what help there is from 0 to 25.")
    asked = [_("Ask for it on paper: %s.") % reach] if reach else []
    return [sentence % offer.area_name, *asked]


def _admissions(listing: Listing | None) -> list[str]:
    return [str(listing.entry["eligibility"])] if listing and listing.entry["eligibility"] else []


def _access(listing: Listing | None) -> list[str]:
    codes = [code for place in (listing.entry["places"] if listing else ()) for code in place.get("access", [])]
    names = names_of(ACCESS, list(dict.fromkeys(codes)))
    return [_("Named in our Local Offer entry: %s.") % ", ".join(names)] if names else []
