"""The door for ASGI servers: ``uvicorn meervoud_web.config.asgi:application``."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")

application = get_asgi_application()
