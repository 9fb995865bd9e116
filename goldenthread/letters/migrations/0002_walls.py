from django.db import migrations

from goldenthread.database.walls import append_only, child_wall, held_wall, link

_OF_FAMILY = "child_id = ANY ((SELECT app_children())::uuid[])"
_ME = "(SELECT app_person())"
_AS_PARENT = f"IN (SELECT p.id FROM people_parent p WHERE p.account_id = {_ME})"

# A letter exists for the family once it has left, and only for the person it is to.
_MY_LETTER = f"""
    {_OF_FAMILY} AND state = 'sent' AND (
        to_parent_id {_AS_PARENT}
        OR (to_young_person AND EXISTS (
            SELECT 1 FROM people_youngpersonaccess y
            WHERE y.child_id = letters_letter.child_id AND y.account_id = {_ME})))
"""
# What hangs on a letter exists for whoever the letter exists for (the wall of the inner table holds here too).
_OF_MY_LETTER = f"{_OF_FAMILY} AND EXISTS (SELECT 1 FROM letters_letter l WHERE l.id = letter_id)"
_MY_THREAD = f"{_OF_FAMILY} AND family_account_id = {_ME}"
_OF_MY_THREAD = f"{_OF_FAMILY} AND EXISTS (SELECT 1 FROM letters_messagethread t WHERE t.id = thread_id)"
_MY_TALK = f"{_OF_FAMILY} AND (shared_with = 'everyone' OR (shared_with = 'parent' AND with_parent_id {_AS_PARENT}))"
_MY_NOTICE = f"{_OF_FAMILY} AND (account_id = {_ME} OR caused_by_id = {_ME})"

# One envelope, one child: letter, enclosure and document share a child, and PostgreSQL checks it.
_ONE_CHILD = """
    ALTER TABLE letters_letter ADD CONSTRAINT letters_letter_of_child UNIQUE (authority_id, child_id, id);
    ALTER TABLE letters_letter ADD CONSTRAINT letters_letter_file_of_child
        FOREIGN KEY (authority_id, child_id, rendered_id) REFERENCES documents_storedfile (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE letters_enclosure ADD CONSTRAINT letters_enclosure_letter_of_child
        FOREIGN KEY (authority_id, child_id, letter_id) REFERENCES letters_letter (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE letters_enclosure ADD CONSTRAINT letters_enclosure_document_of_child
        FOREIGN KEY (authority_id, child_id, document_id) REFERENCES documents_document (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE letters_sentletter ADD CONSTRAINT letters_sentletter_of_child
        FOREIGN KEY (authority_id, child_id, letter_id) REFERENCES letters_letter (authority_id, child_id, id)
        DEFERRABLE INITIALLY DEFERRED;
"""
_NOT_ONE_CHILD = """
    ALTER TABLE letters_sentletter DROP CONSTRAINT letters_sentletter_of_child;
    ALTER TABLE letters_enclosure DROP CONSTRAINT letters_enclosure_document_of_child;
    ALTER TABLE letters_enclosure DROP CONSTRAINT letters_enclosure_letter_of_child;
    ALTER TABLE letters_letter DROP CONSTRAINT letters_letter_file_of_child;
    ALTER TABLE letters_letter DROP CONSTRAINT letters_letter_of_child;
"""

# What should have left by now, for the job that queues it again. Keys only; see documents_waiting.
_OVERDUE = """
CREATE FUNCTION letters_overdue(area uuid, moment timestamptz) RETURNS TABLE (what text, id uuid, holder_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT 'letter', l.id, l.holder_id FROM letters_letter l
    WHERE l.authority_id = area AND l.authority_id = app_authority()
      AND l.state = 'held' AND l.release_at < moment - interval '1 minute'
  UNION ALL
    SELECT 'notice', n.id, n.holder_id FROM letters_notice n
    WHERE n.authority_id = area AND n.authority_id = app_authority()
      AND n.sent_at IS NULL AND n.not_sent_because = '' AND n.made_at < moment - interval '1 minute'
$$;
REVOKE ALL ON FUNCTION letters_overdue(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters_overdue(uuid, timestamptz) TO goldenthread_app;
"""


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial"), ("documents", "0002_walls"), ("people", "0002_walls")]
    operations = [
        held_wall("letters_professional"),
        held_wall("letters_letter", or_own=_MY_LETTER),
        held_wall("letters_enclosure", or_own=_OF_MY_LETTER),
        held_wall("letters_sentletter", or_own=_OF_MY_LETTER),
        held_wall("letters_letteropened", or_own=f"{_OF_MY_LETTER} AND account_id = {_ME}"),
        child_wall("letters_posting", family=False),
        held_wall("letters_notice", or_own=_MY_NOTICE),
        held_wall("letters_messagethread", or_own=_MY_THREAD),
        held_wall("letters_message", or_own=_OF_MY_THREAD),
        held_wall("letters_communication", or_own=_MY_TALK),
        link("letters_letter", "child_id", "children_child"),
        link("letters_letter", "to_parent_id", "people_parent"),
        link("letters_letter", "to_professional_id", "letters_professional"),
        link("letters_letter", "rendered_id", "documents_storedfile"),
        link("letters_enclosure", "child_id", "children_child"),
        link("letters_enclosure", "letter_id", "letters_letter"),
        link("letters_enclosure", "document_id", "documents_document"),
        link("letters_sentletter", "child_id", "children_child"),
        link("letters_sentletter", "letter_id", "letters_letter"),
        link("letters_sentletter", "stored_file_id", "documents_storedfile"),
        link("letters_letteropened", "child_id", "children_child"),
        link("letters_letteropened", "letter_id", "letters_letter"),
        link("letters_posting", "child_id", "children_child"),
        link("letters_posting", "letter_id", "letters_letter"),
        link("letters_notice", "child_id", "children_child"),
        link("letters_messagethread", "child_id", "children_child"),
        link("letters_message", "child_id", "children_child"),
        link("letters_message", "thread_id", "letters_messagethread"),
        link("letters_communication", "child_id", "children_child"),
        link("letters_communication", "with_parent_id", "people_parent"),
        link("letters_communication", "mends_id", "letters_communication"),
        migrations.RunSQL(_ONE_CHILD, _NOT_ONE_CHILD),
        migrations.RunSQL(_OVERDUE, "DROP FUNCTION letters_overdue(uuid, timestamptz)"),
        append_only("letters_sentletter"),
        append_only("letters_letteropened"),
        append_only("letters_posting"),
        append_only("letters_message"),
        append_only("letters_communication"),
    ]
