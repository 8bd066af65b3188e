from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "meervoud_web.stories"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("verhalen")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits, what the journal says, and what goes when."""
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms
        from meervoud_web.stories import open_data, telling
        from meervoud_web.stories.kinds import KINDS, QUIET, VERBS
        from meervoud_web.stories.pages.panel import stories_panel, waiting_in
        from meervoud_web.stories.personal import DOOR
        from meervoud_web.stories.terms import TERMS

        for kind in KINDS:
            register_kind(kind)
        register_verbs(VERBS, quiet=QUIET)
        register_panel(stories_panel)
        register_waiting(waiting_in)
        register_terms(*TERMS)
        register_door(DOOR)
        for table in open_data.TABLES:
            register_table(table)
        telling.register()
