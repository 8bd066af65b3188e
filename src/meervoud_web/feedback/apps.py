from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "meervoud_web.feedback"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("terugkoppeling")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits for whom, what people hear, and what goes when."""
        from meervoud_web.challenges.afterwards import register_afterwards
        from meervoud_web.challenges.beside import register_beside
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.feedback import telling
        from meervoud_web.feedback.actions import tidy_up
        from meervoud_web.feedback.kinds import KINDS, QUIET, VERBS
        from meervoud_web.feedback.pages.follow import came_of_statements
        from meervoud_web.feedback.pages.panels import at_choice, at_signal, feedback_panel
        from meervoud_web.feedback.personal import DOOR
        from meervoud_web.feedback.queries.following import still_waited_for
        from meervoud_web.feedback.queries.open_data import TABLES
        from meervoud_web.feedback.queries.waiting import answers_of, waiting_in, who_answer
        from meervoud_web.feedback.terms import TERMS
        from meervoud_web.notes.providers import Awaited, register_awaited
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms
        from meervoud_web.rounds.providers import register_came_of, register_still_waited_for

        register_verbs(VERBS, quiet=QUIET)
        for kind in KINDS:
            register_kind(kind)
        register_panel(feedback_panel)
        register_waiting(waiting_in)
        register_awaited(Awaited(people=who_answer, of=answers_of))
        register_beside("choice", at_choice)
        register_beside("signal", at_signal)
        register_came_of(came_of_statements)
        register_still_waited_for(still_waited_for)
        register_afterwards(tidy_up)
        register_terms(*TERMS)
        register_door(DOOR)
        for table in TABLES:
            register_table(table)
        telling.register()
