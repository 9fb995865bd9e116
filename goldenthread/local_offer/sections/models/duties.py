"""What the law asks of the offer as a whole, and how it stands: rows of the legal list, addresses checked, people asked."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow


class RequirementRecord(AreaRow):
    """What an authority keeps about one row of the legal list (legal_list.py); without one the shipped row holds alone.

    pages: names of the section pages that tell it; document_…: a policy or list that tells it, with the days from and
    until which it holds, and when somebody last looked at it. reviewed_on: when the row as a whole was last looked at.
    """

    key = models.CharField(max_length=3)
    owner = models.CharField(max_length=120)
    pages = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    document_title = models.CharField(max_length=200, blank=True)
    document_address = models.URLField(max_length=400, blank=True)
    document_from = models.DateField(null=True, blank=True)
    document_until = models.DateField(null=True, blank=True)
    document_reviewed_on = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "key"], name="offer_requirement_once"),
            models.CheckConstraint(
                name="offer_requirement_document_whole",
                condition=Q(document_address="") | (~Q(document_title="") & Q(document_reviewed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="offer_requirement_document_in_order",
                condition=Q(document_from__isnull=True)
                | Q(document_until__isnull=True)
                | Q(document_until__gte=F("document_from")),
            ),
        ]


class Verdict(models.TextChoices):
    WORKS = "works", _("Works")
    BROKEN = "broken", _("Broken")
    UNSURE = "unsure", _("Could not be told")


class LinkCheck(AreaRow):
    """The last result for one address that the public offer links to.

    why: a short word for what was found (opening.py). failures: how often in a row it could not be told. checked_at:
    None until it was first tried.
    """

    address = models.CharField(max_length=400)
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.UNSURE)
    why = models.CharField(max_length=20, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["address"]
        constraints = [models.UniqueConstraint(fields=["authority", "address"], name="offer_link_once")]
        indexes = [models.Index(fields=["authority", "checked_at"], name="offer_link_oldest")]


class Asking(models.TextChoices):
    """Under which regulation people were asked (SI 2014/1530)."""

    CONSULTED = "consulted", _("Consulted about what the Local Offer holds (regulation 54)")
    INVOLVED = "involved", _("Children, young people or parents took part in making it (regulation 55)")


class AskedGroup(models.TextChoices):
    """Those whom regulation 54 names, as the record of the law in this project has them."""

    CHILDREN = "children", _("Children and young people with SEN or a disability")
    PARENTS = "parents", _("Parents and carers")
    SCHOOLS = "schools", _("Governing bodies of maintained schools and nurseries")
    ACADEMIES = "academies", _("Academies")
    POST_16 = "post16", _("Post-16 institutions")
    SPECIAL = "special", _("Non-maintained special schools")
    PRUS = "prus", _("Pupil referral units")
    CHILDRENS_CENTRES = "centres", _("Children's centres")
    EARLY_YEARS = "early_years", _("Early years providers")
    YOUTH_OFFENDING = "youth", _("Youth offending teams")
    OTHER_PROVIDERS = "providers", _("Other providers and advisers")
    ADULTHOOD = "adulthood", _("Those who help with adulthood and independent living")
    OFFICERS = "officers", _("Officers of the authority: education, social services, adulthood")
    HEALTH = "health", _("NHS England, integrated care boards, NHS trusts, the health and wellbeing board")
    OTHERS = "others", _("Others whom the authority thinks fit")


class Topic(models.TextChoices):
    """What families took part in."""

    SERVICES = "services", _("Which services are needed")
    SET_OUT = "set_out", _("How the information is set out")
    ACCESS = "access", _("How easy it is to get at")
    COMMENTING = "commenting", _("How to comment")
    WHOLE = "whole", _("The offer as a whole")


FEWEST_SHOWN = 6  # numbers of people below this are not given: in a small group everybody knows everybody


class Consultation(AreaRow):
    """One time that people were asked about the offer: who, how, and what changed. Everybody reads it while `published`.

    kept_by wrote it last; published_by, somebody else, read it and showed it. explained: finds of a search for names
    (kind, words) with the reason why each tells nobody who it is. people_shown: what everybody may know of people, 0 for
    fewer than FEWEST_SHOWN.
    """

    asking = models.CharField(max_length=10, choices=Asking)
    group = models.CharField(max_length=12, choices=AskedGroup)
    topic = models.CharField(max_length=12, choices=Topic)
    happened_on = models.DateField()
    method = models.CharField(max_length=200)
    people = models.PositiveIntegerField(null=True, blank=True)
    people_shown = models.GeneratedField(
        expression=Case(
            When(people__lt=FEWEST_SHOWN, then=Value(0)), default=F("people"), output_field=models.PositiveIntegerField()
        ),
        output_field=models.PositiveIntegerField(null=True), db_persist=True,
    )  # fmt: skip
    said = models.TextField()
    changed = models.TextField()
    explained = models.JSONField(default=list, blank=True)
    published = models.BooleanField(default=False)
    published_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")
    published_on = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="offer_consultation_two_people",
                condition=Q(published=False, published_by=None, published_on=None)
                | Q(published=True, published_by__isnull=False, published_on__isnull=False)
                & ~Q(published_by=F("kept_by")),
            )
        ]


class AccessStatement(AreaRow):
    """The facts of the accessibility statement that only people know: one row for each authority."""

    prepared_on = models.DateField()
    tested_on = models.DateField()
    tested_how = models.TextField()
    answer_days = models.PositiveSmallIntegerField()
    kept_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority"], name="offer_access_statement_once")]


class AccessGap(AreaRow):
    """Something that does not work for everybody yet: what, for whom, what to do instead, and by when it is mended."""

    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200)
    instead = models.CharField(max_length=300)
    criterion = models.CharField(max_length=120, blank=True)
    found_on = models.DateField()
    mend_by = models.DateField()
    mended_on = models.DateField(null=True, blank=True)
    kept_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["mend_by", "id"]
        constraints = [
            models.CheckConstraint(
                name="offer_gap_mended_after_found",
                condition=Q(mended_on__isnull=True) | Q(mended_on__gte=F("found_on")),
            )
        ]


class AreaWord(AreaRow):
    """A word that an area explains in its own way, or a word of its own. It goes before the shipped one of that name."""

    word = models.CharField(max_length=80)
    also = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    meaning = models.CharField(max_length=400)
    source = models.CharField(max_length=200, blank=True)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["word", "id"]
        constraints = [models.UniqueConstraint("authority", Lower("word"), name="area_word_once")]
