from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "meervoud_web.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register how the terms of this app are kept."""
        from meervoud_web.people.actions.let_go import TERMS
        from meervoud_web.people.doors import DOOR
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import register_terms

        register_door(DOOR)
        register_terms(*TERMS)
