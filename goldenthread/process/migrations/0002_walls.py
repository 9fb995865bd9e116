from django.db import migrations

from goldenthread.database.walls import append_only, child_wall, link, person_wall


class Migration(migrations.Migration):
    dependencies = [("process", "0001_initial"), ("children", "0003_walls")]
    operations = [
        child_wall("process_stateentry"),
        link("process_stateentry", "child_id", "children_child"),
        append_only("process_stateentry"),
        person_wall("process_draft"),
        person_wall("process_submission"),
    ]
