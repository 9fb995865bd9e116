"""Write many rows at once, inside the walls.

PostgreSQL takes no COPY into a table with row-level security, so rows are copied into a passing table of the same
shape and inserted from there: every wall and constraint is checked as for any other row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection, models

Values = tuple[Any, ...]


def copy_rows(model: type[models.Model], fields: str, rows: Iterable[Values]) -> int:
    """Write rows into a model's table. fields: names of its fields, with spaces between. Answers how many.

    Call inside a transaction. Memory stays flat: rows are taken one by one.
    """
    table = model._meta.db_table
    columns = ", ".join(f'"{model._meta.get_field(name).column}"' for name in fields.split())  # type: ignore[union-attr]
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMP TABLE passing ON COMMIT DROP AS SELECT {columns} FROM "{table}" WITH NO DATA')
        with cursor.copy(f"COPY passing ({columns}) FROM STDIN") as target:
            for row in rows:
                target.write_row(row)
                count += 1
        cursor.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM passing')
        cursor.execute("DROP TABLE passing")
    return count
