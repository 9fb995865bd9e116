"""Entries that are claimed, changed, sent and doubted, to test with. Everybody and everything is invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from goldenthread.access.viewer import Viewer
from goldenthread.local_offer.editing.actions import writing
from goldenthread.local_offer.editing.actions.archiving import archive_entry
from goldenthread.local_offer.editing.actions.moderating import send_version_back
from goldenthread.local_offer.editing.actions.people import invite_person
from goldenthread.local_offer.editing.bodies import body_of
from goldenthread.local_offer.editing.invited import answer_invitation
from goldenthread.local_offer.editing.models import Claim, EntryReport, ProviderInvitation
from goldenthread.local_offer.editing.receiving import Claimed, Told, prove_claim, receive_claim, receive_report
from goldenthread.local_offer.models import Offer, OfferOrganisation, Service, ServiceVersion
from goldenthread.local_offer.versions import Contents
from goldenthread.organisations.models import Organisation
from goldenthread.people.actions.platform import PROVIDER_ROLES, Newcomer
from goldenthread.people.models import Account, Assignment

from .local_offer import make_offer, make_provider, make_service
from .people import code_in, mails
from .world import TODAY, World, give_role, inside, make_account, seen_by, viewer_of

_number = count(1)
SITE = "http://testserver/"


def offer_of(area: Organisation) -> Offer:
    return Offer.objects.filter(authority=area).first() or make_offer(area)


def make_claim(
    area: Organisation, service: Service, *, proved: bool = False, today: date = TODAY, **said: Any
) -> Claim:
    """A claim of an entry. proved: whether the link of the mail was opened. Its code stands in `claim.code`."""
    offer = offer_of(area)
    facts = {
        "name": "Cleo Claimant",
        "job_title": "Manager",
        "email": f"claim{next(_number)}@example.org",
        "words": "Ring us",
    }
    claim = receive_claim(
        offer=offer, service=service.pk, said=Claimed(**(facts | said)), sent_key=f"claim{next(_number)}", today=today,
        link_to=lambda key: f"{SITE}claim/{key}/", may_send=lambda: True,
    )  # fmt: skip
    code = code_in(mails()[-1])
    if proved:
        claim = prove_claim(offer=offer, claim=claim.pk, code=code, today=today) or claim
    claim.code = code  # type: ignore[attr-defined]
    return claim


def invite(by: Viewer, provider: OfferOrganisation, who: Newcomer, role: str = "provider_editor") -> Any:
    """What this person does to have somebody work for a provider. Inside seen_by."""
    return invite_person(
        by=by, provider=provider.pk, who=who, role=role, site=SITE, link_to=lambda key: f"{SITE}invitation/{key}/"
    )


def answered(
    shop: Shop, invitation: ProviderInvitation, *, accepts: bool = True, today: date = TODAY, code: str = ""
) -> Any:
    """The newest mail to whoever was invited is opened, and its code used (or another code)."""
    mail = next(mail for mail in reversed(mails()) if mail[0] == invitation.email)
    return answer_invitation(
        offer=offer_of(shop.area), invitation=invitation.pk, code=code or code_in(mail), accepts=accepts, today=today,
        site=SITE,
    )  # fmt: skip


def make_report(area: Organisation, service: Service, today: date = TODAY, **told: Any) -> EntryReport:
    facts = {"topic": "wrong", "words": "The telephone number is old.", "email": ""} | told
    return receive_report(
        offer=offer_of(area),
        service=service.pk,
        told=Told(**facts),
        sent_key=f"report{next(_number)}",
        today=today,
        site=SITE,
    )


def make_member(
    world: World, provider: OfferOrganisation, role: str = "provider_owner", name: str = "Olive Owner"
) -> Account:
    """Somebody with a role at a provider."""
    officer = viewer_of(world.staff("authority_officer"))
    with seen_by(officer):
        body = body_of(provider, by=officer)
    account = make_account(name)
    give_role(account, role, body)
    return account


class Shop:
    """A provider with a live entry, its owner and editor, another provider with one of its own, and the staff."""

    def __init__(self) -> None:
        self.world = World()
        self.area = self.world.area
        make_offer(self.area)
        self.provider = make_provider(self.area, "Plover Trust")
        self.entry = make_service(self.area, self.provider, name="Plover swimming")
        self.other_provider = make_provider(self.area, "Curlew Club")
        self.other_entry = make_service(self.area, self.other_provider, name="Curlew chess")
        self.owner_account = make_member(self.world, self.provider)
        self.editor_account = make_member(self.world, self.provider, "provider_editor", "Edda Editor")

    @property
    def owner(self) -> Viewer:
        return viewer_of(self.owner_account)

    @property
    def editor(self) -> Viewer:
        return viewer_of(self.editor_account)

    @property
    def moderator(self) -> Viewer:
        return viewer_of(self.world.staff("offer_moderator"))

    @property
    def officer(self) -> Viewer:
        return viewer_of(self.world.staff("authority_officer"))

    def fresh(self, service: Service | None = None) -> Service:
        with inside(self.area):
            return Service.objects.get(pk=(service or self.entry).pk)

    def pending(self, service: Service | None = None) -> ServiceVersion | None:
        with inside(self.area):
            return self.fresh(service).versions.exclude(state__in=["approved", "rejected"]).first()

    def write(self, by: Viewer, service: Service | None = None, **fields: Any) -> ServiceVersion:
        """Change fields of the service, or whole kinds of part."""
        with seen_by(by):
            written = writing.write_section(
                by=by, service=(service or self.entry).pk, section="about", write=said(**fields), seen=lambda _now: True
            )
        assert written is not None, "nothing was changed"
        return written

    def send(self, by: Viewer, service: Service | None = None, why: str = "", **fields: Any) -> ServiceVersion:
        version = self.write(by, service, **fields) if fields else self.pending(service)
        assert version is not None
        with seen_by(by):
            return writing.submit_entry(
                by=by, service=(service or self.entry).pk, seen=writing.mark_of_version(version), why=why
            )


def said(**fields: Any) -> Callable[[Contents], Contents]:
    """A change to contents, for write_section."""

    def write(contents: Contents) -> Contents:
        service = {name: value for name, value in fields.items() if name in contents["service"]}
        parts = {name: value for name, value in fields.items() if name not in service}
        return contents | {"service": contents["service"] | service} | parts

    return write


def make_edited(world: World) -> dict[str, Any]:
    """Entries of one provider at every state of editing, its people, a claim and a report: things for a walk of the pages.

    People of the provider work at the school's own body, so that the school's person in each provider role reaches them.
    """
    area, officer = world.area, viewer_of(world.staff("authority_officer"))
    provider = make_provider(area, "Fairwind Trust", keepers=world.school)
    for role in PROVIDER_ROLES:
        world.staff(role)
    world.staff("offer_moderator")
    owner = viewer_of(world.staff("provider_owner"))
    member = make_member(world, provider, "provider_editor", "Edda Editor")
    names = ("waiting_entry", "returned_entry", "archived_entry", "quiet_entry")
    entries = {name: make_service(area, provider, name=f"Fairwind {name.split('_')[0]}") for name in names}
    entries["begun_entry"] = _begun(owner, provider)
    with inside(area):
        approved = entries["waiting_entry"].versions.get()
    waiting = _sent(owner, entries["waiting_entry"], name="Fairwind by the water", description=_LONG)
    returned = _sent(owner, entries["returned_entry"], cost_statement="4 pounds")
    with seen_by(officer):
        send_version_back(by=officer, version=returned.pk, reason="Say for how long 4 pounds last.", site=SITE)
        archive_entry(by=officer, service=entries["archived_entry"].pk, reason="Not checked for two years")
    with inside(area):
        role = Assignment.objects.get(account=member)
    with seen_by(owner):
        invitation = invite(owner, provider, Newcomer("ivy@example.org", "Ivy Invited"))
    return entries | {
        "provider_invitation": invitation, "provider": provider, "member": role, "service_version": waiting, "approved_version": approved,
        "claim": make_claim(area, entries["quiet_entry"], proved=True), "page_report": make_report(area, entries["quiet_entry"]),
    }  # fmt: skip


_LONG = (
    "Sailing for children and young people who use a wheelchair. Two sailors go with each boat, and there is a hoist."
)


def _begun(by: Viewer, provider: OfferOrganisation) -> Service:
    with seen_by(by):
        return writing.begin_entry(by=by, organisation=provider, name="Fairwind new club", parts={})


def _sent(by: Viewer, service: Service, **fields: Any) -> ServiceVersion:
    with seen_by(by):
        version = writing.write_section(
            by=by, service=service.pk, section="about", write=said(**fields), seen=lambda _now: True
        )
        assert version is not None
        return writing.submit_entry(
            by=by, service=service.pk, seen=writing.mark_of_version(version), why="New this term"
        )
