"""`./run manage import_file KIND FILE --setting URN --by EMAIL`: bring in a large file without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from goldenthread.access.viewer import Viewer
from goldenthread.clock import today
from goldenthread.database.acting import one_transaction
from goldenthread.imports.actions import read_file, take_file
from goldenthread.imports.models import FileKind, Problem
from goldenthread.imports.reading import FileRefused
from goldenthread.organisations.models import Organisation
from goldenthread.people.at_once import become
from goldenthread.people.hats import hats_of
from goldenthread.people.models import Account


class Command(BaseCommand):
    help = "Read a file, say what it would do and, with --take, take it. Everything is logged as done by that person."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=FileKind.values)
        parser.add_argument("file", type=Path)
        parser.add_argument("--setting", required=True, help="URN of the setting")
        parser.add_argument("--by", required=True, help="e-mail of the person who answers for it, who may import there")
        parser.add_argument("--take", action="store_true")

    def handle(self, *args: Any, kind: str, file: Path, setting: str, by: str, take: bool, **options: Any) -> None:
        account = Account.objects.filter(email=by.lower()).first()
        if account is None:
            raise CommandError(f"Nobody signs in as {by}.")
        with one_transaction(authority=None, person=account.pk):
            viewer = self._viewer(account, setting)
            become(viewer)
            try:
                made = read_file(by=viewer, kind=kind, file_name=file.name, chunks=_chunks(file))
            except FileRefused as fault:
                raise CommandError(str(fault)) from None
            self.stdout.write(f"{made.rows} lines: {made.new} new, {made.changed} changed, {made.same} as they were.")
            for bad in Problem.objects.filter(batch=made).iterator(chunk_size=2000):
                self.stdout.write(f"line {bad.line}, {bad.field}, {bad.value!r}: {bad.remedy}")
            if take and not made.problems:
                take_file(by=viewer, batch=made.pk)
                self.stdout.write("Taken.")

    def _viewer(self, account: Account, urn: str) -> Viewer:
        organisation = Organisation.objects.filter(urn=urn).first()
        for hat in hats_of(today()):
            if organisation is not None and hat.organisation == organisation.pk and "import.run" in hat.role.rights:
                return hat.viewer(account.pk, account.name, today(), "command")
        raise CommandError(f"{account.email} may not bring in files for the setting with URN {urn}.")


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while chunk := source.read(256 * 1024):
            yield chunk
