"""Meerdam: the example municipality, which does not exist."""

from django.apps import AppConfig


class MeerdamConfig(AppConfig):
    name = "meervoud_web.meerdam"
