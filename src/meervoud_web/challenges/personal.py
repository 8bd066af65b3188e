"""What this app holds about people with an account, and what becomes of it when they are erased."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.actions.journal import forget, forget_texts, record
from meervoud_web.challenges.models import Involvement, JournalEntry, LastLook, Link, QuestionVersion
from meervoud_web.challenges.queries.roles import held_now
from meervoud_web.challenges.things import Thing, kinds
from meervoud_web.people.mentions import naming
from meervoud_web.people.models import Person
from meervoud_web.people.personal import OFFICIAL_ACT, Door, Erasure, Fate, Holding, OpenWork

ACCOUNT = "account"
"""The kind of thing under which the journal keeps that an account was erased: its number, and no name."""


def _forget_in_the_journal(_entries: QuerySet[JournalEntry], erasure: Erasure) -> None:
    record(
        challenge=None,
        by=erasure.by,
        verb="person-erased",
        thing=Thing(ACCOUNT, erasure.person.pk),
        why=erasure.reason,
    )
    forget(erasure.person, by=erasure.by)


def _things_without_words(erasure: Erasure) -> Iterator[Thing]:
    for kind in kinds().values():
        for model, keys in erasure.emptied.items():
            if kind.model == model._meta.label:
                yield from (Thing(kind.slug, key) for key in sorted(keys))


def _let_the_journal_follow(erasure: Erasure) -> None:
    """What others wrote in the journal about what is gone goes too, and so does what names this person."""
    forget_texts(
        by=erasure.by,
        things=list(_things_without_words(erasure)),
        entries=[entry.pk for entry in naming(erasure.person, JournalEntry, "about", "why")],
    )


def _parts_held(person: Person) -> list[OpenWork]:
    held = Involvement.objects.filter(held_now(), person=person).select_related("challenge")
    return [
        OpenWork(
            what=gettext("%(role)s bij %(challenge)s")
            % {"role": part.get_role_display(), "challenge": part.challenge.title},
            address=part.challenge.get_absolute_url(),
        )
        for part in held
    ]


DOOR = Door(
    name="challenges",
    title=_("Opgaven en journaal"),
    holdings=(
        Holding(model=Involvement, whose=("person",), fate=Fate.GOES),
        Holding(model=LastLook, whose=("person",), fate=Fate.GOES),
        Holding(
            model=QuestionVersion,
            whose=("by",),
            fate=Fate.UNNAMED,
            keeps=("question", "reason"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=Link,
            whose=("by",),
            fate=Fate.UNNAMED,
            hides=("from_kind", "to_kind"),
            ground=OFFICIAL_ACT,
        ),
        Holding(
            model=JournalEntry,
            whose=("person",),
            fate=Fate.EMPTIED,
            empties=("about", "why"),
            keeps=("role", "verb", "thing_kind"),
            hides=("person_salt", "person_digest", "text_salt", "text_digest", "mark"),
            ground=_("Dat er iets gedaan is, wanneer en in welke rol (Archiefwet; artikel 17, lid 3, AVG)."),
            let_go=_forget_in_the_journal,
        ),
    ),
    waits=_parts_held,
    follow=_let_the_journal_follow,
    clears=(JournalEntry,),
)
