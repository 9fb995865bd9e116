import goldenthread.keys
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_walls")]
    operations = [
        migrations.CreateModel(
            name="FileLink",
            fields=[
                ("id", models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("session_key", models.CharField(max_length=40)),
                ("hat", models.CharField(max_length=60)),
                ("made_at", models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
            options={"abstract": False},
        ),
    ]
