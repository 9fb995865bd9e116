from django.db import migrations

from goldenthread.database.walls import append_only, child_wall, held_wall, link

# A family sees what it gave itself, what is for everyone, and what is for this parent: never what the other parent gave.
_FAMILY = """
    child_id = ANY ((SELECT app_children())::uuid[]) AND (
        submitted_by_id = (SELECT app_person())
        OR audience = 'everyone'
        OR (audience = 'one_parent'
            AND for_parent_id IN (SELECT p.id FROM people_parent p WHERE p.account_id = (SELECT app_person())))
    )
"""
# What somebody keeps to themselves is seen by nobody else, not even the body that holds the row.
_KEPT = "audience <> 'own' OR submitted_by_id = (SELECT app_person())"

# A version belongs to the same child as the one it replaces; letters enclose by the same key.
_SAME_CHILD = """
    ALTER TABLE documents_document ADD CONSTRAINT documents_document_of_child UNIQUE (authority_id, child_id, id);
    ALTER TABLE documents_document ADD CONSTRAINT documents_document_same_child
        FOREIGN KEY (authority_id, child_id, replaces_id) REFERENCES documents_document (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE documents_storedfile ADD CONSTRAINT documents_storedfile_of_child UNIQUE (authority_id, child_id, id);
    ALTER TABLE documents_document ADD CONSTRAINT documents_document_file_of_child
        FOREIGN KEY (authority_id, child_id, stored_file_id) REFERENCES documents_storedfile (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
"""

# Which files still wait, for the job that queues them again. It runs as the owner, since a job of a whole area belongs
# to no body; it answers keys only.
_WAITING = """
CREATE FUNCTION documents_waiting(area uuid) RETURNS TABLE (id uuid, holder_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT f.id, f.holder_id FROM documents_storedfile f
    WHERE f.authority_id = area AND f.authority_id = app_authority() AND (
        (f.scan = 'waiting' AND f.kept_at < now() - interval '10 minutes')
        OR (f.scan = 'unavailable' AND f.scanned_at < now() - interval '4 minutes'))
$$;
REVOKE ALL ON FUNCTION documents_waiting(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION documents_waiting(uuid) TO goldenthread_app;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("children", "0003_walls"), ("people", "0002_walls")]
    operations = [
        child_wall("documents_storedfile"),
        held_wall("documents_document", or_own=_FAMILY),
        migrations.RunSQL(
            f"CREATE POLICY kept ON documents_document AS RESTRICTIVE TO goldenthread_app USING ({_KEPT})",
            "DROP POLICY kept ON documents_document",
        ),
        link("documents_storedfile", "child_id", "children_child"),
        link("documents_document", "child_id", "children_child"),
        link("documents_document", "for_parent_id", "people_parent"),
        link("documents_document", "stored_file_id", "documents_storedfile"),
        link("documents_document", "replaces_id", "documents_document"),
        migrations.RunSQL(
            _SAME_CHILD,
            """
            ALTER TABLE documents_document DROP CONSTRAINT documents_document_file_of_child;
            ALTER TABLE documents_storedfile DROP CONSTRAINT documents_storedfile_of_child;
            ALTER TABLE documents_document DROP CONSTRAINT documents_document_same_child;
            ALTER TABLE documents_document DROP CONSTRAINT documents_document_of_child;
            """,
        ),
        migrations.RunSQL(_WAITING, "DROP FUNCTION documents_waiting(uuid)"),
        append_only("documents_quarantinedcontent"),
    ]
