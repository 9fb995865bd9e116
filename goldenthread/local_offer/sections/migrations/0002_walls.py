from django.db import migrations

from goldenthread.database.walls import append_only, area_wall, held_wall, link

_APP = "local_offer_sections_"
_AREA = (
    "sectionpage", "pageversion", "pagetranslation", "requirementrecord", "linkcheck", "consultation", "accessstatement",
    "accessgap", "areaword",
)  # fmt: skip
_COPIES = ("publishedpage", "publishedtranslation")
# What everybody may read of rows that the area keeps itself: which rows, and which columns. Not who kept them.
_SHOWN = {
    "requirementrecord": (
        "true",
        "id, authority_id, key, owner, pages, document_title, document_address, document_from, document_until,"
        " document_reviewed_on, reviewed_on",
    ),
    "linkcheck": ("true", "id, authority_id, address, verdict, why, failures, checked_at"),
    "consultation": (
        "published",
        "id, authority_id, asking, \"group\", topic, happened_on, method, people, said, changed, published",
    ),
    "accessstatement": ("true", "id, authority_id, prepared_on, tested_on, tested_how, answer_days"),
    "accessgap": ("true", "id, authority_id, what, who, instead, criterion, found_on, mend_by, mended_on"),
    "areaword": ("true", "id, authority_id, word, also, meaning, source"),
}


def _copy(table: str) -> migrations.RunSQL:
    """The area writes its own published rows; everybody reads them. As in the walls of the directory."""
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


def _shown(table: str, rows: str, columns: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        CREATE POLICY published ON {table} FOR SELECT TO goldenthread_app, goldenthread_public USING ({rows});
        GRANT SELECT ({columns}) ON {table} TO goldenthread_public;
        """,
        f"""
        REVOKE SELECT ({columns}) ON {table} FROM goldenthread_public;
        DROP POLICY published ON {table};
        """,
    )


class Migration(migrations.Migration):
    dependencies = [("local_offer_sections", "0001_initial")]
    operations = [
        *(area_wall(_APP + name) for name in _AREA),
        held_wall(_APP + "copyrequest"),
        held_wall(_APP + "copyrequestentry"),
        link(_APP + "pageversion", "page_id", _APP + "sectionpage"),
        link(_APP + "pagetranslation", "page_id", _APP + "sectionpage"),
        link(_APP + "copyrequestentry", "copy_request_id", _APP + "copyrequest"),
        *(_copy(_APP + name) for name in _COPIES),
        link(_APP + "publishedpage", "id", _APP + "sectionpage"),
        link(_APP + "publishedtranslation", "id", _APP + "pagetranslation"),
        *(_shown(_APP + name, rows, columns) for name, (rows, columns) in _SHOWN.items()),
        append_only(_APP + "copyrequestentry"),
    ]
