"""`./run manage first_administrator EMAIL NAME AUTHORITY-CODE`: the first person of a new installation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from goldenthread.access.roles import PLATFORM_ADMINISTRATOR
from goldenthread.clock import today
from goldenthread.database.acting import one_transaction
from goldenthread.keys import new_key
from goldenthread.organisations.la_codes import authority_with_code
from goldenthread.organisations.models import Kind, Organisation
from goldenthread.people.actions.platform import FIRST_PASSWORD_DAYS
from goldenthread.people.models import Account, Assignment


class Command(BaseCommand):
    help = "Make the local authority, if it is new, and its first platform administrator. Refused once there is one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name", help="the person's name, in quotation marks")
        parser.add_argument("authority", help="the authority's three-digit code, such as 303")

    @transaction.atomic
    def handle(self, *args: Any, email: str, name: str, authority: str, **options: Any) -> None:
        area = self._area(authority)
        with one_transaction(authority=area.pk, holders=[area.pk]):
            if Assignment.objects.filter(role=PLATFORM_ADMINISTRATOR.key).exists():
                raise CommandError(f"{area.name} already has a platform administrator, who gives all further roles.")
            account = Account.objects.filter(email=email.lower()).first() or Account.objects.create_user(
                email, name=name
            )
            if not account.has_usable_password():
                account.invited_until = today() + timedelta(days=FIRST_PASSWORD_DAYS)
                account.save(update_fields=["invited_until"])
            EmailAddress.objects.get_or_create(user=account, email=account.email, defaults={"primary": True})
            Assignment.objects.create(
                authority_id=area.pk, holder=area, account=account, role=PLATFORM_ADMINISTRATOR.key, from_on=today()
            )
        self.stdout.write(
            f"{name} is platform administrator of {area.name}. Within 14 days they choose a password with"
        )
        self.stdout.write("“I have forgotten my password” on the sign-in page, and then set up a second step.")

    def _area(self, code: str) -> Organisation:
        found = Organisation.objects.filter(kind=Kind.LOCAL_AUTHORITY, la_code=code).first()
        if found is not None:
            return found
        known = authority_with_code(code)
        if known is None:
            raise CommandError(f"No local authority in England has the code {code}.")
        key = new_key()
        return Organisation.objects.create(
            id=key, authority_id=key, kind=Kind.LOCAL_AUTHORITY, name=known.name, la_code=code
        )
