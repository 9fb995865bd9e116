"""What finding needs besides the listings: the offer itself, words that mean the same, and where places are."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goldenthread.database.models import AreaRow, Row


class Offer(Row):
    """One authority's Local Offer as a site: its name, how to reach its officer, and the names it is served under.

    hosts: host names that show this offer; the first offer made is shown where no host fits.
    """

    authority = models.OneToOneField("organisations.Organisation", models.CASCADE, related_name="offer")
    area_name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    post_to = models.CharField(max_length=300, blank=True)
    hosts = ArrayField(models.CharField(max_length=120), default=list, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.area_name


class Synonym(AreaRow):
    """Words that mean the same to families here, kept by staff. They add to the list that ships with the product."""

    words = ArrayField(models.CharField(max_length=60))
    kept_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(name="offer_synonym_several", condition=Q(words__len__gte=2))]


class EverydayPhrase(AreaRow):
    """How families say it, and what it means: "can't sit still" → attention. Kept by staff, beside the shipped list.

    said: the phrase; needs, sections: codes it points to; words: further words to look for.
    """

    said = models.CharField(max_length=120)
    needs = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    sections = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    words = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    kept_by = models.ForeignKey("people.Account", models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)


class UnansweredWord(AreaRow):
    """A word that somebody looked for and that led to nothing, with how often in that month.

    Never a whole question, never who or where or at what time: words are counted one by one, without numbers.
    """

    word = models.CharField(max_length=24)
    month = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "word", "month"], name="offer_unanswered_once")]


class Postcode(models.Model):
    """A postcode's centre. Source: ONS Postcode Directory, Open Government Licence (docs/data-credits.md)."""

    postcode = models.CharField(max_length=7, primary_key=True)  # without the space: "DA146NE"
    lad_code = models.CharField(max_length=9)
    lad_name = models.CharField(max_length=60)
    latitude = models.FloatField()
    longitude = models.FloatField()


class Outcode(models.Model):
    """The middle of an outward code's postcodes."""

    outcode = models.CharField(max_length=4, primary_key=True)
    lad_code = models.CharField(max_length=9)
    latitude = models.FloatField()
    longitude = models.FloatField()


class Town(models.Model):
    """The middle of a town, district or neighbourhood by name, as far as the shipped tables know it."""

    name = models.CharField(max_length=80, primary_key=True)  # in small letters
    shown = models.CharField(max_length=80)
    latitude = models.FloatField()
    longitude = models.FloatField()
