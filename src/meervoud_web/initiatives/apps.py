from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "meervoud_web.initiatives"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("uit de samenleving")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits for whom, and what can be made of a note."""
        from meervoud_web.challenges.contributions import register_contributions
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.initiatives import telling
        from meervoud_web.initiatives.kinds import KINDS, QUIET, VERBS
        from meervoud_web.initiatives.pages.from_note import sighting_from_note
        from meervoud_web.initiatives.pages.panels import proposals_panel, seen_panel, waits_in
        from meervoud_web.initiatives.personal import DOOR
        from meervoud_web.initiatives.queries.brought import PROPOSALS
        from meervoud_web.initiatives.queries.open_data import TABLES
        from meervoud_web.initiatives.queries.proposals import AWAITED
        from meervoud_web.notes.providers import register_awaited, register_from_note
        from meervoud_web.people.personal import register_door

        register_contributions(PROPOSALS)
        register_door(DOOR)
        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_panel(seen_panel)
        register_panel(proposals_panel)
        register_waiting(waits_in)
        register_from_note(sighting_from_note)
        register_awaited(AWAITED)
        for table in TABLES:
            register_table(table)
        telling.register()
