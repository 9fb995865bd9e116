import django.contrib.postgres.fields
from django.db import migrations, models

import goldenthread.keys

TABLE = """
CREATE TABLE audit_entry (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    authority_id uuid,
    person_id uuid,
    organisation_id uuid,
    role varchar(40) NOT NULL,
    action varchar(60) NOT NULL,
    thing_type varchar(60) NOT NULL,
    thing_id uuid,
    children uuid[] NOT NULL,
    why varchar(200) NOT NULL,
    detail jsonb NOT NULL,
    reference varchar(40) NOT NULL,
    transaction bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit_entry_other PARTITION OF audit_entry DEFAULT;
CREATE INDEX audit_entry_by_area ON audit_entry (authority_id, at DESC);
CREATE INDEX audit_entry_by_child ON audit_entry USING gin (children);
CREATE INDEX audit_entry_by_transaction ON audit_entry (authority_id, transaction, id);
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON audit_entry TO goldenthread_owner USING (true) WITH CHECK (true);
CREATE POLICY read ON audit_entry FOR SELECT TO goldenthread_app
    USING (authority_id IS NOT DISTINCT FROM (SELECT app_authority()));
CREATE POLICY add ON audit_entry FOR INSERT TO goldenthread_app
    WITH CHECK (authority_id IS NOT DISTINCT FROM (SELECT app_authority()));
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM goldenthread_app;
-- Partitions are reached through their parent only, so the wall cannot be walked round.
REVOKE ALL ON audit_entry_other FROM goldenthread_app;

CREATE FUNCTION audit_make_partitions(first date, last date) RETURNS int LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public AS $$
DECLARE month date := date_trunc('month', first); name text; made int := 0;
BEGIN
  WHILE month <= last LOOP
    name := 'audit_entry_' || to_char(month, 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF audit_entry FOR VALUES FROM (%L) TO (%L)',
                     name, month, month + interval '1 month');
      EXECUTE format('REVOKE ALL ON %I FROM goldenthread_app', name);
      made := made + 1;
    END IF;
    month := month + interval '1 month';
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION audit_make_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_make_partitions(date, date) TO goldenthread_app;
SELECT audit_make_partitions((now() - interval '1 month')::date, (now() + interval '12 months')::date);
"""

SEALS = """
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON audit_seal TO goldenthread_owner USING (true) WITH CHECK (true);
CREATE POLICY wall ON audit_seal TO goldenthread_app
    USING (authority_id IS NOT DISTINCT FROM (SELECT app_authority()))
    WITH CHECK (authority_id IS NOT DISTINCT FROM (SELECT app_authority()));
REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal FROM goldenthread_app;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("authority_id", models.UUIDField(null=True)),
                ("person_id", models.UUIDField(null=True)),
                ("organisation_id", models.UUIDField(null=True)),
                ("role", models.CharField(blank=True, max_length=40)),
                ("action", models.CharField(max_length=60)),
                ("thing_type", models.CharField(blank=True, max_length=60)),
                ("thing_id", models.UUIDField(null=True)),
                ("children", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("detail", models.JSONField(default=dict)),
                ("reference", models.CharField(blank=True, max_length=40)),
            ],
            options={"db_table": "audit_entry", "managed": False},
        ),
        migrations.RunSQL(TABLE, "DROP TABLE audit_entry; DROP FUNCTION audit_make_partitions(date, date)"),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("authority_id", models.UUIDField(null=True)),
                ("number", models.PositiveIntegerField()),
                ("from_transaction", models.BigIntegerField()),
                ("to_transaction", models.BigIntegerField()),
                ("entries", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("sealed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("authority_id", "number"), name="audit_seal_one_chain", nulls_distinct=False)
                ]
            },
        ),
        migrations.RunSQL(SEALS, migrations.RunSQL.noop),
    ]
