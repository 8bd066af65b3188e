from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChallengesConfig(AppConfig):
    name = "meervoud_web.challenges"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("opgaven")

    def ready(self) -> None:
        """Make known what the journal and the thread speak of."""
        from meervoud_web.challenges import telling
        from meervoud_web.challenges.kinds import KINDS
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.personal import DOOR
        from meervoud_web.challenges.queries.open_data import TABLES
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.people.personal import register_door

        register_door(DOOR)
        for kind in KINDS:
            register_kind(kind)
        for table in TABLES:
            register_table(table)
        telling.register()
