"""The walls, as operations for migrations: row-level security, links between walled tables, append-only tables.

A test reads PostgreSQL's catalogue and fails when a table with an `authority` has no wall, or a link between two
walled tables has no constraint over both keys (tests/integration/test_walls.py).
"""

from __future__ import annotations

from django.db import migrations

_IN_AREA = "authority_id = (SELECT app_authority())"
_HELD = "holder_id = ANY ((SELECT app_holders())::uuid[])"
_FAMILY = "child_id = ANY ((SELECT app_children())::uuid[])"


def _wall(table: str, test: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} ADD CONSTRAINT {table}_in_area UNIQUE (authority_id, id);
        CREATE POLICY wall ON {table} TO goldenthread_app USING ({test}) WITH CHECK ({test});
        CREATE POLICY owner ON {table} TO goldenthread_owner USING (true) WITH CHECK (true);
        """,
        f"""
        DROP POLICY owner ON {table};
        DROP POLICY wall ON {table};
        ALTER TABLE {table} DROP CONSTRAINT {table}_in_area;
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


def area_wall(table: str) -> migrations.RunSQL:
    """Only rows of the asking area exist."""
    return _wall(table, _IN_AREA)


def held_wall(table: str, *, or_own: str = "") -> migrations.RunSQL:
    """Only rows of the asking area that the asker's own body holds; or_own: SQL for a person's own rows."""
    own = f" OR ({or_own})" if or_own else ""
    return _wall(table, f"{_IN_AREA} AND ({_HELD}{own})")


def child_wall(table: str, *, family: bool = True) -> migrations.RunSQL:
    """Only rows of the asking area that the asker's own body holds, or (family) about a child they act for."""
    return _wall(table, f"{_IN_AREA} AND ({_HELD} OR {_FAMILY})" if family else f"{_IN_AREA} AND {_HELD}")


def link(table: str, column: str, to: str) -> migrations.RunSQL:
    """A link that cannot cross areas: (authority_id, column) → (authority_id, id) of `to`."""
    name = f"{table}_{column}_in_area"[:63]
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (authority_id, {column})"
        f" REFERENCES {to} (authority_id, id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


def append_only(table: str) -> migrations.RunSQL:
    """What is written stays written: the application may add and read rows, never change or remove one."""
    return migrations.RunSQL(
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM goldenthread_app",
        f"GRANT UPDATE, DELETE ON {table} TO goldenthread_app",
    )


def person_wall(table: str) -> migrations.RunSQL:
    """Only the asking person's own rows exist, in whatever area they are working."""
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY wall ON {table} TO goldenthread_app
            USING (person_id = (SELECT app_person())) WITH CHECK (person_id = (SELECT app_person()));
        CREATE POLICY owner ON {table} TO goldenthread_owner USING (true) WITH CHECK (true);
        """,
        f"""
        DROP POLICY owner ON {table};
        DROP POLICY wall ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )
