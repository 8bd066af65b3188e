from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "meervoud_web.ui"
    default_auto_field = "django.db.models.BigAutoField"
