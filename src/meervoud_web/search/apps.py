from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "meervoud_web.search"

    def ready(self) -> None:
        from meervoud_web.challenges.afterwards import register_afterwards
        from meervoud_web.search.actions import take_in

        register_afterwards(take_in)
