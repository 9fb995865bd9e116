"""What the school owes the parents: to tell them, to meet them, to write to them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink


class Channel(models.TextChoices):
    MEETING = "meeting", _("In a meeting")
    PHONE = "phone", _("By phone")
    LETTER = "letter", _("By letter")
    EMAIL = "email", _("By e-mail")
    HERE = "here", _("Here, on their own page")


class ParentsTold(ChildRow):
    """The parents (or the young person) were told that special educational provision is being made, and why.

    Source: Children and Families Act 2014 s.68. Never edited.
    """

    cycle = WalledLink("sen_support.Cycle", related_name="told")
    told_on = models.DateField()
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=20, choices=Channel)
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["told_on", "at"]


class ParentMeeting(ChildRow):
    """The school met a parent about the child's support. Source of the three a year: Code of Practice 2015 para 6.65.

    review: the review it was, if it was one. earlier: it was held before this record began. Never edited.
    """

    on = models.DateField()
    about = models.CharField(max_length=200)
    review = WalledLink("sen_support.Review", related_name="parent_meetings", null=True, blank=True)
    earlier = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["child", "-on"])]


class AnnualReport(ChildRow):
    """The yearly written report on progress went to the parents. Source: Pupil Information Regulations 2005."""

    sent_on = models.DateField()
    how = models.CharField(max_length=20, choices=Channel)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-sent_on", "-id"]
