from django.db import migrations

from goldenthread.database.walls import area_wall, link

_PARTS = ("place", "servicearea", "contact", "costoption", "schedule", "event", "answer")
_OF_SERVICE = (*_PARTS, "serviceorganisation", "serviceversion")
_AREA_ROWS = ("offerorganisation", "service", *_OF_SERVICE, "synonym", "everydayphrase", "unansweredword")

# What everybody may read. The reader role (goldenthread_public) is granted these tables and no others.
_OPEN = ("offer", "postcode", "outcode", "town")

# The last wall: the days on which an entry may be seen, in London. Pages ask again with the day they show.
_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"
_VISIBLE = f"(visible_from IS NULL OR visible_from <= {_TODAY}) AND (visible_to IS NULL OR visible_to >= {_TODAY})"
# Points and events are seen exactly where their listing is: the inner question is asked under the same policy.
_OF_VISIBLE = "EXISTS (SELECT 1 FROM local_offer_listing l WHERE l.id = {table}.listing_id)"


def _published(table: str, shown: str) -> migrations.RunSQL:
    """The area writes its own published rows; everybody reads those that are shown."""
    return migrations.RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY wall ON {table} TO goldenthread_app
            USING (authority_id = (SELECT app_authority())) WITH CHECK (authority_id = (SELECT app_authority()));
        CREATE POLICY published ON {table} FOR SELECT TO goldenthread_app, goldenthread_public USING ({shown});
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


def _words_for_everybody(table: str, columns: str) -> migrations.RunSQL:
    """Staff of the area keep these words; a search by anybody uses them. Who wrote them is not for the reader role."""
    return migrations.RunSQL(
        f"""
        CREATE POLICY published ON {table} FOR SELECT TO goldenthread_app, goldenthread_public USING (true);
        GRANT SELECT ({columns}) ON {table} TO goldenthread_public;
        """,
        f"""
        REVOKE SELECT ({columns}) ON {table} FROM goldenthread_public;
        DROP POLICY published ON {table};
        """,
    )


_SEARCH = """
CREATE TEXT SEARCH CONFIGURATION local_offer (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION local_offer ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION local_offer_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION local_offer_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION local_offer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := setweight(to_tsvector('public.local_offer', coalesce(NEW.said[1], '')), 'A')
            || setweight(to_tsvector('public.local_offer', coalesce(NEW.said[2], '')), 'B')
            || setweight(to_tsvector('public.local_offer', coalesce(NEW.said[3], '')), 'C')
            || setweight(to_tsvector('public.local_offer', coalesce(NEW.said[4], '')), 'D');
  RETURN NEW;
END $$;
CREATE TRIGGER words_follow_said BEFORE INSERT OR UPDATE OF said ON local_offer_listing
  FOR EACH ROW EXECUTE FUNCTION local_offer_words();
"""
_NO_SEARCH = """
DROP TRIGGER words_follow_said ON local_offer_listing;
DROP FUNCTION local_offer_words();
DROP TEXT SEARCH CONFIGURATION local_offer_plain;
DROP TEXT SEARCH CONFIGURATION local_offer;
"""


class Migration(migrations.Migration):
    dependencies = [("local_offer", "0001_initial")]
    operations = [
        *(area_wall(f"local_offer_{name}") for name in _AREA_ROWS),
        *(link(f"local_offer_{name}", "service_id", "local_offer_service") for name in _OF_SERVICE),
        link("local_offer_offerorganisation", "parent_id", "local_offer_offerorganisation"),
        link("local_offer_service", "organisation_id", "local_offer_offerorganisation"),
        link("local_offer_serviceorganisation", "organisation_id", "local_offer_offerorganisation"),
        link("local_offer_schedule", "place_id", "local_offer_place"),
        link("local_offer_event", "place_id", "local_offer_place"),
        link("local_offer_listing", "id", "local_offer_service"),
        _published("local_offer_listing", _VISIBLE),
        _published("local_offer_listingplace", _OF_VISIBLE.format(table="local_offer_listingplace")),
        _published("local_offer_listingevent", _OF_VISIBLE.format(table="local_offer_listingevent")),
        _published("local_offer_listedword", "true"),
        _words_for_everybody("local_offer_synonym", "id, authority_id, words"),
        _words_for_everybody("local_offer_everydayphrase", "id, authority_id, said, needs, sections, words"),
        *(
            migrations.RunSQL(
                f"GRANT SELECT ON local_offer_{name} TO goldenthread_public",
                f"REVOKE SELECT ON local_offer_{name} FROM goldenthread_public",
            )
            for name in _OPEN
        ),
        migrations.RunSQL(_SEARCH, _NO_SEARCH),
    ]
