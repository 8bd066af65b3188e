from django.apps import AppConfig
from django.core.checks import register

from meervoud_web.ui.built import is_built


class UiConfig(AppConfig):
    name = "meervoud_web.ui"

    def ready(self) -> None:
        register(is_built)
