"""The closed lists of the directory. Source of each: docs of the duty in section 30 of the 2014 Act, SI 2014/1530."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ServiceStatus(models.TextChoices):
    """Open Referral UK's own four."""

    ACTIVE = "active", _("Running")
    INACTIVE = "inactive", _("Not running now")
    DEFUNCT = "defunct", _("Ended")
    TEMPORARILY_CLOSED = "temporarily closed", _("Closed for a time")


class ProvisionKind(models.TextChoices):
    """The five kinds of section 30(2) and (3) of the Children and Families Act 2014."""

    EDUCATION_HEALTH_CARE = "education_health_care", _("Education, health and care")
    OTHER_EDUCATION = "other_education", _("Other education")
    OTHER_TRAINING = "other_training", _("Other training")
    TRAVEL = "travel", _("Travel to school, post-16 and early years places")
    ADULTHOOD = "adulthood", _("Preparing for adulthood")


class Branch(models.TextChoices):
    """Which part of "education, health and care" a service is of; a service may be of several or none."""

    EDUCATION = "education", _("Education")
    HEALTH = "health", _("Health")
    CARE = "care", _("Care")


class ProviderType(models.TextChoices):
    """SI 2014/1530 Schedule 2 paragraph 1 names the first eight; the others complete the offer."""

    EARLY_YEARS = "early_years", _("Early years")
    MAINTAINED = "maintained_school", _("Maintained school")
    ACADEMY = "academy", _("Academy or free school")
    NON_MAINTAINED_SPECIAL = "non_maintained_special", _("Non-maintained special school")
    POST_16 = "post16", _("Post-16 institution")
    SECTION_41 = "section_41", _("Institution approved under section 41")
    PUPIL_REFERRAL_UNIT = "pru", _("Pupil referral unit")
    COMMISSIONED = "commissioned", _("Somebody the authority commissions")
    TRAINING = "training", _("Training provider")
    INDEPENDENT = "independent", _("Independent school")
    OTHER = "other", _("Other")


class AreaScope(models.TextChoices):
    IN_AREA = "in", _("In this area")
    OUTSIDE = "outside", _("Outside this area")


class Gender(models.TextChoices):
    ANY = "", _("Everybody")
    GIRLS = "girls", _("Girls and young women")
    BOYS = "boys", _("Boys and young men")


class OrganisationRole(models.TextChoices):
    """What a body does for a service. Whom to ask, whom to hold to account, who pays and who vouches differ."""

    DELIVERS = "delivers", _("Runs it")
    COMMISSIONS = "commissions", _("Commissions it")
    FUNDS = "funds", _("Pays for it")
    ACCREDITS = "accredits", _("Vouches for it")


class LocationType(models.TextChoices):
    PHYSICAL = "physical", _("A place")
    VIRTUAL = "virtual", _("Online or by telephone")
    POSTAL = "postal", _("By post")


class Source(models.TextChoices):
    """Where the facts came from first."""

    OWN = "own", _("Written here")
    GIAS = "gias", _("Get Information about Schools")
    OFSTED = "ofsted", _("Ofsted")
    PARTNER = "partner", _("Another authority's feed")


class Frequency(models.TextChoices):
    WEEKLY = "WEEKLY", _("Every week")
    MONTHLY = "MONTHLY", _("Every month")


class State(models.TextChoices):
    """Where an entry stands. What is being changed has states of its own (VersionState)."""

    DRAFT = "draft", _("Never shown yet")
    LIVE = "live", _("Live")
    ARCHIVED = "archived", _("Archived")


class VersionState(models.TextChoices):
    """Local Offer moderation: at most one version of an entry is waiting, and one is the approved one."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Sent for approval")
    CHANGES_ASKED = "changes_asked", _("Changes asked for")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")


class Question(models.TextChoices):
    """What each provider answers.

    a to j: SI 2014/1530 Schedule 2 paragraph 5, one for each letter. The seven after them are the questions that
    councils already ask, kept so that nobody has to write them anew.
    """

    TEACHING = "a", _("How do you teach children with special educational needs?")
    ADAPTING = "b", _("How do you change the curriculum and the surroundings to fit?")
    LEARNING_SUPPORT = "c", _("What extra help with learning is there?")
    PROGRESS = "d", _("How do you check progress, and how are families part of it?")
    EFFECTIVENESS = "e", _("How do you find out whether it works, with families?")
    FACILITIES = "f", _("How do children get to use your rooms and equipment?")
    ACTIVITIES = "g", _("What is there beyond lessons, and how can every child join in?")
    SUPPORT = "h", _("What support is there?")
    EXPERTISE = "i", _("How do you find people with the right knowledge?")
    WELLBEING = "j", _("How do you help with feelings, friendships and well-being?")
    OUTCOMES = "outcomes", _("What do you want to come of it?")
    SEND_TRAINING = "training", _("What SEND training have your people had lately?")
    INVOLVING = "involving", _("How are parents and carers involved?")
    SHARING = "sharing", _("How do you share progress with families?")
    ACCESSIBLE = "accessible", _("How accessible are you, inside and outside?")
    STARTING = "starting", _("How does somebody start?")
    PLANS = "plans", _("What do you plan for the future?")
