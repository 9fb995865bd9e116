"""The peers' web process. It connects as the owner, whose policy lets every row through."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.peer_settings")
application = get_wsgi_application()
