"""Provision promised to a child, when it is timetabled, and what the child really got.

The dose is the atom: plans, groups, the timetable and the ledger all point at it.
Decision records: docs/decisions/0020-the-dose.md, 0021-the-delivery-ledger.md.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from goldenthread.children.models import Area
from goldenthread.database.models import ChildRow, HeldRow, Row, WalledLink


class Kind(models.TextChoices):
    TIMED_SUPPORT = "timed_support", _("Timed support")
    EQUIPMENT = "equipment", _("Equipment")
    ENVIRONMENT = "environment", _("Environment or approach")
    TRAINING = "training", _("Staff training")
    PROFESSIONAL_REVIEW = "professional_review", _("Professional review")


class Period(models.TextChoices):
    WEEK = "week", _("a week")
    TERM = "term", _("a term")
    YEAR = "year", _("a year")


class Intervention(Row):
    """An entry of the catalogue of interventions and strategies: what it is and what is usually given.

    organisation: the setting or authority that keeps the entry. Not about a person, so behind no wall.
    cost_per_hour: pence, staff time and materials, for the whole group; None where nobody has said.
    """

    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    area = models.CharField(max_length=20, choices=Area, blank=True)
    sentence = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    low_age = models.PositiveSmallIntegerField(null=True, blank=True)
    high_age = models.PositiveSmallIntegerField(null=True, blank=True)
    usual_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    usual_times = models.PositiveSmallIntegerField(null=True, blank=True)
    usual_group_size = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_per_hour = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="intervention_code_once")]

    def __str__(self) -> str:
        return self.name


class Group(HeldRow):
    """An intervention given to several children together. Each child's own promise is a dose that points here.

    who and expertise: in words fit for a plan; leader: the account that sees it on their Today page.
    stopped_on: the first day on which it no longer runs.
    """

    name = models.CharField(max_length=120)
    what = models.CharField(max_length=300)
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+", null=True, blank=True)
    leader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="led_groups")
    who = models.CharField(max_length=200)
    expertise = models.CharField(max_length=300)
    minutes = models.PositiveSmallIntegerField()
    times = models.PositiveSmallIntegerField()
    per = models.CharField(max_length=4, choices=Period, default=Period.WEEK)
    place = models.CharField(max_length=120)
    from_on = models.DateField()
    until_on = models.DateField()
    stopped_on = models.DateField(null=True, blank=True)
    stopped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["holder", "from_on"])]
        constraints = [
            models.CheckConstraint(name="group_dates_in_order", condition=Q(until_on__gte=F("from_on"))),
            models.CheckConstraint(
                name="group_stopped_when_and_why",
                condition=Q(stopped_on__isnull=True, stopped_because="")
                | (Q(stopped_on__isnull=False) & ~Q(stopped_because="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Dose(ChildRow):
    """One promise of provision to one child. Which particulars a kind needs: particulars.py.

    minutes: of one session; times and per: how often; until_on: last day, included.
    check_every_weeks: school weeks between two looks that a thing is in place; in_place_by: the day it must be.
    promised_on: the day it became a promise (a plan or a group started); None while a plan is being written.
    stopped_on: the first day on which it is no longer given.
    carried_from: the dose of the cycle before that this one goes on from, so that nothing is typed twice.
    """

    kind = models.CharField(max_length=20, choices=Kind)
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200, blank=True)
    expertise = models.CharField(max_length=300, blank=True)
    deliverer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    times = models.PositiveSmallIntegerField(null=True, blank=True)
    per = models.CharField(max_length=4, choices=Period, blank=True)
    group_size = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    for_whom = models.CharField(max_length=200, blank=True)
    when_used = models.CharField(max_length=200, blank=True)
    in_place_by = models.DateField(null=True, blank=True)
    check_every_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    written_on = models.DateField(null=True, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    stopped_because = models.CharField(max_length=300, blank=True)
    carried_from = WalledLink("self", related_name="carried_to", null=True, blank=True)
    group = WalledLink(Group, related_name="doses", null=True, blank=True)

    class Meta:
        ordering = ["from_on", "id"]
        indexes = [
            models.Index(fields=["child", "from_on"]),
            models.Index(fields=["group"]),
            models.Index(fields=["holder", "from_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="dose_dates_in_order",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="dose_stopped_when_and_why",
                condition=Q(stopped_on__isnull=True, stopped_because="")
                | (Q(stopped_on__isnull=False) & ~Q(stopped_because="")),
            ),
            models.CheckConstraint(name="dose_minutes_not_nothing", condition=~Q(minutes=0) & ~Q(times=0)),
        ]

    def runs_on(self, day: date) -> bool:
        """Whether it is promised and given on this day, as far as its own dates say (not the school's)."""
        ended = self.until_on is not None and self.until_on < day
        stopped = self.stopped_on is not None and self.stopped_on <= day
        return self.promised_on is not None and self.from_on <= day and not ended and not stopped

    def __str__(self) -> str:
        return self.what


class PlannedSession(HeldRow):
    """A weekly place in the timetable, for a group or for one child's dose; from one day to another.

    weekday: 0 Monday to 4 Friday. Which days it really falls on: timeline.py (terms, closures, bank holidays).
    """

    group = WalledLink(Group, related_name="sessions", null=True, blank=True)
    dose = WalledLink(Dose, related_name="sessions", null=True, blank=True)
    weekday = models.PositiveSmallIntegerField()
    starts_at = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=120, blank=True)
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="led_sessions", null=True, blank=True
    )
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["weekday", "starts_at", "id"]
        indexes = [models.Index(fields=["holder", "weekday"]), models.Index(fields=["dose"])]
        constraints = [
            models.CheckConstraint(
                name="planned_session_for_a_group_or_a_dose",
                condition=Q(group__isnull=True, dose__isnull=False) | Q(group__isnull=False, dose__isnull=True),
            ),
            models.CheckConstraint(name="planned_session_weekday", condition=Q(weekday__lte=4)),
            models.CheckConstraint(name="planned_session_minutes", condition=Q(minutes__gte=1)),
            models.CheckConstraint(
                name="planned_session_dates_in_order",
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")),
            ),
        ]


