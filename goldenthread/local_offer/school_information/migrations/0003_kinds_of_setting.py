from django.db import migrations

from goldenthread.local_offer.facets import NUMBERS

# Facets for kinds of setting were given numbers (at the end of the list, where they stay). Listings that were published
# before get theirs; those published from now on have them anyway.
_KINDS = {facet: number for facet, number in NUMBERS.items() if facet.startswith("type:")}
_PAIRS = ", ".join(f"('{facet}', {number})" for facet, number in _KINDS.items())
_GIVE = f"""
UPDATE local_offer_listing l SET facet_numbers = l.facet_numbers || kinds.number::smallint
FROM (VALUES {_PAIRS}) AS kinds (facet, number)
WHERE kinds.facet = ANY(l.facets) AND NOT kinds.number = ANY(l.facet_numbers)
"""
_TAKE = f"""
UPDATE local_offer_listing l SET facet_numbers = array_remove(l.facet_numbers, kinds.number::smallint)
FROM (VALUES {_PAIRS}) AS kinds (facet, number) WHERE kinds.facet = ANY(l.facets)
"""


class Migration(migrations.Migration):
    dependencies = [("school_information", "0002_walls")]
    operations = [migrations.RunSQL(_GIVE, _TAKE)]
