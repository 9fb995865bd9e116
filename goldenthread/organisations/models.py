"""Local authorities, settings, health bodies and teams, as dated facts: bodies change names, the record stays."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import Row


class Kind(models.TextChoices):
    LOCAL_AUTHORITY = "local_authority", _("Local authority")
    SETTING = "setting", _("School, nursery or college")
    HEALTH_BODY = "health_body", _("Health body")
    ADVICE_SERVICE = "advice_service", _("SEND information, advice and support service")
    TEAM = "team", _("Team")
    PROVIDER = "provider", _("Provider in the Local Offer")


class SettingType(models.TextChoices):
    """What kind of setting it is, as far as its SEND duties differ (duties.py)."""

    MAINTAINED = "maintained", _("Maintained school")
    ACADEMY = "academy", _("Academy or free school")
    MAINTAINED_NURSERY = "maintained_nursery", _("Maintained nursery school")
    MAINTAINED_SPECIAL = "maintained_special", _("Maintained special school")
    SPECIAL_ACADEMY = "special_academy", _("Special academy")
    NON_MAINTAINED_SPECIAL = "non_maintained_special", _("Non-maintained special school")
    PUPIL_REFERRAL_UNIT = "pupil_referral_unit", _("Pupil referral unit or alternative provision academy")
    SECTION_41 = "section_41", _("Independent special school or college approved under section 41")
    INDEPENDENT = "independent", _("Wholly independent school")
    EARLY_YEARS = "early_years", _("Other early years provider")
    FURTHER_EDUCATION = "further_education", _("Further education or sixth-form college")


class Organisation(Row):
    """One body. It is not about a person, so it stands behind no wall.

    authority: the local authority in whose area it stands; a local authority's own row points at itself.
    answer_days: within how many school days the body says it answers a family's message.
    """

    authority = models.ForeignKey("self", models.PROTECT, related_name="in_area")
    kind = models.CharField(max_length=20, choices=Kind)
    setting_type = models.CharField(max_length=30, choices=SettingType, blank=True)
    name = models.CharField(max_length=200)
    la_code = models.CharField(max_length=3, blank=True)
    establishment_number = models.CharField(max_length=4, blank=True)
    urn = models.CharField(max_length=6, blank=True)
    ukprn = models.CharField(max_length=8, blank=True)
    phase = models.CharField(max_length=20, blank=True)
    low_age = models.PositiveSmallIntegerField(null=True, blank=True)
    high_age = models.PositiveSmallIntegerField(null=True, blank=True)
    resource_provision = models.BooleanField(default=False)
    places = models.PositiveIntegerField(null=True, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    complaints_page = models.URLField(blank=True)
    answer_days = models.PositiveSmallIntegerField(default=5)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["urn"], condition=~models.Q(urn=""), name="organisation_urn_once"),
            models.CheckConstraint(
                name="organisation_dates_in_order",
                condition=models.Q(closed_on__isnull=True)
                | models.Q(opened_on__isnull=True)
                | models.Q(closed_on__gte=models.F("opened_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OtherName(Row):
    """A name by which a body was or is also known, from one day to another: "Larkmere CCG" of an ICB."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)


class Succession(Row):
    """One body took over from another on a day: a CCG's work passed to an ICB, a school became an academy."""

    before = models.ForeignKey(Organisation, models.PROTECT, related_name="became")
    after = models.ForeignKey(Organisation, models.PROTECT, related_name="came_from")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["before", "after"], name="organisation_succession_once")]


class Term(Row):
    """A stretch of school days: a half term of the authority's calendar, or of a setting that has its own."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="terms")
    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(name="term_dates_in_order", condition=models.Q(ends_on__gte=models.F("starts_on")))
        ]


class Closure(Row):
    """Days inside a term on which the setting is closed to pupils: staff training, election, burst pipe."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="closures")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=120)

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(name="closure_dates_in_order", condition=models.Q(to_on__gte=models.F("from_on")))
        ]
