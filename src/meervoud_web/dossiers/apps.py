from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DossiersConfig(AppConfig):
    name = "meervoud_web.dossiers"
    verbose_name = _("opgavedossiers")

    def ready(self) -> None:
        """Tell the apps below what to show on the page of a challenge, and what the journal says."""
        from meervoud_web.challenges.providers import register_panel
        from meervoud_web.challenges.queries.open_data import HANDED_OVER
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.dossiers.pages import dossier_panel

        register_panel(dossier_panel)
        register_verbs({HANDED_OVER: _("{who} nam het opgavedossier mee")}, quiet={HANDED_OVER})
