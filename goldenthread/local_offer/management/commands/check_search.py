"""`./run manage check_search FILE.csv`: does the search answer everyday questions with the right kinds of help?"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from goldenthread.clock import today
from goldenthread.local_offer.finding.asked import LONGEST_QUESTION, Asked
from goldenthread.local_offer.finding.checking import COLUMNS, hit
from goldenthread.local_offer.finding.searching import search
from goldenthread.local_offer.models import Offer


class Command(BaseCommand):
    help = (
        "Ask every question of a CSV file (columns question, need_any, section_any, words_any; alternatives separated"
        " by |). A hit is a result among the first ten whose need, section or words match any. Prints the misses and,"
        " last, how many were hits."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        rows = self._rows(file)
        offer = Offer.objects.first()
        if offer is None:
            raise CommandError("There is no Local Offer in this database yet.")
        hits = 0
        with transaction.atomic():
            for row in rows:
                found = search(offer, Asked(words=row["question"][:LONGEST_QUESTION]), today(), count=False, size=10)
                if any(hit(row, result.listing) for result in found.results):
                    hits += 1
                else:
                    names = ", ".join(result.listing.name for result in found.results) or "nothing"
                    self.stdout.write(f"miss: {row['question']} -> {names}")
        self.stdout.write(f"{hits} of {len(rows)}")

    def _rows(self, file: Path) -> list[dict[str, str]]:
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                reader = csv.DictReader(lines)
                rows = [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in reader]
                columns = reader.fieldnames or []
        except (OSError, UnicodeDecodeError, csv.Error) as fault:
            raise CommandError(f"{file} cannot be read: {fault}") from fault
        missing = [name for name in COLUMNS if name not in columns]
        if missing:
            raise CommandError(f"{file.name} lacks the column {', '.join(missing)}.")
        return [row for row in rows if row["question"]]
