"""Django settings. Everything an operator may want to say comes from the environment.

``DATABASE_URL``           ``sqlite:////abs/path`` or ``postgres://…``; default: a file in ``var/``
``MEERVOUD_URL``           public address, such as ``https://meervoud.example.nl``; several with commas
``MEERVOUD_VAR``           folder for data that must survive; default ``var/`` beside ``manage.py``
``MEERVOUD_SECRET_KEY``    default: made once and kept in that folder
``MEERVOUD_SMTP``          ``smtp://user:password@host:587``; default: mail is written to ``var/mail/``
``MEERVOUD_MAIL_FROM``     sender of mail
``MEERVOUD_SECURITY_CONTACT``  where finders of weaknesses go, such as ``mailto:…``
``MEERVOUD_BACKUP_DAYS``   after how many days the operator throws backups away; default: 30
``MEERVOUD_DEBUG``         ``1`` for developers, never for the public
"""

import os
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from meervoud_web.config.database import database_from_url
from meervoud_web.config.logs import logging_config
from meervoud_web.config.mail import mail_from_url
from meervoud_web.config.secret import kept_secret

PACKAGE_DIR = Path(__file__).resolve().parent.parent
ROOT = PACKAGE_DIR.parent.parent
if not (ROOT / "manage.py").exists():  # installed as a package: data lives where the operator starts it
    ROOT = Path.cwd()

VAR = Path(os.environ.get("MEERVOUD_VAR") or ROOT / "var").resolve()
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = os.environ.get("MEERVOUD_DEBUG") == "1"
SECRET_KEY = os.environ.get("MEERVOUD_SECRET_KEY") or kept_secret(VAR / "secret-key")

# --- where we are found -------------------------------------------------------------------------------
PUBLIC_ADDRESSES = [urlsplit(url.strip()) for url in os.environ.get("MEERVOUD_URL", "").split(",") if url.strip()]
HTTPS = bool(PUBLIC_ADDRESSES) and all(address.scheme == "https" for address in PUBLIC_ADDRESSES)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *(address.hostname or "" for address in PUBLIC_ADDRESSES)]
CSRF_TRUSTED_ORIGINS = [f"{address.scheme}://{address.netloc}" for address in PUBLIC_ADDRESSES]
ROOT_URLCONF = "meervoud_web.config.urls"
ASGI_APPLICATION = "meervoud_web.config.asgi.application"
WSGI_APPLICATION = "meervoud_web.config.wsgi.application"

# --- what we are made of ------------------------------------------------------------------------------
INSTALLED_APPS = [
    "meervoud_web.ui",
    "meervoud_web.people",
    "meervoud_web.challenges",
    "meervoud_web.meerdam",
    "meervoud_web.notes",
    "meervoud_web.rounds",
    "meervoud_web.feedback",
    "meervoud_web.papers",
    "meervoud_web.dossiers",
    "meervoud_web.search",
    "meervoud_web.conversations",
    "meervoud_web.analyses",
    "meervoud_web.signals",
    "meervoud_web.framings",
    "meervoud_web.initiatives",
    "meervoud_web.course",
    "meervoud_web.stories",
    "meervoud_web.live",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "meervoud_web.ui.middleware.packed_pages",
    "csp.middleware.CSPMiddleware",
    "meervoud_web.ui.middleware.private_pages",
    "meervoud_web.api.headers.api_headers",
    "meervoud_web.ui.middleware.chosen_language",
    "meervoud_web.ui.middleware.modest_size",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "meervoud_web.ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "meervoud_web.challenges.queries.municipality_of_page",
            ],
        },
    }
]
FORM_RENDERER = "meervoud_web.ui.forms.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- what is remembered -------------------------------------------------------------------------------
DATABASES = {
    "default": database_from_url(os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'meervoud.sqlite3'}")
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MEDIA_ROOT = VAR / "files"

# --- who comes in -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["meervoud_web.people.backend.PersonBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "meervoud_web.people.passwords.UserAttributeSimilarityValidator"},
    {"NAME": "meervoud_web.people.passwords.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "people:log_in"
LOGIN_REDIRECT_URL = "/"
INVITATION_DAYS = 7
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "meervoud_web.ui.errors.csrf_failure"

# --- what a browser may do ----------------------------------------------------------------------------
SECURE_SSL_REDIRECT = False  # the proxy in front does this
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# About subdomains and preloading only the owner of the domain can decide; redirecting is the proxy's.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Said to whoever is erased; throwing them away is for the operator, who keeps them.
BACKUP_DAYS = int(os.environ.get("MEERVOUD_BACKUP_DAYS") or 30)
SECURITY_CONTACT = os.environ.get("MEERVOUD_SECURITY_CONTACT") or "https://github.com/meervoud/meervoud/security"
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": HTTPS,
    }
}

# --- how much comes in --------------------------------------------------------------------------------
MAX_UPLOAD_BYTES = 25 * 1024 * 1024
MAX_REQUEST_BYTES = MAX_UPLOAD_BYTES + 1024 * 1024  # the file, and the form around it
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_PERMISSIONS = 0o600

# --- language and time --------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LANGUAGE_COOKIE_NAME = "__Host-language" if HTTPS else "language"
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

# --- styles, scripts, pictures ------------------------------------------------------------------------
STATIC_URL = "/static/"
BUILT = PACKAGE_DIR / "ui" / "static" / "built"
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/built/.+-[\w-]{8}\.\w+$"

# --- mail and logs ------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = os.environ.get("MEERVOUD_MAIL_FROM", "Meervoud <meervoud@localhost>")
SERVER_EMAIL = parseaddr(DEFAULT_FROM_EMAIL)[1]
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = VAR / "mail"
globals().update(mail_from_url(os.environ.get("MEERVOUD_SMTP", "")))
LOGGING = logging_config(debug=DEBUG)
