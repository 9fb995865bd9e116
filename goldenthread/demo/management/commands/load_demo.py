"""`./run manage load_demo`: fill an empty database with the invented borough of Larkmere."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from goldenthread.demo.larkmere.borough import parts
from goldenthread.demo.larkmere.people import demo_people
from goldenthread.demo.load import BODIES, LOADERS, Known
from goldenthread.demo.local_offer.comments import load_comments
from goldenthread.demo.local_offer.editing import load_editing
from goldenthread.demo.local_offer.load import load_local_offer
from goldenthread.demo.local_offer.pages import load_pages
from goldenthread.demo.local_offer.reports import load_reports
from goldenthread.demo.visitors import remember_visitors
from goldenthread.organisations.models import Organisation

WITHOUT_A_PAGE = {"Adviser"}  # has nothing to open until advice can be asked for


def _load_what_is_public(authority: UUID) -> None:
    """The Local Offer, in one transaction on a connection of its own. It names settings and no person of a setting."""
    try:
        with transaction.atomic():
            load_local_offer(authority)
            load_comments(authority)
            load_pages(authority)
    finally:
        connection.close()


class Command(BaseCommand):
    help = "Load the demo area into an empty database. Refuses a database that holds anything."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_DOOR:
            raise CommandError("This is not a demo: the demo area is loaded with the demo's settings only.")
        if Organisation.objects.exists():
            raise CommandError("This database already holds organisations. Use ./run demo --reset for a fresh demo.")
        known, found = Known(), list(parts())
        people = {slug: key for part in found for slug, key in part.people.items()}
        children = {slug: key for part in found for slug, key in part.children.items()}
        known.visitors = {person.person: person for person in demo_people(people, children)}
        with transaction.atomic():
            for part in found:
                for load in BODIES:
                    load(part, known)
        with ThreadPoolExecutor(max_workers=1) as beside:  # PostgreSQL does most of the work, on a core for each
            public = beside.submit(_load_what_is_public, known.authority)
            for number, part in enumerate(found, start=1):
                with transaction.atomic():
                    for load in LOADERS:
                        load(part, known)
                self._progress(number, len(found))
            public.result()
        with transaction.atomic():
            load_reports(known.authority)
            providers = load_editing(known.authority)
        visitors = [person for person in known.visitors.values() if person.role not in WITHOUT_A_PAGE]
        remember_visitors([*visitors, *providers])
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _progress(self, number: int, total: int) -> None:
        done = 30 * number // total
        end = "\n" if number == total else ""
        self.stdout.write(f"\r  [{'=' * done}{' ' * (30 - done)}] {number} of {total} settings", ending=end)
        sys.stdout.flush()
