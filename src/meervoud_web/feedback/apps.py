from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "meervoud_web.feedback"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("terugkoppeling")
