"""The link between an account and one person at an identity provider: made once, told by mail, taken away again."""

from __future__ import annotations

from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from goldenthread.people.models import Account
from goldenthread.people.sign_in_log import note

from .configured import name_of

MAILS = "account/email/identity_provider_"


def links_of(person: UUID) -> QuerySet[SocialAccount]:
    """One's own links, oldest first."""
    found: QuerySet[SocialAccount] = SocialAccount.objects.filter(user_id=person).order_by("pk")
    return found


@transaction.atomic
def link(request: HttpRequest, vouched_for: SocialAccount, person: UUID) -> bool:
    """Link, note it and tell the person by mail. The caller has asked again who it is.

    False when it may not be: the provider's person belongs to another account, or this account has one there already.
    """
    account = Account.objects.select_for_update().get(pk=person)
    if vouched_for.pk or links_of(person).filter(provider=vouched_for.provider).exists():
        return vouched_for.pk is not None and vouched_for.user_id == person
    vouched_for.user = account
    try:
        with transaction.atomic():
            vouched_for.save()
    except IntegrityError:  # at this very moment another account was linked to the provider's person
        return False
    _tell(request, account, "linked", vouched_for.provider)
    return True


@transaction.atomic
def unlink(request: HttpRequest, provider: str, person: UUID) -> None:
    """Take the link away. Sessions that came through it end with their next click."""
    account = Account.objects.select_for_update().get(pk=person)
    gone, _kinds = links_of(person).filter(provider=provider).delete()
    if gone:
        _tell(request, account, "unlinked", provider)


def _tell(request: HttpRequest, account: Account, what: str, provider: str) -> None:
    note(request, f"identity_provider.{what}", account.pk, provider=provider)
    get_adapter().send_notification_mail(MAILS + what, account, {"provider_name": name_of(provider)})
