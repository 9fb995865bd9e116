from django.db import migrations

from goldenthread.database.walls import append_only, held_wall, link

_HELD = ("commentround", "commentresponse", "comment", "commententry", "confirmedwords")
_PUBLIC = ("publishedresponse", "publishedcomment", "publishedcount", "publishedround")
_COPIES = (("publishedresponse", "commentresponse"), ("publishedcomment", "comment"), ("publishedround", "commentround"))


def _published(table: str) -> migrations.RunSQL:
    """The area writes its own published rows; everybody reads them. As in 0002_walls."""
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY wall ON {table} TO goldenthread_app
            USING (authority_id = (SELECT app_authority())) WITH CHECK (authority_id = (SELECT app_authority()));
        CREATE POLICY published ON {table} FOR SELECT TO goldenthread_app, goldenthread_public USING (true);
        CREATE POLICY owner ON {table} TO goldenthread_owner USING (true) WITH CHECK (true);
        GRANT SELECT ON {table} TO goldenthread_public;
        """,
        f"""
        REVOKE SELECT ON {table} FROM goldenthread_public;
        DROP POLICY owner ON {table};
        DROP POLICY published ON {table};
        DROP POLICY wall ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0005_comments")]
    operations = [
        *(held_wall(f"local_offer_{name}") for name in _HELD),
        link("local_offer_comment", "response_id", "local_offer_commentresponse"),
        link("local_offer_comment", "round_id", "local_offer_commentround"),
        link("local_offer_commententry", "comment_id", "local_offer_comment"),
        link("local_offer_confirmedwords", "comment_id", "local_offer_comment"),
        *(_published(f"local_offer_{name}") for name in _PUBLIC),
        *(link(f"local_offer_{copy}", "id", f"local_offer_{of}") for copy, of in _COPIES),
        append_only("local_offer_commententry"),
    ]
