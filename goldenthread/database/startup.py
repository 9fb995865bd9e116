"""What must be true of the database before anything is served. Called by the web process and the worker."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

_FACTS = """
SELECT current_setting('server_version_num')::int, current_setting('fsync'),
       current_setting('synchronous_commit'), current_setting('cluster_name'), rolsuper OR rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind = 'r'), rolname
FROM pg_roles WHERE rolname = current_user
"""
OLDEST = 150000  # PostgreSQL 15


def refuse_unsafe() -> None:
    """Raise ImproperlyConfigured, with what to do, when records would not be safe in this database.

    In every setting: too old a server, a role that walks through the walls, or the role that owns the tables.
    In real use also: the embedded server, fsync or synchronous_commit off, and the demo's open door.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FACTS)
        version, fsync, commit, cluster, passes_walls, owns_tables, role = cursor.fetchone()
    connection.close()
    faults = []
    if version < OLDEST:
        faults.append("PostgreSQL is older than 15. Use version 15 or newer.")
    if passes_walls or owns_tables:
        faults.append(f"The role {role} passes row-level security. Connect as goldenthread_app.")
    if not settings.STATED_TODAY:
        if cluster == "goldenthread-embedded":
            faults.append("The embedded PostgreSQL is for the demo only. Set DATABASE_URL to a real server.")
        if fsync == "off" or commit == "off":
            faults.append("fsync or synchronous_commit is off: saved records could be lost. Turn both on.")
        if settings.DEMO_DOOR or settings.DEMO_SCANNER:
            faults.append("The demo's sign-in or scanner is on. Use goldenthread.settings.production.")
    if faults:
        raise ImproperlyConfigured("Golden Thread does not start here. " + " ".join(faults))
