"""Start-up refuses what would not be safe, and the adviser's schema is shut to the application (bars A4, A14)."""

from __future__ import annotations

import importlib
import sys

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from goldenthread.database import startup

pytestmark = pytest.mark.django_db(transaction=True)
SAFE = {
    "DATABASE_URL": "postgresql://goldenthread_app:x@db/goldenthread", "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "send.example.gov.uk", "FILES_ORIGIN": "https://files.example.org",
}  # fmt: skip


def _production(monkeypatch, **changed):
    """The settings of real use, read afresh from this environment."""
    for name, value in (SAFE | changed).items():
        monkeypatch.setenv(name, value)
    for name in ("goldenthread.settings.base", "goldenthread.settings.production"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("goldenthread.settings.production")


@pytest.mark.parametrize(
    "changed",
    [{"SECRET_KEY": ""}, {"SECRET_KEY": "short"}, {"ALLOWED_HOSTS": ""}, {"ALLOWED_HOSTS": "*"}, {"DATABASE_URL": ""}],
)
def test_real_use_refuses_to_start_with(changed, monkeypatch):
    with pytest.raises(ImproperlyConfigured):
        _production(monkeypatch, **changed)


@pytest.mark.parametrize(
    "origin",
    ["", "http://files.example.org", "files.example.org", "https://files.example.org/", "https://files.example.org/a",
     "https://user@files.example.org", "https://", "https://send.example.gov.uk", "https://SEND.example.gov.uk",
     "https://send.example.gov.uk:8443"],
)  # fmt: skip
def test_real_use_refuses_to_start_where_files_have_no_origin_of_their_own(origin, monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="FILES_ORIGIN"):
        _production(monkeypatch, FILES_ORIGIN=origin)


def test_a_name_for_all_names_of_a_domain_does_not_take_the_files_name_too(monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="one by one"):
        _production(monkeypatch, ALLOWED_HOSTS=".example.org")


@pytest.mark.parametrize("origin", ["https://files.example.org", "https://files.send.example.gov.uk:8443"])
def test_the_files_host_is_answered_beside_the_pages_hosts(origin, monkeypatch):
    real = _production(monkeypatch, FILES_ORIGIN=origin)

    host = origin.removeprefix("https://").removesuffix(":8443")
    assert (origin, ["send.example.gov.uk", host]) == (real.FILES_ORIGIN, real.ALLOWED_HOSTS)
    places = [real.MIDDLEWARE.index(name) for name in (
        "goldenthread.documents.files_origin.FilesOrigin", "django.contrib.sessions.middleware.SessionMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
    )]  # fmt: skip
    assert places[0] < min(places[1:]), "it stands before everything that knows sessions or styles"


def test_real_use_is_shut_tight(monkeypatch):
    real = _production(monkeypatch)

    assert (real.DEBUG, real.DEMO_DOOR, real.DEMO_SCANNER, real.STATED_TODAY) == (False, False, False, None)
    assert (real.SESSION_COOKIE_SECURE, real.CSRF_COOKIE_SECURE, real.SECURE_SSL_REDIRECT) == (True, True, True)
    assert (real.SESSION_COOKIE_HTTPONLY, real.CSRF_COOKIE_HTTPONLY, real.SESSION_COOKIE_SAMESITE) == (
        True,
        True,
        "Lax",
    )
    assert real.SESSION_COOKIE_NAME.startswith("__Host-") and real.CSRF_COOKIE_NAME.startswith("__Host-")
    assert real.SECURE_HSTS_SECONDS >= 365 * 24 * 3600
    assert real.LOGGING["handlers"]["console"]["filters"] == ["no_personal_text"]


@pytest.mark.parametrize(("set_to", "counted"), [({}, 1), ({"TRUSTED_PROXIES": "2"}, 2), ({"TRUSTED_PROXIES": "0"}, 0)])
def test_tries_are_counted_for_the_visitor_behind_the_proxies_in_front(monkeypatch, set_to, counted):
    real = _production(monkeypatch, **set_to)

    assert counted == real.ALLAUTH_TRUSTED_PROXY_COUNT


class _Database:
    """A database that answers with these facts."""

    def __init__(self, facts):
        self.facts = facts

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    def execute(self, _question):
        return None

    def fetchone(self):
        return self.facts

    def close(self):
        return None


GOOD = (160000, "on", "on", "", False, False, "goldenthread_app")


def _start(monkeypatch, settings, facts, door=False):
    settings.STATED_TODAY, settings.DEMO_DOOR, settings.DEMO_SCANNER = None, door, False
    monkeypatch.setattr(startup, "connection", _Database(facts))
    startup.refuse_unsafe()


def test_a_safe_database_starts(monkeypatch, settings):
    refused = _start(monkeypatch, settings, GOOD)

    assert refused is None


@pytest.mark.parametrize(
    ("place", "value", "word"),
    [(0, 140010, "older than 15"), (1, "off", "fsync"), (2, "off", "fsync"), (3, "goldenthread-embedded", "embedded"),
     (4, True, "row-level security"), (5, True, "row-level security")],
)  # fmt: skip
def test_an_unsafe_database_does_not(place, value, word, monkeypatch, settings):
    facts = (*GOOD[:place], value, *GOOD[place + 1 :])

    with pytest.raises(ImproperlyConfigured, match=word):
        _start(monkeypatch, settings, facts)


def test_the_demo_door_does_not_open_in_real_use(monkeypatch, settings):
    with pytest.raises(ImproperlyConfigured, match="demo's sign-in"):
        _start(monkeypatch, settings, GOOD, door=True)


@pytest.mark.parametrize("role", ["owner", "backup"])
def test_the_real_cluster_refuses_a_role_that_passes_the_walls(role, raw_url, monkeypatch):
    with psycopg.connect(raw_url(role)) as connection:
        monkeypatch.setattr(startup, "connection", connection)

        with pytest.raises(ImproperlyConfigured, match=f"goldenthread_{role} passes row-level security"):
            startup.refuse_unsafe()


STATEMENTS = ("SELECT * FROM advice.planted", "INSERT INTO advice.planted VALUES (2)", "SELECT count(*) FROM advice.planted",
              "CREATE TABLE advice.mine (key int)")  # fmt: skip


def test_what_advisers_keep_is_refused_to_everybody_else_by_postgresql(raw_url):
    with psycopg.connect(raw_url("owner"), autocommit=True) as owner:
        owner.execute("CREATE TABLE advice.planted (key int)")
        owner.execute("INSERT INTO advice.planted VALUES (1)")
        try:
            refused = [(role, one) for role in ("app", "public") for one in STATEMENTS if _refused(raw_url(role), one)]
            with psycopg.connect(raw_url("advice")) as adviser:
                seen = adviser.execute("SELECT * FROM advice.planted").fetchall()
        finally:
            owner.execute("DROP TABLE advice.planted")

    assert refused == [(role, one) for role in ("app", "public") for one in STATEMENTS]
    assert seen == [(1,)]


def test_the_adviser_and_the_public_role_see_nothing_of_schools_and_children(raw_url, db):
    for role in ("advice", "public"):
        for table in ("children_child", "audit_entry", "sen_support_contribution", "people_parent", "people_account"):
            assert _refused(raw_url(role), f"SELECT * FROM public.{table}"), (role, table)


def _refused(address: str, statement: str) -> bool:
    with psycopg.connect(address) as connection:
        try:
            connection.execute(statement)
        except psycopg.errors.InsufficientPrivilege:
            return True
        finally:
            connection.rollback()
    return False
