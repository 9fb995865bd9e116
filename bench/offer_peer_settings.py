"""Plain Django REST framework over the same rows: no policies, no middleware, nobody to sign in."""

import os

import dj_database_url

SECRET_KEY = "only-for-measuring"
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {"default": dict(dj_database_url.parse(os.environ["DATABASE_URL"])) | {"CONN_MAX_AGE": 60}}
INSTALLED_APPS = ["rest_framework"]
ROOT_URLCONF = "bench.offer_peer"
WSGI_APPLICATION = "bench.offer_peer.application"
USE_TZ = True
REST_FRAMEWORK = {
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
