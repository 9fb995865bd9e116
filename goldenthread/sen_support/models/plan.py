"""What a plan aims at, and who agreed to what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.children.models import Area
from goldenthread.database.models import ChildRow, WalledLink


class Target(ChildRow):
    """What the child will be able to do, by when, told by which measure. Its doses: TargetDose.

    baseline: the figure when the target was set; target_value: the figure aimed at. carried_from: the target of
    the cycle before that this one goes on from, so that nothing is typed twice.
    """

    cycle = WalledLink("sen_support.Cycle", related_name="targets")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    area = models.CharField(max_length=20, choices=Area, blank=True)
    measure = WalledLink("sen_support.Measure", related_name="targets")
    baseline = models.FloatField()
    baseline_on = models.DateField()
    target_value = models.FloatField()
    by_on = models.DateField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    carried_from = WalledLink("self", related_name="carried_to", null=True, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="target_number_once"),
            models.CheckConstraint(
                name="target_dropped_when_and_why",
                condition=Q(dropped_on__isnull=True, dropped_because="")
                | (Q(dropped_on__isnull=False) & ~Q(dropped_because="")),
            ),
        ]


class TargetDose(ChildRow):
    """A dose is given toward a target. One dose may serve several targets."""

    target = WalledLink(Target, related_name="target_doses")
    dose = WalledLink("provision.Dose", related_name="target_doses")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "dose"], name="target_dose_once")]


class Purpose(models.TextChoices):
    """What is agreed to. Agreeing to a plan is not agreeing to share it."""

    PLAN = "plan", _("The plan itself")
    SHARE_WITH_ADVISER = "share_with_adviser", _("Showing the plan to an adviser from outside the school")
    SHARE_WITH_NEXT_SETTING = "share_with_next_setting", _("Passing the plan to the next setting")
    CONTACT_HEALTH = "contact_health", _("Talking with health services")


class Answer(models.TextChoices):
    AGREED = "agreed", _("Agreed")
    NOT_AGREED = "not_agreed", _("Not agreed")
    WITHDRAWN = "withdrawn", _("Taken back")


class Agreement(ChildRow):
    """One answer of one person for one purpose. Never edited: taking an agreement back is a new row.

    The newest row of a person for a purpose counts, until `expires_on`. version: the mark of the plan's text that
    the answer was given to (queries.plan_version), so a later change of the plan shows. party: their account, None
    when they answered on paper or by phone without one; recorded_by: who entered it.
    SEN Support asks no consent in law, but nobody should start a plan that the family does not know.
    """

    cycle = WalledLink("sen_support.Cycle", related_name="agreements")
    purpose = models.CharField(max_length=30, choices=Purpose)
    answer = models.CharField(max_length=20, choices=Answer)
    covers = models.CharField(max_length=300, blank=True)
    party = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    party_name = models.CharField(max_length=200)
    party_role = models.CharField(max_length=20)
    how = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    version = models.CharField(max_length=64, blank=True)
    on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["cycle", "purpose"])]
