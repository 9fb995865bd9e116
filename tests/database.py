"""One PostgreSQL cluster for all tests; one migrated template; each worker clones it and asks as the application.

The template is kept from run to run under a mark of everything that makes it: migrating takes longer than most rooms'
tests. A changed migration has another mark, and so a new template.

Wall tests use `transaction=True`: in a rolled-back test the authority setting would survive into the next request
and pass falsely. Such tests are emptied by the owner instead of flushed, which the application role may not do.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase

import local_postgres

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's sync API runs an event loop


def _run_mark() -> str:
    """One name for all workers of one run, so that two runs at once do not share a database."""
    return os.environ.setdefault("GOLDENTHREAD_TEST_RUN", str(os.getpid()))


# What the migrations are and what they use of the rest of the product.
_MAKES_THE_TEMPLATE = (
    "local_postgres.py", "goldenthread/**/migrations/*.py", "goldenthread/database/**/*", "goldenthread/keys.py",
    "goldenthread/privacy/fields.py", "goldenthread/local_offer/facets.py", "goldenthread/settings/base.py",
    "requirements/base.txt",
)  # fmt: skip
KEPT_TEMPLATES = 4  # a checkout that goes back and forth between states of its migrations finds each


def template_name() -> str:
    """The name of the template that the files of this checkout make."""
    mark = hashlib.sha256()
    for pattern in _MAKES_THE_TEMPLATE:
        for path in sorted(one for one in ROOT.glob(pattern) if one.is_file() and one.suffix != ".pyc"):
            mark.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return f"template_{mark.hexdigest()[:16]}"


def _migrate(template: str) -> None:
    """Make the template under another name first, so that one with the right name is always whole."""
    cluster, making = local_postgres.TESTS, "template_in_the_making"
    cluster.drop_database(making)
    cluster.create_database(making)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "goldenthread.settings.test",
        "DATABASE_URL": cluster.url("owner", making),
    }
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--skip-checks", "--verbosity", "0"]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)
    cluster.psql(f'ALTER DATABASE "{making}" RENAME TO "{template}"')


def _forget_old_templates() -> None:
    names = "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid DESC"
    for name in local_postgres.TESTS.psql(names).splitlines()[KEPT_TEMPLATES:]:
        local_postgres.TESTS.drop_database(name)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two runs of one checkout neither make a template twice nor drop one that the other copies."""
    with (local_postgres.TESTS.home / "templates").open("w") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        yield


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def _make_template(config: pytest.Config) -> None:
    """Start the cluster, which goes when the run ends, and migrate a template unless the right one is there."""
    context = local_postgres.TESTS.in_use()
    context.__enter__()
    config.add_cleanup(lambda: context.__exit__(None, None, None))
    os.environ["GOLDENTHREAD_TEST_TEMPLATE"] = template = template_name()
    with _one_at_a_time():
        if not local_postgres.TESTS.has_database(template):
            _migrate(template)
            _forget_old_templates()


def pytest_configure(config: pytest.Config) -> None:
    """With several workers the controller makes the template, once, before any of them starts."""
    if not _is_worker(config) and config.getoption("numprocesses", None):
        _make_template(config)


def _database_name() -> str:
    return f"tests_{_run_mark()}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"


def clone() -> None:
    """A fresh copy of the migrated template for this worker."""
    connections.close_all()
    template = os.environ["GOLDENTHREAD_TEST_TEMPLATE"]
    with _one_at_a_time():
        local_postgres.TESTS.clone_database(template, _database_name())


@pytest.fixture(scope="session")
def django_db_setup(pytestconfig: pytest.Config) -> Iterator[None]:
    from goldenthread.settings.base import database

    if not _is_worker(pytestconfig) and not pytestconfig.getoption("numprocesses", None):
        _make_template(pytestconfig)
    name = _database_name()
    clone()
    chosen = database(local_postgres.TESTS.url("app", name))
    connections["default"].settings_dict.update(chosen)
    settings.DATABASES["default"].update(chosen)
    settings.PUBLIC_DATABASE_URL = local_postgres.TESTS.url("public", name)
    yield
    connections.close_all()
    local_postgres.TESTS.drop_database(name)


KEPT = ("django_migrations", "django_content_type", "auth_permission")  # what the migrations themselves wrote
# Rows are deleted while there are few: to truncate means new files for every table that any of them is linked to, with
# its indexes, some two thousand. Most links are checked at the end; a table that is still pointed at waits its turn.
# Once deleted rows or many rows have made a table big, everything is truncated.
BIG = 2_000_000  # bytes
WRITTEN_BY_DELETING = "local_offer_feed_revision"  # a trigger notes there that a public row has gone
_EMPTY = f"""
DO $$
DECLARE
  filled text[];
  waiting text[];
  each text;
  holds_rows boolean;
BEGIN
  SELECT array_agg(oid::regclass::text), array_agg(oid::regclass::text) FILTER (WHERE pg_relation_size(oid) > {BIG})
  INTO filled, waiting FROM pg_class
  WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'advice'::regnamespace)
    AND pg_relation_size(oid) > 0 AND relname NOT IN {KEPT};
  IF waiting IS NOT NULL THEN
    EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' CASCADE';
    RETURN;
  END IF;
  WHILE filled IS NOT NULL AND filled <> '{{}}' LOOP
    waiting := '{{}}';
    FOREACH each IN ARRAY filled LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s)', each) INTO holds_rows;
      IF holds_rows THEN
        BEGIN
          EXECUTE format('DELETE FROM %s', each);
        EXCEPTION WHEN foreign_key_violation THEN
          waiting := waiting || each;
        END;
      END IF;
    END LOOP;
    IF waiting = filled THEN RAISE EXCEPTION 'These tables cannot be emptied: %', filled; END IF;
    filled := waiting;
  END LOOP;
  DELETE FROM {WRITTEN_BY_DELETING};
END $$
"""


def _empty(self: TransactionTestCase) -> None:
    """Empty every table that holds rows, as their owner: the application role may not."""
    with psycopg.connect(local_postgres.TESTS.url("owner", _database_name()), autocommit=True) as owner:
        owner.execute(_EMPTY)


TransactionTestCase._fixture_teardown = _empty  # type: ignore[method-assign]


@pytest.fixture
def raw_url(django_db_setup: None):  # type: ignore[no-untyped-def]
    """role → the address of this worker's database for that role, to ask PostgreSQL itself."""
    return lambda role: local_postgres.TESTS.url(role, _database_name())
