from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotesConfig(AppConfig):
    name = "meervoud_web.notes"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("notities, toezeggingen en schuurplekken")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits for whom, and what goes when."""
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_front_panel, register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.notes import telling
        from meervoud_web.notes.actions.note import NOTES_TERM
        from meervoud_web.notes.kinds import KINDS, QUIET, VERBS
        from meervoud_web.notes.pages.panels import frictions_panel, my_panel, notes_panel, waits_in
        from meervoud_web.notes.personal import DOOR
        from meervoud_web.notes.queries.open_data import TABLES
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms

        register_door(DOOR)
        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_panel(notes_panel)
        register_panel(frictions_panel)
        register_front_panel(my_panel)
        register_waiting(waits_in)
        register_terms(NOTES_TERM)
        for table in TABLES:
            register_table(table)
        telling.register()
