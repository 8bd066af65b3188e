from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChallengesConfig(AppConfig):
    name = "meervoud_web.challenges"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("opgaven")

    def ready(self) -> None:
        """Make known what the journal and the thread speak of."""
        from meervoud_web.challenges.queries.challenge import seen_by
        from meervoud_web.challenges.queries.roles import involvements_seen_by
        from meervoud_web.challenges.things import Kind, register_kind

        register_kind(
            Kind(
                slug="challenge",
                name=_("opgave"),
                model="challenges.Challenge",
                title=str,
                address=lambda challenge: challenge.get_absolute_url(),
                seen_by=seen_by,
            )
        )
        register_kind(
            Kind(
                slug="involvement",
                name=_("rol bij een opgave"),
                model="challenges.Involvement",
                title=str,
                address=lambda involvement: involvement.challenge.get_absolute_url(),
                seen_by=involvements_seen_by,
                related=("challenge", "person"),
            )
        )
