from django.db import migrations

# Who leads a session or a group reaches its children, so taking either away waits as it does for a class.
TAKEN = (("provision_plannedsession", "UPDATE"), ("provision_plannedsession", "DELETE"), ("provision_group", "UPDATE"))
WATCH = """
CREATE TRIGGER sessions_change_{name} AFTER {what} ON {table} REFERENCING OLD TABLE AS taken
    FOR EACH STATEMENT EXECUTE FUNCTION children_classes_change();
"""


class Migration(migrations.Migration):
    dependencies = [("provision", "0002_walls"), ("children", "0005_classes_end_at_once")]
    operations = [
        migrations.RunSQL(
            WATCH.format(table=table, what=what, name=what.lower()),
            f"DROP TRIGGER sessions_change_{what.lower()} ON {table}",
        )
        for table, what in TAKEN
    ]
