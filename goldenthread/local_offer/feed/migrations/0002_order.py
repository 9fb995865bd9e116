from django.db import migrations

# Turning to page 250 passes over 12,450 keys: from this index alone, without touching a row.
_ORDER = """
CREATE INDEX local_offer_feed_order ON local_offer_listing (authority_id, name, id) INCLUDE (visible_from, visible_to);
CREATE INDEX local_offer_feed_place_listed ON local_offer_feed_place (listing_id, number) INCLUDE (id);
CREATE INDEX local_offer_feed_body ON local_offer_listing (authority_id, organisation_id, name, id)
  INCLUDE (visible_from, visible_to);
DROP INDEX local_offer_feed_place_listing;
"""
_BACK = """
CREATE INDEX local_offer_feed_place_listing ON local_offer_feed_place (listing_id, number);
DROP INDEX local_offer_feed_place_listed, local_offer_feed_order, local_offer_feed_body;
"""


class Migration(migrations.Migration):
    dependencies = [("local_offer_feed", "0001_follow_listings")]
    operations = [migrations.RunSQL(_ORDER, _BACK)]
