"""Which identity providers there are, and for whose staff each may speak."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from goldenthread.access.permissions import NotFound
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.people.hats import Hat
from goldenthread.settings.identity_providers import IdentityProvider


def providers() -> list[IdentityProvider]:
    """In the order in which they were configured. Most installations have none."""
    return list(settings.IDENTITY_PROVIDERS.values())


def provider_called(key: str) -> IdentityProvider:
    """Raises NotFound."""
    found: IdentityProvider | None = settings.IDENTITY_PROVIDERS.get(key)
    if found is None:
        raise NotFound("identity_provider")
    return found


def name_of(key: str) -> str:
    """What people call it; its key, once it is no longer configured."""
    found: IdentityProvider | None = settings.IDENTITY_PROVIDERS.get(key)
    return found.name if found else key


def speaks_for(provider: IdentityProvider) -> frozenset[UUID]:
    """The organisations whose staff it may vouch for. One that is not there is passed over."""
    by_length: dict[int, list[str]] = {3: [], 6: [], 36: []}
    for told in provider.organisations:
        by_length[len(told)].append(told)
    codes = Q(kind=Kind.LOCAL_AUTHORITY, la_code__in=by_length[3])
    found = Organisation.objects.filter(codes | Q(urn__in=by_length[6]) | Q(pk__in=by_length[36]))
    return frozenset(found.values_list("pk", flat=True))


def hats_within(provider: IdentityProvider, hats: Iterable[Hat]) -> list[Hat]:
    """The roles that a sign-in through this provider opens: at its own organisations, and never a family's.

    A trust's administrator could sign in as any of its staff. Their work elsewhere, and their own children's records,
    are none of the trust's business.
    """
    whose = speaks_for(provider)
    return [hat for hat in hats if hat.role.staff and hat.organisation in whose]


def providers_of(hats: Iterable[Hat]) -> list[IdentityProvider]:
    """Those that could speak for somebody with these roles."""
    kept = list(hats)
    return [one for one in providers() if hats_within(one, kept)]
