"""Accounts that sign in for real, mail that waits, and what people type: for the tests of the room of people."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from goldenthread.children.models import Child
from goldenthread.people.actions.invitations import Issued, invite_parent
from goldenthread.people.models import Account, AccountMail, AuthorityToAct, Parent
from goldenthread.people.post import opened
from tests.factories.world import World, inside, seen_by, viewer_of

PASSWORD = "violet-kettle-ladder"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def can_sign_in(account: Account, *, app: bool = False) -> Account:
    """Give an account a password and a checked address; app: an authenticator app too."""
    cache.clear()
    if not account.check_password(PASSWORD):  # setting it again would end the person's sessions
        account.set_password(PASSWORD)
        account.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=account, email=account.email, defaults={"verified": True, "primary": True})
    if app and not Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(account, SECRET)
    return account


def app_code(secret: str = SECRET) -> str:
    """The code that the app shows. One that is over in a moment is let pass, as a person would: it came too late."""
    left = 30 - time.time() % 30
    if left < 5:
        time.sleep(left)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def recovery_codes(account: Account) -> list[str]:
    return RecoveryCodes.activate(account).get_unused_codes()


def give_password(client: Client, account: Account, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/account/login/", {"login": account.email, "password": password}, **more)


def mails() -> list[tuple[str, str, str]]:
    """Every account mail that waits, oldest first: to, subject, text. Those to nobody are left out."""
    found = [opened(mail) for mail in AccountMail.objects.order_by("made_at", "id")]
    return [mail for mail in found if mail[0]]


def code_in(mail: tuple[str, str, str]) -> str:
    """The code that stands alone on its line."""
    found = re.search(r"^\s+([A-Z0-9]+(?:-[A-Z0-9]+)+)\s*$", mail[2], re.MULTILINE)
    assert found, mail[2]
    return found[1]


def signed_in_family(account: Account) -> Client:
    """A browser in which this parent has signed in with password and code, and does not trust it."""
    client = Client()
    can_sign_in(account)
    give_password(client, account)
    client.post("/account/login/code/confirm/", {"code": code_in(mails()[-1])})
    client.post("/account/factors/trust/", {"action": "skip"})
    return client


def signed_in_staff(account: Account) -> Client:
    client = Client()
    can_sign_in(account, app=True)
    give_password(client, account)
    client.post("/account/factors/authenticate/", {"code": app_code()})
    return client


def birth(born_on: date) -> dict[str, str]:
    return {"born_on-day": str(born_on.day), "born_on-month": str(born_on.month), "born_on-year": str(born_on.year)}


def authority_of(child: Child, parent: Parent, world: World) -> AuthorityToAct:
    with inside(world.school):
        return AuthorityToAct.objects.select_related("parent", "child").get(child=child, parent=parent)


def unlinked_parent(world: World, child: Child | None = None, name: str = "Ada Bello", **contact: Any) -> Parent:
    """A parent as the school knows them before they have an account."""
    child = child or world.amara
    given, family = name.split(" ", 1)
    both = {"authority_id": world.area.pk, "holder": world.school}
    with inside(world.school):
        parent = Parent.objects.create(given_name=given, family_name=family, **both, **contact)
        AuthorityToAct.objects.create(
            child=child, parent=parent, relationship="mother", scope="full", evidence="Seen", from_on=date(2024, 9, 1), **both
        )  # fmt: skip
    return parent


def invited(world: World, parent: Parent, child: Child | None = None, **more: Any) -> Issued:
    child = child or world.amara
    with seen_by(viewer_of(world.staff("senco"))) as senco:
        authority = AuthorityToAct.objects.select_related("parent", "child").get(child=child, parent=parent)
        return invite_parent(by=senco, authority=authority, **({"by_email": False} | more))


def redeem(client: Client, code: str, born_on: date) -> Any:
    cache.clear()
    return client.post("/invitation/", {"code": code} | birth(born_on))


Act = Callable[[], Any]
