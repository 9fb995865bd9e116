from django.db import migrations

# The forms of a family's contact were kept as drafts, and what came from the record with them: address, phone, e-mail.
FORGET = "DELETE FROM process_draft WHERE form ~ '^page:.*/contact/'"


class Migration(migrations.Migration):
    dependencies = [("process", "0002_walls")]
    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
