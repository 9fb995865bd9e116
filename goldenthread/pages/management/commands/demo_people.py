"""`./run manage demo_people ADDRESS`: who a visitor of the demo can be, and where the door is."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.pages.door import the_people


class Command(BaseCommand):
    help = "Print the demo's people and the address of the open door (and remember them for the door's page)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="http://127.0.0.1:8000")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        self.stdout.write(f"Come in as any of these with one click: {address}/demo/\n")
        for person in the_people():
            place = f", {person.organisation_name}" if person.organisation_name else ""
            self.stdout.write(f"  {person.name} ({person.role}{place}): {person.look_at}")
