"""What can be found follows what was erased: the index keeps no word longer than the thing itself."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Thing, kinds
from meervoud_web.people.personal import Beside, Door, Erasure
from meervoud_web.search.actions import take_in
from meervoud_web.search.models import SearchText
from meervoud_web.search.queries import of_what_is_gone


def _follow(erasure: Erasure) -> None:
    """Take in anew what lost its words."""
    touched = [*erasure.emptied.items(), *erasure.changed.items()]
    for kind in kinds().values():
        for model, keys in touched:
            if kind.model == model._meta.label:
                for key in sorted(keys):
                    take_in(Thing(kind.slug, key))
    of_what_is_gone().delete()


def _sweep() -> None:
    """Make the full-text index anew on SQLite: there a deleted word stays in it until its parts are merged."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")


DOOR = Door(
    name="search",
    title=_("Zoeken"),
    beside=(Beside(SearchText, why=_("de stammen van woorden uit andere dingen; volgt wat daar gewist wordt")),),
    follow=_follow,
    sweep=_sweep,
    clears=(SearchText,),
)
