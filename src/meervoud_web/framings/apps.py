from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FramingsConfig(AppConfig):
    name = "meervoud_web.framings"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("kijken op de opgave")

    def ready(self) -> None:
        """Tell the apps below what to show, and what waits for whom."""
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.framings import telling
        from meervoud_web.framings.kinds import KINDS, QUIET, VERBS
        from meervoud_web.framings.pages.panels import framings_panel, waits_in
        from meervoud_web.framings.personal import DOOR
        from meervoud_web.framings.queries.open_data import TABLES
        from meervoud_web.people.personal import register_door

        register_door(DOOR)
        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_panel(framings_panel)
        register_waiting(waits_in)
        for table in TABLES:
            register_table(table)
        telling.register()
