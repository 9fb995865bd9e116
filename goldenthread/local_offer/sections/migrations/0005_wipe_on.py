from django.db import migrations, models

# As copies.py counts: 90 days after the end, or 180 after it was asked for.
_FILL = "UPDATE local_offer_sections_copyrequest SET wipe_on = COALESCE(ended_on + 90, asked_on + 180)"


class Migration(migrations.Migration):
    dependencies = [("local_offer_sections", "0004_shown_by_a_second_person")]
    operations = [
        migrations.AddField(model_name="copyrequest", name="wipe_on", field=models.DateField(null=True)),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
        migrations.AlterField(model_name="copyrequest", name="wipe_on", field=models.DateField()),
    ]
