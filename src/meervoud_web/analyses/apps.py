from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AnalysesConfig(AppConfig):
    name = "meervoud_web.analyses"
    label = "analyses"
    verbose_name = _("analyses")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register how the terms of this app are kept."""
        from meervoud_web.analyses.actions.let_go import TERMS
        from meervoud_web.analyses.personal import DOOR
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms

        register_door(DOOR)
        register_terms(*TERMS)
