import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0008_keepers")]
    operations = [
        migrations.AddField(
            "service",
            "archived_for",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                to="organisations.organisation",
            ),
        )
    ]  # fmt: skip
