"""`./run manage load_places [--postcodes FILE]`: fill the tables that turn a postcode or a town into a point."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from goldenthread.local_offer.places_file import POSTCODES, load_places


class Command(BaseCommand):
    help = "Load postcodes, outward codes and towns from the shipped files, or postcodes from a file of your own."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--postcodes", type=Path, default=POSTCODES)

    def handle(self, *args: Any, postcodes: Path, **options: Any) -> None:
        if not postcodes.is_file():
            raise CommandError(f"There is no file {postcodes}.")
        try:
            loaded = load_places(postcodes)
        except (KeyError, ValueError) as fault:
            raise CommandError(
                f"{postcodes.name} needs the columns postcode, lad_code, lad_name, latitude, longitude: {fault}"
            ) from fault
        self.stdout.write(", ".join(f"{count} {what}" for what, count in loaded.items()))
