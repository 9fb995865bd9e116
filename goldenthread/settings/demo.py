"""The demo area: invented people, a stated date, the embedded PostgreSQL, one-click sign-in, no real mail."""

from goldenthread.demo.stated_date import STATED_DATE

from .base import *
from .base import VAR, database, env

DATABASES = {"default": database(env.str("DATABASE_URL"))}
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", [])]
STATED_TODAY = STATED_DATE
DEMO_DOOR = True
DEMO_SCANNER = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
SECURE_HSTS_SECONDS = 0
