"""A worry about a child, and what the school decided about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink

from .voice import Audience


class ConcernVoice(models.TextChoices):
    PARENT = "parent", _("Parent or carer")
    YOUNG_PERSON = "young_person", _("The young person")
    TEACHER = "teacher", _("Teacher or other school staff")
    PROFESSIONAL = "professional", _("Professional from outside the school")


class Decision(models.TextChoices):
    """What a worry may lead to. Each needs a reason."""

    SEN_SUPPORT = "sen_support", _("SEN Support begins")
    ORDINARY_TEACHING = "ordinary_teaching", _("Help within ordinary teaching, then look again")
    WATCH = "watch", _("Watch over for a while, then look again")
    ALREADY_SUPPORTED = "already_supported", _("Already part of the child's plan")
    OTHER = "other", _("Something else, then look again")


NO_LOOKING_AGAIN = (Decision.SEN_SUPPORT, Decision.ALREADY_SUPPORTED)


class Concern(ChildRow):
    """One worry, in the words of whoever raised it. It ends only in a recorded decision with a reason.

    raised_by: None when they have no account (raised_by_name says who); owner: who has it now, None until somebody
    of the school takes it. look_again_on: wanted unless the decision puts the child on a plan.
    Source: SEND Code of Practice 2015 paras 6.44 to 6.56 (take seriously any concerns raised by a parent).
    """

    state = models.CharField(max_length=20, default="raised")
    voice = models.CharField(max_length=20, choices=ConcernVoice)
    words = models.TextField()
    hoped_for = models.TextField(blank=True)
    audience = models.CharField(max_length=20, choices=Audience)
    raised_on = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    raised_by_name = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    look_again_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-raised_on", "-id"]
        indexes = [models.Index(fields=["child", "state"]), models.Index(fields=["holder", "state", "raised_on"])]
        constraints = [
            models.CheckConstraint(
                name="concern_decided_by_whom_when_and_why",
                condition=Q(decision="", decided_by__isnull=True, decided_on__isnull=True, reason="")
                | (Q(decided_by__isnull=False, decided_on__isnull=False) & ~Q(decision="") & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="concern_owner_since_when",
                condition=Q(owner__isnull=True, acknowledged_on__isnull=True)
                | Q(owner__isnull=False, acknowledged_on__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_looked_at_again",
                condition=Q(decision="") | Q(decision__in=NO_LOOKING_AGAIN) | Q(look_again_on__isnull=False),
            ),
        ]


class StrategyTried(ChildRow):
    """Something ordinarily available in every classroom that was already tried, from when to when, with what result."""

    concern = WalledLink(Concern, related_name="strategies")
    what = models.CharField(max_length=300)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="strategy_dates_in_order",
                condition=Q(from_on__isnull=True) | Q(to_on__isnull=True) | Q(to_on__gte=models.F("from_on")),
            )
        ]
