from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConversationsConfig(AppConfig):
    name = "meervoud_web.conversations"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("stellingenrondes")

    def ready(self) -> None:
        """Tell ``analyses`` what there is to analyse, and ``challenges`` what to show on its page."""
        from meervoud_web.analyses.sources import Source, register

        from .models import Audience
        from .queries.outcome import run_everything, run_public

        register(Source(name=Audience.STAFF, method="landscape", run=run_everything))
        register(Source(name=Audience.EVERYONE, method="landscape", run=run_public))
