from django.db import migrations

# What a search looks through. The same rows as the policy "published" shows, but asked by the owner of the view: under
# a policy PostgreSQL may not use the index of words (its operator is not leakproof), and every search would read every
# row. The columns are public ones, and nobody may write through the view.
_SHOWN = """
CREATE VIEW local_offer_shown AS
  SELECT id, authority_id, name, organisation_id, facet_numbers, status, pinned, changed_at, has_place, needs, sections,
         min_months, max_months, visible_from, visible_to, words
  FROM local_offer_listing
  WHERE (visible_from IS NULL OR visible_from <= (now() AT TIME ZONE 'Europe/London')::date)
    AND (visible_to IS NULL OR visible_to >= (now() AT TIME ZONE 'Europe/London')::date);
REVOKE ALL ON local_offer_shown FROM goldenthread_app;
GRANT SELECT ON local_offer_shown TO goldenthread_app, goldenthread_public;
"""


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0003_facet_numbers")]
    operations = [migrations.RunSQL(_SHOWN, "DROP VIEW local_offer_shown")]
