"""What belongs to one service: places, areas covered, contacts, costs, times, events, answers."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goldenthread.database.models import AreaRow, WalledLink

from ..vocabulary import ACCESS
from .choices import Frequency, LocationType, Question
from .parts import codes
from .service import Service


class PartOfService(AreaRow):
    """One of several things of a service. number: its place in the list, from 0."""

    service = WalledLink(Service, models.CASCADE, related_name="%(class)ss")
    number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["number", "id"]


class Place(PartOfService):
    """Where it happens; a service may have several, or none.

    hide_address: for a refuge or a childminder at home. The public then sees the outward code and a point rounded to
    about a kilometre, never the street, postcode, UPRN or the point itself.
    """

    name = models.CharField(max_length=120, blank=True)
    location_type = models.CharField(max_length=10, choices=LocationType, default=LocationType.PHYSICAL)
    description = models.TextField(blank=True)
    address_1 = models.CharField(max_length=120, blank=True)
    address_2 = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True)
    county = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    hide_address = models.BooleanField(default=False)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    access = codes()
    access_notes = models.TextField(blank=True)
    uprn = models.CharField(max_length=12, blank=True)

    class Meta(PartOfService.Meta):
        indexes = [models.Index(fields=["authority", "postcode"], name="offer_place_postcode")]
        constraints = [
            models.CheckConstraint(
                name="offer_place_point_whole",
                condition=(Q(latitude__isnull=True) & Q(longitude__isnull=True))
                | (Q(latitude__range=(-90, 90)) & Q(longitude__range=(-180, 180))),
            ),
            models.CheckConstraint(name="offer_place_access_known", condition=Q(access__contained_by=ACCESS.codes())),
        ]


class ServiceArea(PartOfService):
    """An area that a service covers without having a place there: "all of Larkmere", a postcode district.

    extent: a code for it (an ONS code, an outward code) or ""; extent_type: what kind of code that is.
    """

    name = models.CharField(max_length=120)
    extent = models.CharField(max_length=60, blank=True)
    extent_type = models.CharField(max_length=30, blank=True)


class Contact(PartOfService):
    """Somebody or some desk to ask. Shown to the public only while `visible`."""

    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_description = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    visible = models.BooleanField(default=True)


class CostOption(PartOfService):
    """One price. amount in pounds; per: what it buys ("a session", "a half term"). Dates: when the price holds."""

    option = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    per = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta(PartOfService.Meta):
        constraints = [
            models.CheckConstraint(
                name="offer_cost_dates_in_order",
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            )
        ]


class Schedule(PartOfService):
    """A time at which it happens again and again, in the parts of an RRULE (RFC 5545).

    byday: days as "MO", for months with a number before them ("1MO"); bymonthday: days of the month.
    place: at which of the service's places, None for all; starts_on: the first day, from which interval counts.
    """

    place = WalledLink(Place, models.CASCADE, null=True, blank=True, related_name="schedules")
    freq = models.CharField(max_length=8, choices=Frequency, default=Frequency.WEEKLY)
    interval = models.PositiveSmallIntegerField(default=1)
    byday = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    bymonthday = ArrayField(models.SmallIntegerField(), default=list, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    term_time_only = models.BooleanField(default=False)
    description = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=400, blank=True)

    class Meta(PartOfService.Meta):
        constraints = [
            models.CheckConstraint(name="offer_schedule_interval_counts", condition=Q(interval__gte=1)),
            models.CheckConstraint(
                name="offer_schedule_dates_in_order",
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
        ]


class Event(PartOfService):
    """Something on a day of its own: an open morning, a coffee morning, a holiday activity."""

    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    place = WalledLink(Place, models.SET_NULL, null=True, blank=True, related_name="events")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    booking_link = models.URLField(max_length=400, blank=True)
    cancelled = models.BooleanField(default=False)

    class Meta(PartOfService.Meta):
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(name="offer_event_ends_after_start", condition=Q(ends_at__gte=F("starts_at")))
        ]


class Answer(PartOfService):
    """A provider's answer to one of the questions about SEND."""

    question = models.CharField(max_length=12, choices=Question)
    text = models.TextField()

    class Meta(PartOfService.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "question"], name="offer_answer_once")]
