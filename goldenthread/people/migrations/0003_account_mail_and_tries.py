import goldenthread.keys
from django.db import migrations, models

# Rate limits and used codes are remembered here for all web processes together (settings.CACHES).
CACHE = """
CREATE TABLE people_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX people_cache_expires ON people_cache (expires);
"""

# Takes one try from an invitation before anything is compared. Called on a connection of its own, so that the try
# stays counted whatever becomes of the request. False: no such invitation, or none that can still be tried.
TRY = """
CREATE FUNCTION people_try_invitation(hash text, today date) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
    WITH taken AS (
        UPDATE people_invitation SET tries_left = tries_left - 1
        WHERE code_hash = hash AND tries_left > 0 AND redeemed_at IS NULL AND cancelled_at IS NULL
          AND last_day_on >= today
        RETURNING 1
    ) SELECT EXISTS (SELECT FROM taken)
$$;
REVOKE ALL ON FUNCTION people_try_invitation(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_try_invitation(text, date) TO goldenthread_app;
"""

# The young person decides about each grown-up by name. Their contact stays behind the wall: no column of it is here.
ADULTS = """
CREATE FUNCTION people_adults_on_my_record(today date) RETURNS TABLE (
    child_id uuid, parent_id uuid, holder_id uuid, name text, relationship text, scope text, basis text, may_act boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT t.child_id, t.parent_id, t.holder_id,
           concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name), t.relationship::text, t.scope::text,
           d.basis::text, d.may_act
    FROM people_youngpersonaccess y
    JOIN people_authoritytoact t ON t.authority_id = y.authority_id AND t.child_id = y.child_id
    JOIN people_parent p ON p.authority_id = t.authority_id AND p.id = t.parent_id
    LEFT JOIN LATERAL (
        SELECT d.basis, d.may_act FROM people_parentaccessdecision d
        WHERE d.authority_id = t.authority_id AND d.child_id = t.child_id AND d.parent_id = t.parent_id
        ORDER BY d.on DESC, d.at DESC LIMIT 1
    ) d ON true
    WHERE y.account_id = app_person() AND y.from_on <= today AND (y.to_on IS NULL OR y.to_on >= today)
      AND t.scope <> 'none' AND t.from_on <= today AND (t.to_on IS NULL OR t.to_on >= today)
    ORDER BY t.contact_order, p.family_name, p.given_name, p.id
$$;
REVOKE ALL ON FUNCTION people_adults_on_my_record(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_adults_on_my_record(date) TO goldenthread_app;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_walls")]
    operations = [
        migrations.CreateModel(
            name="AccountMail",
            fields=[
                ("id", models.UUIDField(default=goldenthread.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("words", models.TextField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"abstract": False},
        ),
        migrations.AddField("account", "invited_until", models.DateField(blank=True, null=True)),
        migrations.RunSQL(CACHE, "DROP TABLE people_cache"),
        migrations.RunSQL(ADULTS, "DROP FUNCTION people_adults_on_my_record(date)"),
        migrations.RunSQL(TRY, "DROP FUNCTION people_try_invitation(text, date)"),
    ]
