"""Files on a child's record. (The documents we write ourselves are data without a row: `model.py`.)"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow, Row, WalledLink


class Scan(models.TextChoices):
    WAITING = "waiting", _("Being checked for viruses")
    CLEAN = "clean", _("Checked")
    INFECTED = "infected", _("Refused: it holds a virus")
    UNAVAILABLE = "unavailable", _("Not checked yet: the virus check is not answering")


class StoredFile(ChildRow):
    """The bytes of one file, kept under their SHA-256 (storage.py), and what the virus check says of them.

    media_type and ending are ours, found from the content. made_here: we wrote the bytes ourselves, so they need no
    check. is_stand_in: checked by the demo's stand-in only, which protects nobody. size: in bytes.
    """

    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=120)
    ending = models.CharField(max_length=8)
    made_here = models.BooleanField(default=False)
    scan = models.CharField(max_length=12, choices=Scan, default=Scan.WAITING)
    scanner = models.CharField(max_length=40, blank=True)
    is_stand_in = models.BooleanField(default=False)
    scanned_at = models.DateTimeField(null=True, blank=True)
    scan_tries = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["scan"], condition=~models.Q(scan="clean"), name="stored_file_not_clean")]
        constraints = [
            models.CheckConstraint(
                name="stored_file_checked_by_whom",
                condition=~models.Q(scan__in=["clean", "infected"])
                | models.Q(made_here=True)
                | (models.Q(scanned_at__isnull=False) & ~models.Q(scanner="")),
            )
        ]


class QuarantinedContent(Row):
    """Bytes that hold a virus: about nobody, known by their digest, so that the same bytes are refused for ever.

    kept_as: the digest under which they lie sealed, of no use to anybody without the site's key.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    kept_as = models.CharField(max_length=64)
    found = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)


class FileLink(Row):
    """A link to a file on the files' origin that was not used yet: whose session holds it, in which hat (links.py).

    Which file, until when and that we made it stand in the link, signed. Used or a few minutes old, the row goes.
    """

    session_key = models.CharField(max_length=40)
    hat = models.CharField(max_length=60)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)


class Kind(models.TextChoices):
    REPORT = "report", _("A report from a professional")
    LETTER = "letter", _("A letter")
    MEDICAL = "medical", _("Something about health")
    WORK = "work", _("The child's own work")
    PICTURE = "picture", _("A photo or drawing")
    PLAN = "plan", _("A plan or record of a meeting")
    OTHER = "other", _("Something else")


class Audience(models.TextChoices):
    """Who may open it. One parent never opens what the other gave, unless it says everyone (bar B3)."""

    SCHOOL = "school", _("The school, and whoever gave it")
    EVERYONE = "everyone", _("Everyone who may see the record")
    ONE_PARENT = "one_parent", _("The school, and one parent")
    OWN = "own", _("Only whoever gave it")


class Document(ChildRow):
    """A file somebody put on a child's record, with who may open it. A new version is a new row that `replaces` one.

    sent_name: what the sender's own machine called it; shown to them only, and never used as a file's name.
    from_family: given by a parent or the young person; then only they may let more people open it.
    """

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.SCHOOL)
    for_parent = WalledLink("people.Parent", related_name="+", null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_family = models.BooleanField(default=False)
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    sent_name = models.CharField(max_length=200, blank=True)
    stored_file = WalledLink(StoredFile, related_name="documents")
    replaces = WalledLink("self", related_name="replaced_by", null=True, blank=True)

    class Meta:
        ordering = ["-on", "-at", "-id"]
        indexes = [models.Index(fields=["child", "-on"])]
        constraints = [
            models.UniqueConstraint(fields=["replaces"], name="document_replaced_once"),
            models.CheckConstraint(
                name="document_one_parent_is_named",
                condition=models.Q(audience="one_parent", for_parent__isnull=False)
                | (~models.Q(audience="one_parent") & models.Q(for_parent__isnull=True)),
            ),
            models.CheckConstraint(
                name="document_own_is_the_familys", condition=~models.Q(audience="own") | models.Q(from_family=True)
            ),
        ]

    @property
    def file_name(self) -> str:
        """The name it is downloaded under: ours, with nobody's name in it."""
        return f"{self.kind}-{self.on.isoformat()}-{self.pk.hex[-6:]}.{self.stored_file.ending}"

    def __str__(self) -> str:
        return self.title
