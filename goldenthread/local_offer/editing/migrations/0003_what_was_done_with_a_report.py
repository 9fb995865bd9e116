from django.db import migrations

# Whoever may read a report may read what was done with it. The body behind an entry may come later than the report, and
# a move that was kept is never changed: so it is the report that says who reads it.
_HELD = "authority_id = (SELECT app_authority()) AND (holder_id = ANY ((SELECT app_holders())::uuid[]) OR {own})"
_OF_OWN_REPORT = _HELD.format(
    own="""report_id IN (
        SELECT r.id FROM local_offer_editing_entryreport r WHERE r.provider_id = ANY ((SELECT app_holders())::uuid[])
    )"""
)
_OWN = _HELD.format(own="provider_id = ANY ((SELECT app_holders())::uuid[])")
_ALTER = "ALTER POLICY wall ON local_offer_editing_reportentry USING ({test}) WITH CHECK ({test})"


class Migration(migrations.Migration):
    dependencies = [("local_offer_editing", "0002_walls")]
    operations = [
        migrations.RunSQL(_ALTER.format(test=_OF_OWN_REPORT), _ALTER.format(test=_OWN)),
        migrations.RemoveField("reportentry", "provider"),
    ]
