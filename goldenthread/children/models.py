"""The child or young person, where they are enrolled, who teaches them, their SEN status and needs."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q, Value
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import AreaRow, ChildRow, HeldRow, WalledLink

from .formats import Format


class DateRange(Func):
    function = "daterange"
    output_field = DateRangeField()


class Child(AreaRow):
    """One child or young person in one area: who they are, and nothing about their needs.

    holder: the body that brought the row in. sort_name: family name then given name, folded to lower-case plain
    letters by `names.sort_name`, so that lists sort the same on every PostgreSQL.
    """

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    known_as = models.CharField(max_length=100, blank=True)
    sort_name = models.CharField(max_length=200, db_index=True)
    born_on = models.DateField()
    sex = models.CharField(max_length=1, choices=[("F", _("Female")), ("M", _("Male"))])
    ethnicity = models.CharField(max_length=4, blank=True)
    first_language = models.CharField(max_length=60, blank=True)
    interpreter = models.BooleanField(default=False)
    formats = ArrayField(models.CharField(max_length=20, choices=Format), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "sort_name", "id"])]

    @property
    def name(self) -> str:
        """The name the child is called by, in full."""
        return f"{self.known_as or self.given_name} {self.family_name}"

    @property
    def first_name(self) -> str:
        return self.known_as or self.given_name

    def __str__(self) -> str:
        return self.name


class Scheme(models.TextChoices):
    UPN = "upn", _("Unique pupil number (UPN)")
    FORMER_UPN = "former_upn", _("Former UPN")
    ULN = "uln", _("Unique learner number (ULN)")
    NHS = "nhs", _("NHS number")


class Identifier(AreaRow):
    """A number by which another system knows the child, from one day to another. Checked as identifiers.py says."""

    child = WalledLink(Child, related_name="identifiers")
    scheme = models.CharField(max_length=12, choices=Scheme)
    value = models.CharField(max_length=20)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "scheme", "value"],
                condition=Q(to_on__isnull=True),
                name="identifier_once_in_an_area",
            )
        ]


class EnrolmentKind(models.TextChoices):
    CURRENT = "C", _("Enrolled here only")
    MAIN = "M", _("Main school (also enrolled elsewhere)")
    SUBSIDIARY = "S", _("Second school (mainly enrolled elsewhere)")
    GUEST = "G", _("Guest")
    COLLEGE = "F", _("Further education college")
    OTHER = "O", _("Other provider")


class Enrolment(AreaRow):
    """A child is on the roll of a setting, from one day to another (both included). holder: that setting.

    A child may have several at once, one main and others subsidiary, but one of a kind at a setting on a day.
    """

    child = WalledLink(Child, related_name="enrolments")
    kind = models.CharField(max_length=1, choices=EnrolmentKind, default=EnrolmentKind.CURRENT)
    year_group = models.CharField(max_length=2)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["holder", "child"]), models.Index(fields=["child", "from_on"])]
        constraints = [
            models.CheckConstraint(
                name="enrolment_dates_in_order",
                condition=Q(to_on__isnull=True) | Q(to_on__gte=models.F("from_on")),
            ),
            ExclusionConstraint(
                name="enrolment_once_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("holder", RangeOperators.EQUAL),
                    (DateRange("from_on", "to_on", Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class ClassGroup(HeldRow):
    """A class or registration group of a setting in one school year: 4B in 2026/27."""

    name = models.CharField(max_length=60)
    year_group = models.CharField(max_length=2, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "name", "from_on"], name="class_group_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ClassMembership(ChildRow):
    """A child is in a class, from one day to another."""

    class_group = WalledLink(ClassGroup, related_name="memberships")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["class_group", "child"]), models.Index(fields=["child"])]
        constraints = [
            models.UniqueConstraint(fields=["class_group", "child", "from_on"], name="class_membership_once")
        ]


class ClassStaff(HeldRow):
    """A grown-up works with a class, from one day to another: its teacher, an assistant, or cover for some days."""

    class_group = WalledLink(ClassGroup, related_name="staff")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="classes")
    leads = models.BooleanField(default=False)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["account", "class_group"])]


class Status(models.TextChoices):
    NONE = "N", _("No special educational need")
    MONITORING = "M", _("Being watched over")
    SEN_SUPPORT = "K", _("SEN Support")
    PLAN = "E", _("EHC plan")


class StatusEntry(ChildRow):
    """What a child's SEN status was from a day, and the day we learned it. Never edited, never removed.

    The status on day D as known on day L is the entry with the latest `true_from` ≤ D among those learned by L;
    of two with the same day, the one learned last. So the register of any past day can be shown as it was known.
    """

    status = models.CharField(max_length=1, choices=Status)
    true_from = models.DateField()
    learned_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        indexes = [
            models.Index(fields=["child", "-true_from", "-learned_on", "-recorded_at"]),
            models.Index(fields=["holder", "child", "-true_from", "-learned_on", "-recorded_at", "-id"]),
        ]


class Area(models.TextChoices):
    """The four broad areas of need: SEND Code of Practice (2015) 6.28 to 6.35."""

    COMMUNICATION = "communication", _("Communication and interaction")
    COGNITION = "cognition", _("Cognition and learning")
    SEMH = "semh", _("Social, emotional and mental health")
    SENSORY = "sensory", _("Sensory and/or physical")


class Need(ChildRow):
    """A need of a child as the setting describes it, from one day to another. No diagnosis is asked for.

    sen_type: the Department for Education's code (codes.py); rank 1 is the primary need, 2 the secondary.
    """

    area = models.CharField(max_length=20, choices=Area, blank=True)
    sen_type = models.CharField(max_length=4)
    rank = models.PositiveSmallIntegerField(default=1)
    words = models.TextField(blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "rank"])]
        constraints = [
            models.CheckConstraint(
                name="need_dates_in_order",
                condition=Q(to_on__isnull=True) | Q(to_on__gte=models.F("from_on")),
            ),
        ]


class Profile(ChildRow):
    """The one-page profile: what every grown-up who works with the child needs to know, in plain words.

    Each change is a new row with the next number; the highest number is the current one.
    """

    number = models.PositiveIntegerField()
    good_at = models.TextField(blank=True)
    matters_to_me = models.TextField(blank=True)
    helps_me = models.TextField(blank=True)
    does_not_help = models.TextField(blank=True)
    strategies = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    written_with = models.CharField(max_length=200, blank=True)
    changed_on = models.DateField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "holder", "number"], name="profile_number_once")]


class ProfileRead(ChildRow):
    """A grown-up says they have read this version of a child's profile."""

    profile = WalledLink(Profile, related_name="readers")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "account"], name="profile_read_once")]
