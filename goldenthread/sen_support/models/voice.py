"""What a child, parent, teacher or professional says, each in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, WalledLink

if TYPE_CHECKING:
    from goldenthread.documents.queries import DocumentLink


class Voice(models.TextChoices):
    CHILD = "child", _("The child or young person")
    PARENT = "parent", _("Parent or carer")
    TEACHER = "teacher", _("Teacher or other school staff")
    PROFESSIONAL = "professional", _("Professional from outside the school")


class How(models.TextChoices):
    """How the words came: the same sentence means more or less by it."""

    SAID = "said", _("Said, and written down word for word")
    TYPED = "typed", _("Typed or written by them")
    DRAWN = "drawn", _("Drawn or made, and described")
    SYMBOLS = "symbols", _("Chosen with symbols or pictures")
    OBSERVED = "observed", _("Seen by somebody who knows them well")
    REPORT = "report", _("From a written report")


class Audience(models.TextChoices):
    """Who may read. Staff of the school who work with the child always may, if their role reads what people said.

    Decision record: docs/decisions/0025-who-reads-whose-words.md.
    """

    EVERYONE = "everyone", _("The school and the family")
    AUTHOR = "author", _("The school and the person who said it")
    NOT_PARENTS = "not_parents", _("The school and the child or young person, not parents or carers")
    SCHOOL = "school", _("Staff of the school only")


class Question(models.TextChoices):
    """What the words answer, so that a young person's page can give each its own place."""

    GOING_WELL = "going_well", _("What is going well")
    HARD = "hard", _("What is hard")
    HELPS = "helps", _("What helps")
    NEXT = "next", _("What I want to happen next")
    OTHER = "other", _("Something else")


class Contribution(ChildRow):
    """One thing that one person said on one day, word for word. Never edited, never removed.

    A slip is mended by a new row that points back (`mends`); the newest is shown, all are kept.
    said_by: the name as people know it; account: theirs, if they have one; recorded_by: who wrote it down.
    document_id: a report or drawing that carries the words, or None; report: the link to it, set by queries.words
    for a viewer who may open it.
    """

    report: DocumentLink | None = None

    voice = models.CharField(max_length=20, choices=Voice)
    question = models.CharField(max_length=20, choices=Question, default=Question.OTHER)
    words = models.TextField()
    how = models.CharField(max_length=20, choices=How, default=How.TYPED)
    said_by = models.CharField(max_length=200)
    helped_by = models.CharField(max_length=200, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    audience = models.CharField(max_length=20, choices=Audience)
    concern = WalledLink("sen_support.Concern", related_name="contributions", null=True, blank=True)
    cycle = WalledLink("sen_support.Cycle", related_name="contributions", null=True, blank=True)
    review = WalledLink("sen_support.Review", related_name="contributions", null=True, blank=True)
    session = WalledLink("sen_support.SupervisedSession", related_name="contributions", null=True, blank=True)
    mends = WalledLink("self", related_name="mended_by", null=True, blank=True)
    document_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-at"]
        indexes = [models.Index(fields=["child", "-on"]), models.Index(fields=["cycle"])]
        constraints = [
            models.CheckConstraint(name="contribution_has_words", condition=~models.Q(words="")),
            models.UniqueConstraint(fields=["mends"], name="contribution_mended_once"),
        ]


class Change(ChildRow):
    """What the school changed because of something somebody said. Never edited."""

    contribution = WalledLink(Contribution, related_name="changes")
    words = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-at"]
