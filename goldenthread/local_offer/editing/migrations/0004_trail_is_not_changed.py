from django.db import migrations

# What was done with a version stays as it was written. It is still removed together with its entry (record 0163).


class Migration(migrations.Migration):
    dependencies = [("local_offer_editing", "0003_what_was_done_with_a_report")]
    operations = [
        migrations.RunSQL(
            "REVOKE UPDATE, TRUNCATE ON local_offer_editing_versionentry FROM goldenthread_app",
            "GRANT UPDATE ON local_offer_editing_versionentry TO goldenthread_app",
        )
    ]
