from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoundsConfig(AppConfig):
    name = "meervoud_web.rounds"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("lopende stellingenrondes")
