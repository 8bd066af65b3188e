"""The door for WSGI servers: ``granian --interface wsgi meervoud_web.config.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")

application = get_wsgi_application()
