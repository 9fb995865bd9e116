"""Real use. Every value comes from the environment; `docs/running-it.md` lists them. Unsafe values are refused."""

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import ALLOWED_HOSTS, FILES_ORIGIN, IDENTITY_PROVIDERS, SECRET_KEY, STORAGES, database, env
from .files_origin import host_of_files


def required(name: str, example: str) -> str:
    value: str = env.str(name, "")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it in the environment, for example {example}. See docs/running-it.md."
        )
    return value


DATABASES = {"default": database(required("DATABASE_URL", "postgresql://goldenthread_app:…@db/goldenthread"))}
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is missing or shorter than 50 characters. See docs/running-it.md.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must list this site's own names, and not *. See docs/running-it.md.")

if readable := [provider.name for provider in IDENTITY_PROVIDERS.values() if not provider.keeps_secrets]:
    raise ImproperlyConfigured(
        f"The address of an identity provider must begin with https://. Look at {', '.join(readable)}."
        " See docs/running-it.md."
    )

required("FILES_ORIGIN", "https://files.example.org")
FILES_HOST = host_of_files(FILES_ORIGIN, ALLOWED_HOSTS)
ALLOWED_HOSTS = [*ALLOWED_HOSTS, FILES_HOST]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies stand in front. With the wrong number, tries to guess a password are counted for the proxy.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 1)
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", True)

if bucket := env.str("DOCUMENT_BUCKET", ""):  # needs requirements/s3.txt
    endpoint = env.str("AWS_S3_ENDPOINT_URL", "") or None
    options = {"bucket_name": bucket, "endpoint_url": endpoint, "file_overwrite": False, "default_acl": None}
    STORAGES = STORAGES | {"documents": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}}
