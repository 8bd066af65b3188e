"""The door for ASGI servers: ``uvicorn meervoud_web.config.asgi:application``."""

import os
import warnings

import django

from meervoud_web.config.body import Door

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")

# WhiteNoise hands files over in pieces that Django then reads at once: small files, and no harm done.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

django.setup(set_prefix=False)
application = Door()
