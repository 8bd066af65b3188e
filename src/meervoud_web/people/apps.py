from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "meervoud_web.people"
    default_auto_field = "django.db.models.BigAutoField"
