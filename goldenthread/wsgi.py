"""The web process. Refuses to start when the surroundings are not safe for real records."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings.production")
application = get_wsgi_application()

from goldenthread.database.startup import refuse_unsafe  # noqa: E402  (needs Django to be set up)

refuse_unsafe()

# What is loaded by now stays as long as the process: the collector need not look through it in every request.
gc.collect()
gc.freeze()
