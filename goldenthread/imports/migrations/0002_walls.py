from django.db import migrations

from goldenthread.database.walls import held_wall, link


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial")]
    operations = [
        held_wall("imports_batch"),
        held_wall("imports_batchpart"),
        held_wall("imports_problem"),
        held_wall("imports_change"),
        link("imports_batchpart", "batch_id", "imports_batch"),
        link("imports_problem", "batch_id", "imports_batch"),
        link("imports_change", "batch_id", "imports_batch"),
    ]
