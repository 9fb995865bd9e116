"""A school's SEN information report year by year, and the public copy of the one that counts.

Children and Families Act 2014 s.69; SI 2014/1530 reg 51 and Schedule 1.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow, HeldRow, WalledLink


class WordsAre(models.TextChoices):
    """Why words that look like a name may stand in what everybody reads."""

    BODY = "body", _("A body, a programme or a publication")
    PLACE = "place", _("A place or a day that everybody knows")
    POST = "post", _("How to reach a post or an office")
    ADULT = "adult", _("A grown-up who works with us and has agreed to stand here")
    WORD = "word", _("An ordinary word, not a name")


class InformationReport(HeldRow):
    """The report of one school for one year. holder: the school. State: states.py.

    texts: heading → the school's own words; what_changed: since the last one, in its words. contents: the whole report
    as it was sent for approval, with the facts of that day; None while it is being written. writers: keys of the accounts
    that wrote in it or explained words of it since it was begun; none of them may approve it.
    """

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default="draft")
    texts = models.JSONField(default=dict, blank=True)
    what_changed = models.TextField(blank=True)
    contents = models.JSONField(null=True, blank=True)
    begun_on = models.DateField()
    changed_at = models.DateTimeField()
    writers = ArrayField(models.UUIDField(), default=list, blank=True)
    sent_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey("people.Account", models.PROTECT, null=True, blank=True, related_name="+")
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "number"], name="information_report_number"),
            models.UniqueConstraint(
                fields=["holder"], condition=Q(state__in=["draft", "waiting"]), name="information_report_one_begun"
            ),
            models.UniqueConstraint(
                fields=["holder"], condition=Q(state="published"), name="information_report_one_published"
            ),
            # What the public reads was sent by one person and approved by another.
            models.CheckConstraint(
                name="information_report_two_people", condition=Q(approved_by=None) | ~Q(approved_by=F("sent_by"))
            ),
            models.CheckConstraint(
                name="information_report_not_the_writer",
                condition=Q(approved_by=None) | ~Q(writers__contains=[F("approved_by")]),
            ),
            models.CheckConstraint(
                name="information_report_sent",
                condition=Q(state="draft") | Q(sent_by__isnull=False, sent_on__isnull=False, contents__isnull=False),
            ),
            models.CheckConstraint(
                name="information_report_approved",
                condition=Q(state__in=["draft", "waiting"], approved_by=None, published_on=None)
                | Q(
                    state__in=["published", "replaced", "taken_down"],
                    approved_by__isnull=False,
                    published_on__isnull=False,
                ),
            ),
        ]


class ReportEntry(HeldRow):
    """One move of one report: never edited, never removed. on: the date in law; at: the moment."""

    report = WalledLink(InformationReport, related_name="entries")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=10, blank=True)
    to_state = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]


class ReportWords(HeldRow):
    """Words of a report that looked like a name, and why whoever wrote it says they may stand there."""

    report = WalledLink(InformationReport, models.CASCADE, related_name="looked_at")
    kind = models.CharField(max_length=20)
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=10, choices=WordsAre)
    by = models.ForeignKey("people.Account", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["report", "kind", "words"], name="report_words_once")]


class ReportReminder(AreaRow):
    """That a school was reminded of its report. stage: 0 before it is due, 1 on the day, then one for each month after."""

    setting = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    report_key = models.UUIDField()
    stage = models.PositiveSmallIntegerField()
    sent_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report_key", "stage"], name="report_reminder_once")]


class PublishedReport(models.Model):
    """The public copy of the report that counts, one for each school. Its key is the report's.

    service: the school's entry in the Local Offer, where it has one. contents: contents.contents_of, with its days.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    authority = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    setting = models.OneToOneField("organisations.Organisation", models.CASCADE, related_name="+")
    service_id = models.UUIDField(null=True, db_index=True)
    name = models.CharField(max_length=200)
    contents = models.JSONField()
    published_on = models.DateField()
    pdf = models.BinaryField()
    word = models.BinaryField()

    class Meta:
        ordering = ["name", "id"]
