"""The feed in a process of its own, as it is measured: the embedded PostgreSQL is allowed, questions are not counted."""

from datetime import date

from goldenthread.settings.feed import *  # noqa: F403

STATED_TODAY = date(2026, 11, 20)
FEED_PER_MINUTE = 10**9
SECURE_SSL_REDIRECT = False
