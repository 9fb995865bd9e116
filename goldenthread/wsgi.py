"""The web process. Refuses to start when the surroundings are not safe for real records."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings.production")
application = get_wsgi_application()

from goldenthread.database.startup import refuse_unsafe  # noqa: E402  (needs Django to be set up)

refuse_unsafe()

# What was loaded once is never garbage, and a page makes many thousand things that die with it: looking through all of
# them every 700 new ones cost a register page over a quarter of its time. docs/decisions/0044-garbage-collection.md
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
