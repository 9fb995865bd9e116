from django.db import migrations, models

# A role that somebody was given twice: the later of the two ends on the day on which it began; the earlier one stays.
END_SECONDS = """
UPDATE people_assignment later SET to_on = later.from_on
WHERE later.to_on IS NULL AND EXISTS (
    SELECT 1 FROM people_assignment earlier
    WHERE earlier.to_on IS NULL AND earlier.account_id = later.account_id AND earlier.holder_id = later.holder_id
      AND earlier.role = later.role AND (earlier.from_on, earlier.id) < (later.from_on, later.id)
)
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0004_access_ends_at_once")]
    operations = [
        migrations.AddField("assignment", "invited_as", models.CharField(blank=True, default="", max_length=200), False),
        migrations.RunSQL(END_SECONDS, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "assignment",
            models.UniqueConstraint(
                fields=["account", "holder", "role"],
                condition=models.Q(to_on__isnull=True),
                name="assignment_once_in_force",
            ),
        ),
    ]
