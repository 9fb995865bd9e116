"""One turn of the graduated approach: assess, plan, do, review."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink


class CycleOutcome(models.TextChoices):
    """What a review decides. Source: SEND Code of Practice 2015 paras 6.53 to 6.56."""

    CONTINUE = "continue", _("Go on as it is")
    CHANGE = "change", _("Go on, with changes")
    SPECIALISTS = "specialists", _("Bring in specialists")
    EHC_REQUEST = "ehc_request", _("Ask the local authority for an EHC needs assessment")
    END = "end", _("End SEN Support")


class Cycle(ChildRow):
    """One turn for one child. Its number counts up from 1 in one setting; `previous` chains them.

    provision_decided_on: the day the school decided on special educational provision (the duty to tell the parents
    begins). starts_on: first day of doing; weeks: how many school weeks it is meant to run (a week without a
    school day does not count). review_on: the date agreed for the review. entered_running: the plan already ran
    elsewhere when it was typed in; its dates are as told. At which step it stands today follows from its state and its
    review's day: steps.py.
    """

    state = models.CharField(max_length=20, default="assess")
    number = models.PositiveIntegerField()
    previous = WalledLink("self", related_name="following", null=True, blank=True)
    concern = WalledLink("sen_support.Concern", related_name="cycles", null=True, blank=True)
    began_on = models.DateField()
    provision_decided_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    analysis = models.TextField(blank=True)
    parents_part = models.TextField(blank=True)
    entered_running = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=CycleOutcome, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["child", "state"]), models.Index(fields=["holder", "state", "review_on"])]
        constraints = [
            models.UniqueConstraint(fields=["child", "holder", "number"], name="cycle_number_once"),
            models.UniqueConstraint(
                fields=["child", "holder"], condition=~Q(state="closed"), name="cycle_one_open_at_a_time"
            ),
            models.CheckConstraint(
                name="cycle_closed_when_why_and_how",
                condition=Q(closed_on__isnull=True, outcome="", reason="")
                | (Q(closed_on__isnull=False) & ~Q(outcome="") & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="cycle_being_done_has_its_dates",
                condition=~Q(state__in=["do", "review"])
                | Q(starts_on__isnull=False, review_on__isnull=False, weeks__isnull=False),
            ),
        ]
