from django.db import migrations

from goldenthread.database.walls import append_only, area_wall, child_wall, held_wall, link

# What the signed-in person may be. Runs as the owner, because before the answer nobody knows the area; it looks
# only at rows of the person that the transaction has named.
HATS = """
CREATE FUNCTION people_hats(today date) RETURNS TABLE (
    kind text, row_id uuid, authority_id uuid, organisation_id uuid, organisation_name text, role text,
    child_id uuid, child_name text, born_on date, scope text, basis text, may_act boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT 'assignment', a.id, a.authority_id, o.id, o.name::text, a.role::text,
           NULL::uuid, NULL::text, NULL::date, NULL::text, NULL::text, NULL::boolean
    FROM people_assignment a JOIN organisations_organisation o ON o.id = a.holder_id
    WHERE a.account_id = app_person() AND a.from_on <= today AND (a.to_on IS NULL OR a.to_on >= today)
  UNION ALL
    SELECT 'own', y.id, y.authority_id, NULL, NULL, NULL, c.id,
           coalesce(nullif(c.known_as, ''), c.given_name)::text, c.born_on, NULL, NULL, NULL
    FROM people_youngpersonaccess y
    JOIN children_child c ON c.authority_id = y.authority_id AND c.id = y.child_id
    WHERE y.account_id = app_person() AND y.from_on <= today AND (y.to_on IS NULL OR y.to_on >= today)
  UNION ALL
    SELECT 'family', t.id, t.authority_id, NULL, NULL, NULL, c.id,
           coalesce(nullif(c.known_as, ''), c.given_name)::text, c.born_on, t.scope::text,
           d.basis::text, d.may_act
    FROM people_parent p
    JOIN people_authoritytoact t ON t.authority_id = p.authority_id AND t.parent_id = p.id
    JOIN children_child c ON c.authority_id = t.authority_id AND c.id = t.child_id
    LEFT JOIN LATERAL (
        SELECT d.basis, d.may_act FROM people_parentaccessdecision d
        WHERE d.authority_id = t.authority_id AND d.child_id = t.child_id AND d.parent_id = t.parent_id
        ORDER BY d.on DESC, d.at DESC LIMIT 1
    ) d ON true
    WHERE p.account_id = app_person() AND t.scope <> 'none'
      AND t.from_on <= today AND (t.to_on IS NULL OR t.to_on >= today)
  ORDER BY 1, 5, 8, 2
$$;
REVOKE ALL ON FUNCTION people_hats(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_hats(date) TO goldenthread_app;

-- Where an invitation's code leads. The code's keyed hash is the secret that opens this one row.
CREATE FUNCTION people_invitation(hash text) RETURNS TABLE (id uuid, authority_id uuid, holder_id uuid, child_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i.id, i.authority_id, i.holder_id, i.child_id FROM people_invitation i WHERE i.code_hash = hash
$$;
REVOKE ALL ON FUNCTION people_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_invitation(text) TO goldenthread_app;
"""

OWN = "account_id = (SELECT app_person())"
OWN_PARENT = f"parent_id IN (SELECT p.id FROM people_parent p WHERE p.{OWN})"


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("children", "0003_walls")]
    operations = [
        area_wall("people_assignment"),
        held_wall("people_parent", or_own=OWN),
        held_wall("people_authoritytoact", or_own=OWN_PARENT),
        child_wall("people_youngpersonaccess"),
        child_wall("people_parentaccessdecision"),
        held_wall("people_invitation"),
        link("people_authoritytoact", "child_id", "children_child"),
        link("people_authoritytoact", "parent_id", "people_parent"),
        link("people_youngpersonaccess", "child_id", "children_child"),
        link("people_parentaccessdecision", "child_id", "children_child"),
        link("people_parentaccessdecision", "parent_id", "people_parent"),
        link("people_invitation", "child_id", "children_child"),
        link("people_invitation", "parent_id", "people_parent"),
        append_only("people_parentaccessdecision"),
        migrations.RunSQL(HATS, "DROP FUNCTION people_hats(date); DROP FUNCTION people_invitation(text)"),
    ]
