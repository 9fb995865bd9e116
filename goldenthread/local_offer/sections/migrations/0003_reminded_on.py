from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("local_offer_sections", "0002_walls")]
    operations = [
        migrations.AddField(
            model_name="sectionpage", name="reminded_on", field=models.DateField(blank=True, null=True)
        ),
    ]
