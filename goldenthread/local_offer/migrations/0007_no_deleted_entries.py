from django.db import migrations, models

# An entry that is removed for good is deleted; no row ever had a state for it (docs/decisions/0163).


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0006_comment_walls")]
    operations = [
        migrations.AlterField(
            "service",
            "state",
            models.CharField(
                choices=[("draft", "Never shown yet"), ("live", "Live"), ("archived", "Archived")],
                default="draft",
                max_length=10,
            ),
        )
    ]
