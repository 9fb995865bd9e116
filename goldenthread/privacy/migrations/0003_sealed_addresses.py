from django.db import migrations

import goldenthread.privacy.fields

# Who may see the newest withheld address of a grown-up. The setting's staff may know this without being named; the
# address itself is no column of it.
READERS = """
CREATE FUNCTION privacy_readers(parent uuid) RETURNS TABLE (
    reader_id uuid, withheld_address_id uuid, account_id uuid, account_name text, from_on date, withheld_on date
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.id, w.id, a.id, a.name::text, r.from_on, w.withheld_on
    FROM (
        SELECT * FROM privacy_withheldaddress k
        WHERE k.parent_id = parent AND k.authority_id = app_authority() AND k.holder_id = ANY (app_holders())
        ORDER BY k.withheld_on DESC, k.id DESC LIMIT 1
    ) w
    JOIN privacy_namedreader r ON r.withheld_address_id = w.id AND r.to_on IS NULL
    JOIN people_account a ON a.id = r.account_id
    ORDER BY a.name, r.id
$$;
REVOKE ALL ON FUNCTION privacy_readers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION privacy_readers(uuid) TO goldenthread_app;
"""

SEALED = goldenthread.privacy.fields.SealedTextField


class Migration(migrations.Migration):
    """Before the first release: there is no row yet whose plain words would have to be sealed."""

    dependencies = [("privacy", "0002_walls")]
    operations = [
        migrations.AlterField("withheldaddress", "address", SEALED()),
        migrations.AlterField("withheldaddress", "postcode", SEALED(blank=True)),
        migrations.AlterField("withheldaddress", "reason", SEALED()),
        migrations.RunSQL(READERS, "DROP FUNCTION privacy_readers(uuid)"),
    ]
