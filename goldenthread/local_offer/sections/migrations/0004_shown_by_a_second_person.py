import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_TABLE = "local_offer_sections_consultation"
# What was shown by its writer is shown again once a colleague has read it.
_HIDE = f"UPDATE {_TABLE} SET published = false WHERE published"
# Everybody reads the number as it may be told, never the number itself.
_GRANT = f"""
REVOKE SELECT (people) ON {_TABLE} FROM goldenthread_public;
GRANT SELECT (people_shown) ON {_TABLE} TO goldenthread_public;
"""
_UNGRANT = f"""
REVOKE SELECT (people_shown) ON {_TABLE} FROM goldenthread_public;
GRANT SELECT (people) ON {_TABLE} TO goldenthread_public;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("local_offer_sections", "0003_reminded_on"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        # First: PostgreSQL refuses to change the table once rows wait for the check of a new key.
        migrations.RunSQL(_HIDE, migrations.RunSQL.noop),
        migrations.AddField(
            model_name="consultation",
            name="explained",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="consultation",
            name="published_by",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name="consultation",
            name="published_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="consultation",
            name="people_shown",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(people__lt=6, then=models.Value(0)), default=models.F("people"), output_field=models.PositiveIntegerField()
                ),
                output_field=models.PositiveIntegerField(null=True),
            ),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(("published", False), ("published_by", None), ("published_on", None))
                | models.Q(
                    ("published", True), ("published_by__isnull", False), ("published_on__isnull", False),
                    models.Q(("published_by", models.F("kept_by")), _negated=True),
                ),
                name="offer_consultation_two_people",
            ),
        ),
        migrations.RunSQL(_GRANT, _UNGRANT),
    ]
