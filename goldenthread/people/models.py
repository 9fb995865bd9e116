"""Accounts, who works where, parents, and with what authority a grown-up acts for a child."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.children.formats import Format
from goldenthread.database.models import AreaRow, ChildRow, HeldRow, Row, WalledLink
from goldenthread.keys import new_key


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **more: Any) -> Account:
        account = self.model(email=self.normalize_email(email).lower(), **more)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """The way one person signs in. It carries no rights: those come from assignments and authority to act.

    invited_until: the last day on which a new member of staff may set a first password by a code to their e-mail.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    invited_until = models.DateField(null=True, blank=True)

    objects = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def get_full_name(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.name


class AccountMail(Row):
    """A mail about an account that waits to be sent. Encrypted, since it may carry a code; gone once it is sent."""

    words = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)


class Assignment(AreaRow):
    """A person does a role at an organisation from one day to another (both included; no end while in force).

    holder: the organisation itself. invited_as: the name that whoever invited them wrote, "" where nobody did. Somebody
    outside who invites an address reads that name back, and never learns from us whose account it is.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=40)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    invited_as = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True, blank=True)
    senco_qualified_on = models.DateField(null=True, blank=True)
    staff_number = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assignment_dates_in_order",
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
            ),
            models.UniqueConstraint(
                fields=["account", "holder", "role"],
                condition=models.Q(to_on__isnull=True),
                name="assignment_once_in_force",
            ),
        ]
        indexes = [models.Index(fields=["account", "role"]), models.Index(fields=["authority", "holder"])]


class Parent(HeldRow):
    """A parent or carer as one setting knows them: their own name, contact and needs, never the household's.

    account: their way in, once they have redeemed an invitation. A withheld address is never here: it lives in
    `privacy.WithheldAddress`, so nothing that reads this row can show it.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="parents", null=True, blank=True)
    title = models.CharField(max_length=20, blank=True)
    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    address_withheld = models.BooleanField(default=False)
    safe_by_phone = models.BooleanField(default=True)
    safe_by_voicemail = models.BooleanField(default=True)
    safe_by_post = models.BooleanField(default=True)
    safe_by_email = models.BooleanField(default=True)
    language = models.CharField(max_length=60, blank=True)
    interpreter = models.BooleanField(default=False)
    formats = ArrayField(models.CharField(max_length=20, choices=Format), default=list, blank=True)
    import_key = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["family_name", "given_name", "id"]
        constraints = [
            models.CheckConstraint(
                name="parent_withheld_address_is_not_here",
                condition=models.Q(address_withheld=False) | models.Q(address="", postcode=""),
            ),
            models.UniqueConstraint(
                fields=["holder", "import_key"],
                condition=~models.Q(import_key=""),
                name="parent_import_key_once",
            ),
        ]

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)

    @property
    def format_names(self) -> list[str]:
        """How things should be given to this person, in words."""
        return [str(Format(chosen).label) for chosen in self.formats]

    def __str__(self) -> str:
        return self.name


class Relationship(models.TextChoices):
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    STEP_PARENT = "step_parent", _("Step-parent")
    GRANDPARENT = "grandparent", _("Grandparent")
    FOSTER_CARER = "foster_carer", _("Foster carer")
    GUARDIAN = "guardian", _("Guardian or special guardian")
    SOCIAL_WORKER = "social_worker", _("Social worker of the authority that looks after the child")
    OTHER = "other", _("Other person with care of the child")


class ActScope(models.TextChoices):
    """How far a grown-up's authority to act for the child goes."""

    FULL = "full", _("See the record and take decisions")
    SEE = "see", _("See the record")
    NONE = "none", _("A contact only: no access to the record")


class AuthorityToAct(ChildRow):
    """One grown-up may act for one child, from one day to another: how far, and on what evidence, checked by whom.

    Source of who counts as a parent: Education Act 1996 s.576 (parental responsibility, or care of the child).
    """

    parent = WalledLink(Parent, related_name="authorities")
    relationship = models.CharField(max_length=20, choices=Relationship)
    parental_responsibility = models.BooleanField(default=False)
    scope = models.CharField(max_length=10, choices=ActScope, default=ActScope.FULL)
    evidence = models.CharField(max_length=200)
    checked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)
    contact_order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="authority_to_act_dates_in_order",
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
            ),
            models.CheckConstraint(
                name="authority_to_act_who_and_when",
                condition=models.Q(checked_by__isnull=True, checked_on__isnull=True)
                | models.Q(checked_by__isnull=False, checked_on__isnull=False),
            ),
        ]


class YoungPersonAccess(ChildRow):
    """The young person's own account for their own record, from one day to another."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="own_records")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)


class AccessBasis(models.TextChoices):
    AGREED = "agreed", _("The young person agreed")
    REFUSED = "refused", _("The young person said no")
    CAPACITY = "capacity", _("A capacity decision was recorded: the parent acts")


class ParentAccessDecision(ChildRow):
    """Once the rights are the young person's: what was decided about one parent's access, by whom, when and why.

    Never edited; the newest counts. Source: Children and Families Act 2014 s.83(2); Mental Capacity Act 2005
    (capacity is presumed, decision by decision). Decision record: docs/decisions/0008-when-rights-pass.md.
    """

    parent = WalledLink(Parent, related_name="+")
    basis = models.CharField(max_length=10, choices=AccessBasis)
    may_act = models.BooleanField(default=False)
    reason = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)


class Invitation(ChildRow):
    """A code for one person to open an account for one child: valid 14 days, five tries, once.

    parent: None when it is the young person's own. Only a hash of the code is kept.
    """

    parent = WalledLink(Parent, related_name="invitations", null=True, blank=True)
    code_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_on = models.DateField()
    last_day_on = models.DateField()
    tries_left = models.PositiveSmallIntegerField(default=5)
    by_email = models.BooleanField(default=False)
    redeemed_at = models.DateTimeField(null=True, blank=True)
    redeemed_by = models.ForeignKey(Account, models.PROTECT, related_name="+", null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="invitation_redeemed_who_and_when",
                condition=models.Q(redeemed_at__isnull=True, redeemed_by__isnull=True)
                | models.Q(redeemed_at__isnull=False, redeemed_by__isnull=False),
            )
        ]
