from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CourseConfig(AppConfig):
    name = "meervoud_web.course"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("koers")

    def ready(self) -> None:
        """Tell the apps below what to show, what waits, and what the journal and the thread speak of."""
        from meervoud_web.challenges.open_data import register_table
        from meervoud_web.challenges.providers import register_panel, register_waiting
        from meervoud_web.challenges.things import register_kind
        from meervoud_web.challenges.verbs import register_verbs
        from meervoud_web.course import telling
        from meervoud_web.course.kinds import KINDS, QUIET, VERBS
        from meervoud_web.course.pages.panel import course_panel, waiting_in
        from meervoud_web.course.personal import DOOR
        from meervoud_web.course.queries import open_data, open_data_held
        from meervoud_web.people.personal import register_door

        register_door(DOOR)
        for kind in KINDS:
            register_kind(kind)
        register_verbs(VERBS, quiet=QUIET)
        register_panel(course_panel)
        register_waiting(waiting_in)
        for table in (*open_data.TABLES, *open_data_held.TABLES):
            register_table(table)
        telling.register()
