from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignalsConfig(AppConfig):
    name = "meervoud_web.signals"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("signalen")

    def ready(self) -> None:
        """Tell the apps below what to show, what the journal says, and what goes when."""
        from meervoud_web.challenges.contributions import register_contributions
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.notes.providers import register_from_note
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms
        from meervoud_web.signals import telling
        from meervoud_web.signals.kinds import KINDS, QUIET, VERBS
        from meervoud_web.signals.pages.from_note import signal_from_note
        from meervoud_web.signals.pages.panel import signals_panel, waiting_in
        from meervoud_web.signals.personal import DOOR
        from meervoud_web.signals.queries.brought import SIGNALS
        from meervoud_web.signals.queries.open_data import TABLES
        from meervoud_web.signals.terms import TERMS

        register_door(DOOR)
        register_panel(signals_panel)
        register_waiting(waiting_in)
        register_from_note(signal_from_note)
        register_contributions(SIGNALS)
        register_verbs(VERBS, quiet=QUIET)
        register_terms(*TERMS)
        for kind in KINDS:
            register_kind(kind)
        for table in TABLES:
            register_table(table)
        telling.register()
