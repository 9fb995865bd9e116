"""Tell somebody by e-mail that there is something new: never what, never about whom, never from where."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goldenthread.database.models import ChildRow
from goldenthread.people.models import Account, Parent
from goldenthread.process.background import job

from .models import Notice

SUBJECT = _("There is something new for you in Golden Thread")
WORDS = _(
    "There is something new for you in Golden Thread.\n\n"
    "Sign in to read it: %(site)s\n\n"
    "This e-mail holds no link to it, and nothing about anybody. Nobody can answer it.\n"
)


def queue_notices(thing: ChildRow, event: str, accounts: Iterable[UUID], *, caused_by: UUID, site: str) -> None:
    """Write a notice for each person into the outbox, in the present transaction, and queue its sending.

    Done twice for the same event and person, there is still one.
    """
    for account in accounts:
        notice = Notice(
            authority_id=thing.authority_id,
            holder_id=thing.holder_id,
            child_id=thing.child_id,
            event=event,
            thing_id=thing.pk,
            account_id=account,
            caused_by_id=caused_by,
            site=site,
        )
        Notice.objects.bulk_create([notice], ignore_conflicts=True)
        send_notice.queue(authority=thing.authority_id, holder=thing.holder_id, notice=notice.pk)


@job("letters.send_notice")
def send_notice(*, authority: UUID, holder: UUID | None, notice: UUID) -> None:
    """Send one notice, once. Whoever comes second finds it locked or sent.

    The note that it went and the mail cannot be one act. A worker that dies between them sends again, with the
    same Message-ID, by which mail programs show it once (docs/decisions/0031-one-notice.md).
    """
    locked = Notice.objects.select_for_update(skip_locked=True).filter(pk=notice).first()
    if locked is None or locked.sent_at is not None or locked.not_sent_because:
        return
    to, reason = _address(locked)
    if reason:
        locked.not_sent_because = reason
    else:
        _message(locked, to).send()
        locked.sent_at = timezone.now()
    locked.save(update_fields=["sent_at", "not_sent_because"])


def _address(notice: Notice) -> tuple[str, str]:
    """Where this person may be written to now: a parent's own address as this setting has it, and only if it is safe."""
    parent = Parent.objects.filter(account_id=notice.account_id, holder_id=notice.holder_id).first()
    if parent is None:
        account = Account.objects.get(pk=notice.account_id)
        return (account.email, "") if account.is_active else ("", "closed")
    if not parent.safe_by_email:
        return "", "unsafe"
    return (parent.email, "") if parent.email else ("", "no_address")


def _message(notice: Notice, to: str) -> EmailMessage:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    headers = {"Message-ID": f"<{notice.pk.hex}@{domain}>", "Auto-Submitted": "auto-generated"}
    words = str(WORDS) % {"site": notice.site}
    return EmailMessage(str(SUBJECT), words, settings.DEFAULT_FROM_EMAIL, [to], headers=headers)
