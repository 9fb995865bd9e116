from django.db import migrations

from goldenthread.database.walls import append_only, area_wall, held_wall, link

_AREA = ("versionentry", "trustedprovider", "freshnessnote")
_OWN_PROVIDER = "provider_id = ANY ((SELECT app_holders())::uuid[])"  # what is said of a provider's entry, to the provider


class Migration(migrations.Migration):
    dependencies = [("local_offer_editing", "0001_initial"), ("local_offer", "0006_comment_walls")]
    operations = [
        *(area_wall(f"local_offer_editing_{name}") for name in _AREA),
        held_wall("local_offer_editing_claim"),
        held_wall("local_offer_editing_claimentry"),
        held_wall("local_offer_editing_entryreport", or_own=_OWN_PROVIDER),
        held_wall("local_offer_editing_reportentry", or_own=_OWN_PROVIDER),
        link("local_offer_editing_versionentry", "version_id", "local_offer_serviceversion"),
        link("local_offer_editing_trustedprovider", "organisation_id", "local_offer_offerorganisation"),
        link("local_offer_editing_freshnessnote", "service_id", "local_offer_service"),
        link("local_offer_editing_claim", "service_id", "local_offer_service"),
        link("local_offer_editing_claimentry", "claim_id", "local_offer_editing_claim"),
        link("local_offer_editing_entryreport", "service_id", "local_offer_service"),
        link("local_offer_editing_reportentry", "report_id", "local_offer_editing_entryreport"),
        append_only("local_offer_editing_claimentry"),
        append_only("local_offer_editing_reportentry"),
    ]
