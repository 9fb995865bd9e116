import django.contrib.postgres.fields
from django.conf import settings
from django.db import migrations, models

# Of reports that are under way: who wrote in them, as the log has it.
_FILL = """
UPDATE school_information_informationreport r SET writers = ARRAY(
    SELECT DISTINCT e.person_id FROM audit_entry e WHERE e.thing_id = r.id AND e.person_id IS NOT NULL
    AND e.action IN ('information_report.written', 'information_report.words_explained'))
WHERE r.state IN ('draft', 'waiting')
"""

class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('organisations', '0002_provider_kind'),
        ('school_information', '0004_areas_in_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='informationreport',
            name='writers',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='informationreport',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('writers__contains', [models.F('approved_by')]), _negated=True), _connector='OR'), name='information_report_not_the_writer'),
        ),
    ]
