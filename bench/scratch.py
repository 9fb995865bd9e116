"""A database to measure in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from local_postgres import TESTS

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def scratch_database(name: str) -> Iterator[None]:
    """An empty migrated database in the tests' cluster; this process asks it as the application. Gone afterwards."""
    TESTS.create_database(name)
    try:
        environment = os.environ | {
            "DATABASE_URL": TESTS.url("owner", name), "DJANGO_SETTINGS_MODULE": "goldenthread.settings.test",
        }  # fmt: skip
        migrate = [sys.executable, str(ROOT / "manage.py"), "migrate", "--skip-checks", "--verbosity", "0"]
        subprocess.run(migrate, check=True, env=environment, cwd=ROOT)
        os.environ |= {"DATABASE_URL": TESTS.url("app", name), "DJANGO_SETTINGS_MODULE": "bench.settings"}
        import django

        django.setup()
        yield
    finally:
        from django.db import connections

        connections.close_all()
        TESTS.drop_database(name)
