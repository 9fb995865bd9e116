"""Mail about an account: queued with the change it tells of, sent by the worker, and forgotten once it is sent.

Such mail carries codes, so its words lie encrypted until then. Sending inside the request would also tell a
stranger, by the time it takes, whether an address is known (bar A8).
"""

from __future__ import annotations

import json
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy

from goldenthread.privacy.secrets import fernet

from .models import AccountMail

_PURPOSE = "account-mail"


def queue_account_mail(to: str, subject: str, body: str) -> None:
    """Queue a mail in the present transaction. to: "" does the same work and sends nothing."""
    words = fernet(_PURPOSE).encrypt(json.dumps([to, subject, body]).encode()).decode()
    mail = AccountMail.objects.create(words=words)
    send_account_mail.defer(mail=str(mail.pk))


@app.task(name="people.send_account_mail", retry=RetryStrategy(max_attempts=6, exponential_wait=3))
def send_account_mail(mail: str) -> None:
    """Send one mail and forget it. A second run finds nothing to do."""
    with transaction.atomic():
        waiting = AccountMail.objects.select_for_update().filter(pk=UUID(mail)).first()
        if waiting is None:
            return
        to, subject, body = opened(waiting)
        waiting.delete()
        if to:
            EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to]).send()


def opened(mail: AccountMail) -> tuple[str, str, str]:
    """To whom, the subject and the text."""
    to, subject, body = json.loads(fernet(_PURPOSE).decrypt(mail.words.encode()))
    return to, subject, body
