import django.db.models.deletion
from django.db import migrations, models

# Accounts of providers belong to a body of kind "provider" and never to a school itself (docs/decisions/0160). Roles for
# providers that were given at a school itself end: the Local Offer's staff give them again, at the right body.
_MOVE = """
    UPDATE local_offer_offerorganisation AS o SET keepers_id = o.body_id, body_id = NULL
    FROM organisations_organisation AS b WHERE b.id = o.body_id AND b.kind = 'provider';
    UPDATE people_assignment AS a
    SET from_on = least(a.from_on, CURRENT_DATE - 1), to_on = CURRENT_DATE - 1
    FROM organisations_organisation AS b
    WHERE b.id = a.holder_id AND b.kind <> 'provider' AND (a.to_on IS NULL OR a.to_on >= CURRENT_DATE)
      AND a.role IN ('provider_owner', 'provider_editor', 'provider_viewer');
"""
_BACK = "UPDATE local_offer_offerorganisation SET body_id = keepers_id WHERE body_id IS NULL AND keepers_id IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [
        ("local_offer", "0007_no_deleted_entries"),
        ("organisations", "0002_provider_kind"),
        ("people", "0005_a_role_once"),
    ]
    operations = [
        migrations.AddField(
            "offerorganisation",
            "keepers",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                to="organisations.organisation",
            ),
        ),
        migrations.RunSQL(_MOVE, _BACK),
    ]  # fmt: skip
