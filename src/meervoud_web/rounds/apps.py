from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoundsConfig(AppConfig):
    name = "meervoud_web.rounds"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("lopende stellingenrondes")

    def ready(self) -> None:
        """Tell the apps below what to show, where reactions arrive, and what goes when."""
        from meervoud_web.challenges.contributions import register_contributions
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_front_panel, register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.conversations.providers import Arrivals, register_arrivals
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms
        from meervoud_web.rounds import telling
        from meervoud_web.rounds.actions.let_go import TERMS
        from meervoud_web.rounds.kinds import KINDS, QUIET, VERBS
        from meervoud_web.rounds.pages.front import front_panel
        from meervoud_web.rounds.pages.panel import rounds_panel
        from meervoud_web.rounds.pages.waiting import waiting_in, waiting_panel
        from meervoud_web.rounds.personal import DOOR
        from meervoud_web.rounds.queries import arrivals
        from meervoud_web.rounds.queries.brought import PROPOSALS
        from meervoud_web.rounds.queries.open_data import TABLES

        register_door(DOOR)
        register_panel(rounds_panel)
        register_waiting(waiting_in)
        register_contributions(PROPOSALS)
        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_front_panel(front_panel)
        register_front_panel(waiting_panel)
        register_terms(*TERMS)
        register_arrivals(
            Arrivals(
                newest=arrivals.newest,
                people_since=arrivals.people_since,
                had_arrived=arrivals.had_arrived,
                is_running_here=arrivals.is_running_here,
                held_here=arrivals.held_here,
                take_part_at=arrivals.take_part_at,
                is_open=arrivals.is_open,
            )
        )
        telling.register()
        for table in TABLES:
            register_table(table)
