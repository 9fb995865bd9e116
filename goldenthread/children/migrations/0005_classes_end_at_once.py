from django.db import migrations

# A request that writes waits here, just before it commits, for whoever is taking children or classes from the grown-ups
# of its setting; and they for it (people/at_once.py). One lock for a setting: an import moves a whole roll at once.
LOCK = """
CREATE FUNCTION children_wait_for_changes_of_classes(setting uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock_shared(399002, people_access_lock(setting))
$$;
CREATE FUNCTION children_classes_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(399002, lock.number)
    FROM (SELECT DISTINCT people_access_lock(holder_id) AS number FROM taken ORDER BY 1) lock;
    RETURN NULL;
END $$;
"""
UNLOCK = """
DROP FUNCTION children_classes_change();
DROP FUNCTION children_wait_for_changes_of_classes(uuid);
"""
TABLES = ("children_classmembership", "children_classstaff", "children_enrolment")
WATCH = """
CREATE TRIGGER classes_change_{name} AFTER {what} ON {table} REFERENCING OLD TABLE AS taken
    FOR EACH STATEMENT EXECUTE FUNCTION children_classes_change();
"""


def _watched() -> list[migrations.RunSQL]:
    pairs = [(table, what) for table in TABLES for what in ("UPDATE", "DELETE")]
    return [
        migrations.RunSQL(
            WATCH.format(table=table, what=what, name=what.lower()),
            f"DROP TRIGGER classes_change_{what.lower()} ON {table}",
        )
        for table, what in pairs
    ]


class Migration(migrations.Migration):
    dependencies = [("children", "0004_register_index_and_ended_needs"), ("people", "0004_access_ends_at_once")]
    operations = [migrations.RunSQL(LOCK, UNLOCK), *_watched()]
