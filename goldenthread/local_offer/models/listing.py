"""What the public reads. Nothing in these tables is anybody's secret: they hold the published copy and no more.

Written by publishing.py from the approved facts, never by hand. PostgreSQL shows their rows to everybody, signed in or
not, and to the reader role, from the first to the last visible day. Decision record: docs/decisions/0140-the-directorys-three-layers.md.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Listing(models.Model):
    """The published copy of one live service. Its key is the service's.

    entry: everything the public may know of it, in the shape of publishing.entry_of; facets: "group:code" for each
    filter, facet_numbers: the same as facets.NUMBERS has them, which count faster; needs, sections: their codes again, for ranking; said: what the search looks in, four texts by weight
    (name; description; tags; bodies and towns), of which a trigger makes `words`; text_hash: changes when the entry does.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    status = models.CharField(max_length=20)
    organisation_id = models.UUIDField(null=True)
    entry = models.JSONField(encoder=DjangoJSONEncoder)
    facets = ArrayField(models.CharField(max_length=60), default=list)
    facet_numbers = ArrayField(models.SmallIntegerField(), default=list)
    needs = ArrayField(models.CharField(max_length=40), default=list)
    sections = ArrayField(models.CharField(max_length=40), default=list)
    min_months = models.PositiveSmallIntegerField(null=True)
    max_months = models.PositiveSmallIntegerField(null=True)
    has_place = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    visible_from = models.DateField(null=True)
    visible_to = models.DateField(null=True)
    assured_on = models.DateField(null=True)
    changed_at = models.DateTimeField()
    text_hash = models.CharField(max_length=32)
    said = ArrayField(models.TextField(), size=4)
    words = SearchVectorField(null=True, editable=False)

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["authority", "name", "id"], name="listing_name"),
            models.Index(fields=["authority", "changed_at", "id"], name="listing_changed"),
            models.Index(fields=["authority", "organisation_id"], name="listing_organisation"),
            GinIndex(fields=["words"], name="listing_words"),
            GinIndex(fields=["facets"], name="listing_facets"),
            GinIndex(fields=["facet_numbers"], name="listing_facet_numbers"),
        ]

    def __str__(self) -> str:
        return self.name


class ListingPlace(models.Model):
    """A point of a published service: the place's own, or a rounded one where the address is hidden."""

    id = models.UUIDField(primary_key=True, editable=False)
    listing = models.ForeignKey(Listing, models.CASCADE, related_name="points")
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    latitude = models.FloatField()
    longitude = models.FloatField()
    outward_code = models.CharField(max_length=4, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "latitude", "longitude"], name="listing_place_point")]


class ListingEvent(models.Model):
    """A published event, with what a page or calendar shows of it in `entry`."""

    id = models.UUIDField(primary_key=True, editable=False)
    listing = models.ForeignKey(Listing, models.CASCADE, related_name="dated")
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    entry = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["authority", "starts_at"], name="listing_event_start")]


class ListedWord(models.Model):
    """A word that stands in some listing, and in how many: what a typing slip is measured against."""

    id = models.BigAutoField(primary_key=True)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    word = models.CharField(max_length=40)
    listings = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "word"], name="listed_word_once")]
        indexes = [GinIndex(fields=["word"], name="listed_word_trigrams", opclasses=["gin_trgm_ops"])]
