"""Configuration shared by every way of running Golden Thread. Read once, here; nothing else reads the environment."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy as _
from environs import Env

from .identity_providers import IdentityProvider, identity_providers

env = Env()
ROOT = Path(__file__).resolve().parents[2]

DEBUG = False
SECRET_KEY: str = env.str("SECRET_KEY", "")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", [])
STATED_TODAY: date | None = None
DEMO_DOOR = False  # one-click sign-in as a demo person: only settings.demo and settings.test open it
VAR: Path = env.path("GOLDENTHREAD_VAR", ROOT / "var")
DOCUMENT_ROOT: Path = VAR / "documents"
# Where kept files leave, as scheme and host: another name of this site. Empty: from the pages' own address.
FILES_ORIGIN: str = env.str("FILES_ORIGIN", "")
CLAMD_ADDRESS: str = env.str("CLAMD_ADDRESS", "")  # "unix:/run/clamav/clamd.ctl" or "tcp:host:3310"
DEMO_SCANNER = False
# The Open Referral feed reads as the role goldenthread_public and is not served without its address.
PUBLIC_DATABASE_URL: str = env.str("PUBLIC_DATABASE_URL", "")
FEED_PER_MINUTE: int = env.int("FEED_PER_MINUTE", 600)  # questions from one address to one web process
FEEDS_MAY_BE_NEAR = False  # whether a partner's feed may lie inside our own network: only tests say so

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "goldenthread.database",
    "goldenthread.access",
    "goldenthread.audit",
    "goldenthread.privacy",
    "goldenthread.process",
    "goldenthread.design_system",
    "goldenthread.organisations",
    "goldenthread.people",
    "goldenthread.children",
    "goldenthread.documents",
    "goldenthread.letters",
    "goldenthread.provision",
    "goldenthread.sen_support",
    "goldenthread.local_offer",
    "goldenthread.local_offer.feed",
    "goldenthread.local_offer.intake",
    "goldenthread.local_offer.editing",
    "goldenthread.local_offer.sections",
    "goldenthread.local_offer.school_information",
    "goldenthread.local_offer.wordbook",
    "goldenthread.imports",
    "goldenthread.law",
    "goldenthread.pages",
    "goldenthread.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "goldenthread.documents.files_origin.FilesOrigin",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldenthread.pages.packing.PagesPacked",
    "goldenthread.pages.middleware.RequestReference",
    "goldenthread.pages.middleware.BrowserRules",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "goldenthread.people.middleware.OneTransaction",
]

ROOT_URLCONF = "goldenthread.urls"
WSGI_APPLICATION = "goldenthread.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Ours come before django-allauth's, whose pages we replace one by one.
        "DIRS": [ROOT / "goldenthread" / app / "templates" for app in ("pages", "people")],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldenthread.pages.context.every_page",
                "goldenthread.design_system.appearance.as_chosen",
            ],
            "builtins": ["goldenthread.design_system.templatetags.golden_thread", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "goldenthread.design_system.forms.renderer.GoldenThreadRenderer"

# The database ----------------------------------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(url: str) -> dict[str, Any]:
    """Django's settings for one PostgreSQL address, with what every use of ours needs."""
    parsed: dict[str, Any] = dict(dj_database_url.parse(url))
    return parsed | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}


# Signing in: docs/decisions/0009-signing-in.md ---------------------------------------------------------------------

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "goldenthread.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # the same work is done for an unknown address, and no mail sent (adapter.py)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_BY_CODE_REQUIRED = {"password"}
ACCOUNT_LOGIN_BY_CODE_TRUST_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Golden Thread"
MFA_TRUST_COOKIE_AGE = timedelta(days=30)
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ADAPTER = "goldenthread.people.adapter.SecondFactorAdapter"
_FORMS = "goldenthread.people.forms.sign_in."
ACCOUNT_FORMS = {
    "login": _FORMS + "SignInForm",
    "reauthenticate": _FORMS + "ReauthenticateForm",
    "confirm_login_code": _FORMS + "SignInCodeForm",
    "confirm_email_verification_code": _FORMS + "EmailCodeForm",
    "confirm_password_reset_code": _FORMS + "ResetCodeForm",
    "reset_password": _FORMS + "ResetForm",
    "reset_password_from_key": _FORMS + "NewPasswordForm",
    "add_email": _FORMS + "ChangeEmailForm",
    "change_password": _FORMS + "ChangePasswordForm",
    "set_password": _FORMS + "SetPasswordForm",
}
MFA_FORMS = {
    "authenticate": _FORMS + "FactorForm",
    "reauthenticate": _FORMS + "FactorAgainForm",
    "activate_totp": _FORMS + "AuthenticatorAppForm",
    "add_webauthn": _FORMS + "AddPasskeyForm",
    "edit_webauthn": _FORMS + "RenamePasskeyForm",
}
# Staff may come in through their own organisation's identity provider (docs/decisions/0175).
IDENTITY_PROVIDERS: dict[str, IdentityProvider] = identity_providers(env)
_IDENTITY = "goldenthread.people.identity_providers."
SOCIALACCOUNT_ADAPTER = _IDENTITY + "adapter.OrganisationSignIn"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"provider_class": _IDENTITY + "openid.OrganisationsProvider"}}
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
# Tries are counted, and used codes remembered, for all web processes together.
# Above so many rows Django drops what has run out, and then live ones: more than an authority tries in a day.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# Notes such as "Recorded for Amara." wait in the session on the server, never in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "goldenthread.pages.errors.form_expired"

# Words, dates, places ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [ROOT / "goldenthread" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
DATE_FORMAT = "j F Y"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Files are counted apart, by each form; the proxy in front limits whole bodies (docs/running-it.md).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# What browsers are told --------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": with it browsers send "Origin: null" and every form would be refused. Nothing leaves the site.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
X_FRAME_OPTIONS = "DENY"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", "Golden Thread <no-reply@localhost>")

# How long a letter waits before it leaves, so that a mistake can be called back (bar B1).
UNDO_WINDOW = timedelta(minutes=15)

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_personal_text": {"()": "goldenthread.privacy.logs.NoPersonalText"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_personal_text"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # What it complains of in somebody's damaged PDF may quote the file.
        "pikepdf": {"level": "CRITICAL", "propagate": False},
    },
}
