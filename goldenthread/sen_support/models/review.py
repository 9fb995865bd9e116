"""The review of a cycle: one meeting, what it showed, and what follows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink


class Review(ChildRow):
    """One review of one cycle. agreed_on: the date in the plan; meets_on, at: when the meeting was arranged for."""

    state = models.CharField(max_length=20, default="planned")
    cycle = WalledLink("sen_support.Cycle", related_name="reviews")
    agreed_on = models.DateField()
    meets_on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    held_on = models.DateField(null=True, blank=True)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    summary = models.TextField(blank=True)

    class Meta:
        ordering = ["-meets_on", "-id"]
        indexes = [models.Index(fields=["holder", "state", "meets_on"]), models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(fields=["cycle"], name="review_one_for_a_cycle"),
            models.CheckConstraint(
                name="review_held_by_whom_and_when",
                condition=Q(held_on__isnull=True, held_by__isnull=True) & ~Q(state="held")
                | Q(held_on__isnull=False, held_by__isnull=False),
            ),
        ]


class Attendance(ChildRow):
    """Somebody was asked to a review, and whether they came. came: None before the meeting."""

    review = WalledLink(Review, related_name="attendance")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=120)
    parent = models.BooleanField(default=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    came = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["id"]


class TargetResult(models.TextChoices):
    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    NOT_YET = "not_yet", _("Not yet")


class TargetOutcome(ChildRow):
    """How a target stood at its review and what showed it. value: the reading it rests on. Never edited."""

    review = WalledLink(Review, related_name="target_outcomes")
    target = WalledLink("sen_support.Target", related_name="outcomes")
    result = models.CharField(max_length=20, choices=TargetResult)
    value = models.FloatField(null=True, blank=True)
    shown_by = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "target"], name="target_outcome_once"),
            models.CheckConstraint(name="target_outcome_is_shown", condition=~Q(shown_by="")),
        ]


class DoseChoice(models.TextChoices):
    KEEP = "keep", _("Keep")
    CHANGE = "change", _("Change")
    STOP = "stop", _("Stop")


class DoseEffect(ChildRow):
    """What a dose did for the child, and whether it is kept, changed or stopped. Never edited."""

    review = WalledLink(Review, related_name="dose_effects")
    dose = WalledLink("provision.Dose", related_name="effects")
    choice = models.CharField(max_length=10, choices=DoseChoice)
    effect = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "dose"], name="dose_effect_once")]
