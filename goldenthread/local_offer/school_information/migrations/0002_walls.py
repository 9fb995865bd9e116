from django.db import migrations

from goldenthread.database.walls import append_only, area_wall, held_wall, link

_HELD = ("informationreport", "reportentry", "reportwords")
_PUBLISHED = """
ALTER TABLE school_information_publishedreport ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_information_publishedreport FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON school_information_publishedreport TO goldenthread_app
    USING (authority_id = (SELECT app_authority())) WITH CHECK (authority_id = (SELECT app_authority()));
CREATE POLICY published ON school_information_publishedreport FOR SELECT TO goldenthread_app, goldenthread_public
    USING (true);
CREATE POLICY owner ON school_information_publishedreport TO goldenthread_owner USING (true) WITH CHECK (true);
GRANT SELECT ON school_information_publishedreport TO goldenthread_public;
"""
_NOT_PUBLISHED = """
REVOKE SELECT ON school_information_publishedreport FROM goldenthread_public;
DROP POLICY owner ON school_information_publishedreport;
DROP POLICY published ON school_information_publishedreport;
DROP POLICY wall ON school_information_publishedreport;
ALTER TABLE school_information_publishedreport NO FORCE ROW LEVEL SECURITY;
ALTER TABLE school_information_publishedreport DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("school_information", "0001_initial"), ("local_offer", "0006_comment_walls")]
    operations = [
        *(held_wall(f"school_information_{name}") for name in _HELD),
        area_wall("school_information_reportreminder"),
        *(
            link(f"school_information_{name}", "report_id", "school_information_informationreport")
            for name in ("reportentry", "reportwords")
        ),
        append_only("school_information_reportentry"),
        # The area writes its own public copies; everybody reads them.
        migrations.RunSQL(_PUBLISHED, _NOT_PUBLISHED),
    ]