class DeliveryState(models.TextChoices):
    DELIVERED = "delivered", _("Done")
    PART = "part", _("Part")
    MISSED = "missed", _("Missed")
    TAKEN_BACK = "taken_back", _("Taken back")


class Reason(models.TextChoices):
    """Why a session was missed or cut short. Short on purpose; none of them is a lawful excuse."""

    STAFF_ILL = "staff_ill", _("Staff ill")
    CHILD_AWAY = "child_away", _("Child away")
    TRIP = "trip", _("Trip")
    ROOM = "room", _("Room")
    OTHER = "other", _("Other")


class Delivery(ChildRow):
    """What one child got of one dose on one day, as one person wrote it. Never edited, never removed.

    number: 1 as first written, 2, 3 … as mended; the highest counts and the others are its trace.
    planned_session: None for an extra session outside the timetable. makes_up: the first entry of the missed
    session that an extra one replaces. minutes: really given; 0 when missed or taken back.
    """

    dose = WalledLink(Dose, related_name="deliveries")
    planned_session = WalledLink(PlannedSession, related_name="deliveries", null=True, blank=True)
    makes_up = WalledLink("self", related_name="made_up_by", null=True, blank=True)
    on = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=DeliveryState)
    minutes = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "dose_id", "number"]
        indexes = [models.Index(fields=["child", "on"]), models.Index(fields=["holder", "on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["dose", "on", "planned_session", "makes_up", "number"],
                nulls_distinct=False,
                name="delivery_once",
            ),
            models.CheckConstraint(name="delivery_numbered_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="delivery_minutes_fit_the_state",
                condition=Q(state__in=["delivered", "part"], minutes__gte=1)
                | Q(state__in=["missed", "taken_back"], minutes=0),
            ),
            models.CheckConstraint(
                name="delivery_short_of_plan_says_why",
                condition=Q(state__in=["part", "missed"]) & ~Q(reason="")
                | Q(state__in=["delivered", "taken_back"], reason=""),
            ),
            models.CheckConstraint(
                name="delivery_planned_or_making_up",
                condition=Q(planned_session__isnull=True) | Q(makes_up__isnull=True),
            ),
        ]


class InPlaceCheck(ChildRow):
    """Somebody looked whether a dose that is not timed was in place (or held, or done). Never edited."""

    dose = WalledLink(Dose, related_name="checks")
    on = models.DateField()
    in_place = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["dose", "on"])]
