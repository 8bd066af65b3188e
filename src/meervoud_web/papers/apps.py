from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "meervoud_web.papers"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("stukken voor raad en college")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits for whom, and what goes when."""
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.papers.kinds import KINDS, QUIET, VERBS
        from meervoud_web.papers.pages.panel import papers_panel, waits_in
        from meervoud_web.papers.personal import DOOR
        from meervoud_web.papers.terms import TERMS
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms

        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_panel(papers_panel)
        register_waiting(waits_in)
        register_door(DOOR)
        register_terms(*TERMS)
