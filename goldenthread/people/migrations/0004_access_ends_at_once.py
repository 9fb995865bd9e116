from django.db import migrations

# A request that writes waits here, just before it commits, for anybody who is taking its person's access away; and
# they for it (at_once.py). A thousand locks for all people, so that an import that ends many roles at once never runs
# out of them.
LOCK = """
CREATE FUNCTION people_access_lock(account uuid) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtext(account::text) & 1023
$$;
CREATE FUNCTION people_wait_for_changes_of_access(account uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock_shared(399001, people_access_lock(account))
$$;
CREATE FUNCTION people_access_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE whose uuid;
BEGIN
    IF TG_TABLE_NAME IN ('people_assignment', 'people_youngpersonaccess') THEN
        whose := OLD.account_id;
    ELSE
        SELECT p.account_id INTO whose FROM people_parent p
        WHERE p.authority_id = NEW.authority_id AND p.id = NEW.parent_id;
    END IF;
    IF whose IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(399001, people_access_lock(whose));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER access_changes BEFORE UPDATE ON people_assignment
    FOR EACH ROW EXECUTE FUNCTION people_access_changes();
CREATE TRIGGER access_changes BEFORE UPDATE ON people_youngpersonaccess
    FOR EACH ROW EXECUTE FUNCTION people_access_changes();
CREATE TRIGGER access_changes BEFORE UPDATE ON people_authoritytoact
    FOR EACH ROW EXECUTE FUNCTION people_access_changes();
CREATE TRIGGER access_changes BEFORE INSERT ON people_parentaccessdecision
    FOR EACH ROW EXECUTE FUNCTION people_access_changes();
"""
UNLOCK = """
DROP TRIGGER access_changes ON people_assignment;
DROP TRIGGER access_changes ON people_youngpersonaccess;
DROP TRIGGER access_changes ON people_authoritytoact;
DROP TRIGGER access_changes ON people_parentaccessdecision;
DROP FUNCTION people_access_changes();
DROP FUNCTION people_wait_for_changes_of_access(uuid);
DROP FUNCTION people_access_lock(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0003_account_mail_and_tries")]
    operations = [migrations.RunSQL(LOCK, UNLOCK)]
