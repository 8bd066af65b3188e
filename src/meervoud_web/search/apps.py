from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "meervoud_web.search"

    def ready(self) -> None:
        from meervoud_web.challenges.afterwards import register_afterwards
        from meervoud_web.people.personal import register_door
        from meervoud_web.people.terms import Term, register_terms
        from meervoud_web.search.actions import take_in
        from meervoud_web.search.models import SearchText
        from meervoud_web.search.personal import DOOR
        from meervoud_web.search.queries import of_what_is_gone

        register_door(DOOR)
        register_afterwards(take_in)
        register_terms(
            Term(
                kind="search texts of things that are gone",
                promised_by=(SearchText,),
                due=lambda now: of_what_is_gone(),
            )
        )
