from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConversationsConfig(AppConfig):
    name = "meervoud_web.conversations"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("stellingenrondes")

    def ready(self) -> None:
        """Tell ``analyses`` what there is to analyse, and ``challenges`` what to show on its page."""
        from meervoud import landscape
        from meervoud_web.analyses.queries import newest_numbers
        from meervoud_web.analyses.sources import Source, register
        from meervoud_web.challenges.contributions import register_contributions
        from meervoud_web.challenges.open_data import register_exhibits, register_table
        from meervoud_web.challenges.providers import register_panel
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.conversations import telling
        from meervoud_web.conversations.actions import after_a_result
        from meervoud_web.conversations.kinds import KINDS
        from meervoud_web.conversations.models import Audience
        from meervoud_web.conversations.pages.finding import may_listen
        from meervoud_web.conversations.pages.panel import conversations_panel
        from meervoud_web.conversations.personal import DOOR
        from meervoud_web.conversations.queries import changes, disclosure, outcome
        from meervoud_web.conversations.queries.brought import STATEMENTS
        from meervoud_web.conversations.queries.open_data import TABLES, exhibits
        from meervoud_web.live.streams import Stream, register_stream
        from meervoud_web.people.personal import register_door

        register_door(DOOR)
        register(
            Source(
                name=Audience.STAFF,
                method="landscape",
                load=outcome.all_votes,
                analyse=outcome.analyse,
                present=outcome.present_to_staff,
                follow=outcome.follow,
                mark=changes.mark_of,
                afterwards=after_a_result,
            )
        )
        register(
            Source(
                name=Audience.EVERYONE,
                method="landscape",
                load=outcome.public_votes,
                analyse=disclosure.analyse_for_everyone,
                present=outcome.present_to_everyone,
                withhold=landscape.without_small_cells,
                follow=outcome.follow,
                mark=changes.mark_of,
                afterwards=after_a_result,
            )
        )
        register_contributions(STATEMENTS)
        register_panel(conversations_panel)
        for kind in KINDS:
            register_kind(kind)
        for audience in Audience:
            register_stream(
                Stream(
                    name=audience.value,
                    newest=partial(newest_numbers, audience.value),
                    may_listen=partial(may_listen, audience),
                )
            )
        telling.register()
        for table in TABLES:
            register_table(table)
        register_exhibits(exhibits)
