"""A web process of its own for the Open Referral feed: no pages, no sign-in, and no password but the reader role's.

Decision record: docs/decisions/0150-the-feed-has-its-own-role.md.
"""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import ALLOWED_HOSTS, PUBLIC_DATABASE_URL, SECRET_KEY, database, env

if not PUBLIC_DATABASE_URL:
    raise ImproperlyConfigured(
        "PUBLIC_DATABASE_URL is not set. Set it to the address of goldenthread_public, for example"
        " postgresql://goldenthread_public:…@db/goldenthread. See docs/running-it.md."
    )
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must list this feed's own names, and not *. See docs/running-it.md.")
DATABASES = {"default": database(PUBLIC_DATABASE_URL)}
SECRET_KEY = SECRET_KEY or "signs-nothing-here"
ROOT_URLCONF = "goldenthread.local_offer.feed.alone"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "goldenthread.pages.middleware.RequestReference",
    "goldenthread.pages.middleware.BrowserRules",
    "allauth.account.middleware.AccountMiddleware",  # the library refuses to start without it
]
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1)
