"""The migrated template that all tests copy: another one as soon as anything that makes it is another."""

from __future__ import annotations

import local_postgres
from tests import database


def test_a_changed_migration_asks_for_another_template(tmp_path, monkeypatch):
    folder = tmp_path / "goldenthread" / "children" / "migrations"
    folder.mkdir(parents=True)
    (folder / "0001_begin.py").write_text("first")
    monkeypatch.setattr(database, "ROOT", tmp_path)
    before, again = database.template_name(), database.template_name()

    (folder / "0001_begin.py").write_text("changed")
    changed = database.template_name()
    (folder / "0002_more.py").write_text("more")

    assert before == again
    assert len({before, changed, database.template_name()}) == 3


def test_the_template_that_is_copied_is_the_one_of_these_files(django_db_setup):
    assert local_postgres.TESTS.has_database(database.template_name())
