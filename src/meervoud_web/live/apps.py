from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    name = "meervoud_web.live"
    verbose_name = _("pagina's die bewegen")
