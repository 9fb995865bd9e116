from django.db import migrations

from goldenthread.database.walls import held_wall, link

# A withheld address is narrower than its holder: PostgreSQL shows it only to the people named for it.
NAMED_ONLY = """
DROP POLICY wall ON privacy_withheldaddress;
CREATE POLICY add ON privacy_withheldaddress FOR INSERT TO goldenthread_app WITH CHECK (
    authority_id = (SELECT app_authority()) AND holder_id = ANY ((SELECT app_holders())::uuid[]));
CREATE POLICY read ON privacy_withheldaddress FOR SELECT TO goldenthread_app USING (
    authority_id = (SELECT app_authority()) AND holder_id = ANY ((SELECT app_holders())::uuid[])
    AND EXISTS (SELECT FROM privacy_namedreader r WHERE r.withheld_address_id = privacy_withheldaddress.id
                AND r.account_id = (SELECT app_person()) AND r.to_on IS NULL));
REVOKE UPDATE, DELETE, TRUNCATE ON privacy_withheldaddress FROM goldenthread_app;
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("people", "0002_walls")]
    operations = [
        held_wall("privacy_withheldaddress"),
        held_wall("privacy_namedreader"),
        link("privacy_withheldaddress", "parent_id", "people_parent"),
        link("privacy_namedreader", "withheld_address_id", "privacy_withheldaddress"),
        migrations.RunSQL(NAMED_ONLY, migrations.RunSQL.noop),
    ]
