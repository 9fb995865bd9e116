from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("local_offer_editing", "0005_invitations")]
    operations = [
        migrations.AddField(name, "wiped_on", models.DateField(blank=True, null=True))
        for name in ("claim", "entryreport")
    ]
