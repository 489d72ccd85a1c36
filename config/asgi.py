"""The same application for an ASGI server."""

import os

from django.core.asgi import get_asgi_application

from config.database import limit_statements

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

limit_statements()
application = get_asgi_application()
