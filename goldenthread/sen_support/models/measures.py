"""Something counted or tested again and again for one child, and its readings."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from goldenthread.database.models import ChildRow, WalledLink


class Measure(ChildRow):
    """What is counted: its name, unit and scale, and whether more is better.

    lowest, highest: the ends of the scale, None where there is none.
    """

    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=60, blank=True)
    lowest = models.FloatField(null=True, blank=True)
    highest = models.FloatField(null=True, blank=True)
    higher_is_better = models.BooleanField(default=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["child", "holder", "name"], name="measure_name_once")]

    def __str__(self) -> str:
        return self.name


class Reading(ChildRow):
    """One figure of a measure on one day. Never edited; a mended figure is a new row with the next number."""

    measure = WalledLink(Measure, related_name="readings")
    value = models.FloatField()
    on = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "number"]
        constraints = [models.UniqueConstraint(fields=["measure", "on", "number"], name="reading_number_once_a_day")]
