from django.db import migrations

# What the feed needs beside the listings, kept by PostgreSQL itself from the listings, so that no writer can forget it:
#
#   local_offer_feed_revision  one row for each area, with another mark after every change of its listings. A list that
#                              has not changed is told by one small read. Each moment is at least a second after the last,
#                              since Last-Modified counts in whole seconds.
#   local_offer_feed_place     one row for each place of a listing, in order, so that lists of places can be counted and
#                              turned over without opening every entry.
#
# Nobody may write them. The two views show the rows that the policy "published" shows, asked by the owner of the view:
# under a policy PostgreSQL may not use the indexes of words and tags (their operators are not leakproof).
_FOLLOW = """
CREATE TABLE local_offer_feed_revision (
  authority_id uuid PRIMARY KEY,
  mark uuid NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE TABLE local_offer_feed_place (
  id uuid PRIMARY KEY,
  listing_id uuid NOT NULL REFERENCES local_offer_listing (id) ON DELETE CASCADE,
  authority_id uuid NOT NULL,
  number integer NOT NULL,
  latitude float8,
  longitude float8
);
CREATE INDEX local_offer_feed_place_listing ON local_offer_feed_place (listing_id, number);
CREATE INDEX local_offer_feed_place_point ON local_offer_feed_place (authority_id, latitude, longitude);
CREATE INDEX local_offer_listing_areas ON local_offer_listing USING gin ((entry -> 'areas') jsonb_path_ops);

CREATE FUNCTION local_offer_feed_mark(areas uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  INSERT INTO local_offer_feed_revision AS r (authority_id, mark, changed_at)
    SELECT area, gen_random_uuid(), clock_timestamp() FROM (SELECT DISTINCT unnest(areas) area ORDER BY 1) found
  ON CONFLICT (authority_id) DO UPDATE
    SET mark = excluded.mark, changed_at = greatest(excluded.changed_at, r.changed_at + interval '1 second')
$$;
CREATE FUNCTION local_offer_feed_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    DELETE FROM local_offer_feed_place WHERE listing_id IN (SELECT id FROM changed);
    INSERT INTO local_offer_feed_place (id, listing_id, authority_id, number, latitude, longitude)
      SELECT (place ->> 'id')::uuid, c.id, c.authority_id, number, (place ->> 'latitude')::float8,
             (place ->> 'longitude')::float8
      FROM changed c, jsonb_array_elements(c.entry -> 'places') WITH ORDINALITY AS found (place, number);
  END IF;
  PERFORM local_offer_feed_mark((SELECT array_agg(DISTINCT authority_id) FROM changed));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION local_offer_feed_mark(uuid[]), local_offer_feed_follow() FROM PUBLIC;
CREATE TRIGGER feed_follows_new AFTER INSERT ON local_offer_listing
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION local_offer_feed_follow();
CREATE TRIGGER feed_follows_changed AFTER UPDATE ON local_offer_listing
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION local_offer_feed_follow();
CREATE TRIGGER feed_follows_gone AFTER DELETE ON local_offer_listing
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION local_offer_feed_follow();
INSERT INTO local_offer_feed_place (id, listing_id, authority_id, number, latitude, longitude)
  SELECT (place ->> 'id')::uuid, l.id, l.authority_id, number, (place ->> 'latitude')::float8,
         (place ->> 'longitude')::float8
  FROM local_offer_listing l, jsonb_array_elements(l.entry -> 'places') WITH ORDINALITY AS found (place, number);
SELECT local_offer_feed_mark((SELECT array_agg(DISTINCT authority_id) FROM local_offer_listing));

CREATE VIEW local_offer_feed_service AS
  SELECT id, authority_id, name, organisation_id, facets, min_months, max_months, changed_at, visible_from, visible_to,
         text_hash, words, entry -> 'areas' AS areas, entry -> 'schedules' AS schedules, entry
  FROM local_offer_listing
  WHERE (visible_from IS NULL OR visible_from <= (now() AT TIME ZONE 'Europe/London')::date)
    AND (visible_to IS NULL OR visible_to >= (now() AT TIME ZONE 'Europe/London')::date);
CREATE VIEW local_offer_feed_at_place AS
  SELECT p.id AS place_id, p.number, p.latitude, p.longitude, l.*
  FROM local_offer_feed_place p JOIN local_offer_feed_service l ON l.id = p.listing_id;

REVOKE ALL ON local_offer_feed_revision, local_offer_feed_place, local_offer_feed_service, local_offer_feed_at_place
  FROM goldenthread_app;
GRANT SELECT ON local_offer_feed_revision, local_offer_feed_service, local_offer_feed_at_place TO goldenthread_public;
"""
_STOP = """
DROP VIEW local_offer_feed_at_place, local_offer_feed_service;
DROP TRIGGER feed_follows_new ON local_offer_listing;
DROP TRIGGER feed_follows_changed ON local_offer_listing;
DROP TRIGGER feed_follows_gone ON local_offer_listing;
DROP FUNCTION local_offer_feed_follow(), local_offer_feed_mark(uuid[]);
DROP INDEX local_offer_listing_areas;
DROP TABLE local_offer_feed_place, local_offer_feed_revision;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("local_offer", "0002_walls")]
    operations = [migrations.RunSQL(_FOLLOW, _STOP)]
