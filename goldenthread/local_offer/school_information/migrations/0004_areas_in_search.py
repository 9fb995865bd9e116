from django.db import migrations

# The areas that a service covers, beside what a search looked through before (local_offer 0004_shown, which says why it
# is a view). A column can only be added at the end, and the view is made anew to take it away.
_COLUMNS = """id, authority_id, name, organisation_id, facet_numbers, status, pinned, changed_at, has_place, needs, sections,
         min_months, max_months, visible_from, visible_to, words"""
_FROM = """FROM local_offer_listing
  WHERE (visible_from IS NULL OR visible_from <= (now() AT TIME ZONE 'Europe/London')::date)
    AND (visible_to IS NULL OR visible_to >= (now() AT TIME ZONE 'Europe/London')::date)"""
_WITH = f"CREATE OR REPLACE VIEW local_offer_shown AS SELECT {_COLUMNS}, entry -> 'areas' AS areas {_FROM};"
_WITHOUT = f"""
DROP VIEW local_offer_shown;
CREATE VIEW local_offer_shown AS SELECT {_COLUMNS} {_FROM};
REVOKE ALL ON local_offer_shown FROM goldenthread_app;
GRANT SELECT ON local_offer_shown TO goldenthread_app, goldenthread_public;
"""


class Migration(migrations.Migration):
    dependencies = [("school_information", "0003_kinds_of_setting"), ("local_offer", "0006_comment_walls")]
    operations = [migrations.RunSQL(_WITH, _WITHOUT)]
