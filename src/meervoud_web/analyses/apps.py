from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnalysesConfig(AppConfig):
    name = "meervoud_web.analyses"
    label = "analyses"
    verbose_name = _("analyses")
    default_auto_field = "django.db.models.BigAutoField"
