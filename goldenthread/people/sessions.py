"""How long a sign-in lasts: an idle limit and an absolute limit for each role (docs/decisions/0009-signing-in.md)."""

from __future__ import annotations

import time

from django.contrib.sessions.backends.base import SessionBase

from goldenthread.access.roles import Role

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN = "last_seen_at"
WRITE_EVERY = 60  # seconds: the session is not written on every page


def start(session: SessionBase) -> None:
    """A sign-in has just succeeded: both clocks start now, whatever the browser carried before."""
    session[SIGNED_IN_AT] = session[LAST_SEEN] = time.time()


def has_run_out(session: SessionBase, role: Role) -> bool:
    """True when this sign-in is older than the role allows, or was left alone longer than it allows."""
    now = time.time()
    started = session.setdefault(SIGNED_IN_AT, now)
    seen = session.setdefault(LAST_SEEN, now)
    return bool(now - started > role.absolute_hours * 3600 or now - seen > role.idle_minutes * 60)


def note_activity(session: SessionBase) -> None:
    now = time.time()
    if now - session.get(LAST_SEEN, 0) > WRITE_EVERY:
        session[LAST_SEEN] = now
