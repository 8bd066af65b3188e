"""The door for ASGI servers: ``uvicorn meervoud_web.config.asgi:application``."""

import gc
import os
import warnings

import django

from meervoud_web.config.body import Door

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")

# WhiteNoise hands files over in pieces that Django then reads at once: small files, and no harm done.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

django.setup(set_prefix=False)
application = Door()

# What is loaded now stays for ever: looking through it for garbage, again and again, takes a tenth of all time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
