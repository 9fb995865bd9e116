"""Write many rows at once, inside the walls.

PostgreSQL takes no COPY into a table with row-level security, so rows are copied into a passing table of the same
shape and inserted from there: every wall and constraint is checked as for any other row.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db import connection, models

Values = tuple[Any, ...]


def copy_rows(model: type[models.Model], fields: str, rows: Iterable[Values]) -> int:
    """Write rows into a model's table. fields: names of its fields, with spaces between. Answers how many.

    A field that is left out gets its default, as it would from Django. Call inside a transaction. Memory stays
    flat: rows are taken one by one.
    """
    waiting = iter(rows)
    first = next(waiting, None)
    if first is None:
        return 0
    table = model._meta.db_table
    given = [str(model._meta.get_field(name).column) for name in fields.split()]  # type: ignore[union-attr]
    columns = ", ".join(f'"{column}"' for column in given)
    left_out = _defaults(model, given)
    sealed = _sealed(model, fields)
    more = "".join(f', "{column}"' for column in left_out)
    values = "".join(", %s" for _column in left_out)
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMP TABLE passing ON COMMIT DROP AS SELECT {columns} FROM "{table}" WITH NO DATA')  # noqa: S608
        with cursor.copy(f"COPY passing ({columns}) FROM STDIN") as target:
            for row in chain([first], waiting):
                target.write_row(_prepared(row, sealed) if sealed else row)
                count += 1
        insert = f'INSERT INTO "{table}" ({columns}{more}) SELECT {columns}{values} FROM passing'  # noqa: S608
        cursor.execute(insert, list(left_out.values()))
        cursor.execute("DROP TABLE passing")
    return count


def _sealed(model: type[models.Model], fields: str) -> dict[int, Any]:
    """Where among the given fields stand those that keep their words encrypted, and which they are."""
    chosen = enumerate(model._meta.get_field(name) for name in fields.split())
    return {place: field for place, field in chosen if getattr(field, "sealed", False)}


def _prepared(row: Values, sealed: dict[int, Any]) -> Values:
    return tuple(sealed[place].get_prep_value(value) if place in sealed else value for place, value in enumerate(row))


def _defaults(model: type[models.Model], given: list[str]) -> dict[str, Any]:
    """The columns nobody gave that may not be empty, with Django's own default for each."""
    wanted = (field for field in model._meta.concrete_fields if field.column not in given and not field.null)
    return {str(field.column): field.get_db_prep_save(field.get_default(), connection) for field in wanted}
