"""PostgreSQL itself keeps areas, bodies and families apart, whatever the code forgets."""

from __future__ import annotations

import psycopg
import pytest
from django.apps import apps

pytestmark = pytest.mark.django_db(transaction=True)


def _models_with(*columns: str) -> dict[str, object]:
    found = {}
    for model in apps.get_models():
        names = {field.column for field in model._meta.concrete_fields}
        if model._meta.app_config.name.startswith("goldenthread") and set(columns) <= names:
            found[model._meta.db_table] = model
    return found


def test_every_table_with_an_authority_and_a_holder_forces_row_level_security(raw_url):
    walled = set(_models_with("authority_id", "holder_id"))

    with psycopg.connect(raw_url("owner")) as connection:
        rows = connection.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        ).fetchall()

    assert walled
    assert walled - {name for (name,) in rows} == set()


def test_every_link_between_walled_tables_is_checked_over_both_keys(raw_url):
    walled = _models_with("authority_id", "holder_id")
    links = {
        (table, field.column, field.related_model._meta.db_table)
        for table, model in walled.items()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model._meta.db_table in walled
    }
    asked = """
        SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
        FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]
        JOIN pg_attribute first ON first.attrelid = c.conrelid AND first.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 2 AND first.attname = 'authority_id'
    """

    with psycopg.connect(raw_url("owner")) as connection:
        checked = {tuple(row) for row in connection.execute(asked).fetchall()}

    assert links
    assert links - checked == set()
