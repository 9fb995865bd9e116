"""The tests: the embedded PostgreSQL, a cheap password hash, mail kept in memory."""

from datetime import date

from .base import *
from .base import ROOT, STORAGES, database, env

DATABASES = {"default": database(env.str("DATABASE_URL", "postgresql://goldenthread_app@/set-by-conftest"))}
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STATED_TODAY = date(2026, 11, 20)
DEMO_DOOR = True
DEMO_SCANNER = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
DOCUMENT_ROOT = ROOT / "var" / "test-documents"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
