"""What is found, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db import connection
from django.db.models import Q, QuerySet

from meervoud_web.challenges.things import Shown, Thing, kinds, shown_to
from meervoud_web.people.models import Person
from meervoud_web.search.models import SearchText
from meervoud_web.search.stems import looked_for

MOST = 50
"""How many things are shown; who looks for more had better say more."""
AT_ONCE = 200
LEAST_BEGINNING = 4
"""From so many letters on a stem also finds longer words: *mantelzorg* finds *mantelzorger*."""

SQLITE = """
    SELECT kind, thing_id FROM search_searchtext
    JOIN (SELECT rowid, bm25(search_fts, 5.0, 1.0) AS distance FROM search_fts WHERE search_fts MATCH %s) AS found
        ON found.rowid = search_searchtext.id
    ORDER BY distance, id DESC LIMIT %s OFFSET %s
"""
WORDS = "(setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B'))"
POSTGRESQL = f"""
    SELECT kind, thing_id FROM search_searchtext, to_tsquery('simple', %s) AS question
    WHERE {WORDS} @@ question
    ORDER BY ts_rank({WORDS}, question) DESC, id DESC LIMIT %s OFFSET %s
"""  # noqa: S608  no words of anybody in it


def find(person: Person | None, words: str) -> list[Shown]:
    """The things with these words that ``person`` may see, the likeliest first; all words have to be there.

    What somebody may not see takes no place in the list and changes no number.
    """
    question = _question(looked_for(words))
    return list(islice(_shown(person, question), MOST)) if question else []


def of_what_is_gone() -> QuerySet[SearchText]:
    """Texts of things that are no more, such as those that went when their term was over."""
    stays = Q()
    for kind in kinds().values():
        stays |= Q(kind=kind.slug, thing_id__in=kind.rows().order_by().values("pk"))
    return SearchText.objects.exclude(stays)


def _shown(person: Person | None, question: str) -> Iterator[Shown]:
    start = 0
    while batch := _ranked(question, start=start):
        shown = shown_to(person, batch)
        yield from (shown[thing] for thing in batch if thing in shown)
        start += AT_ONCE


def _ranked(question: str, *, start: int) -> list[Thing]:
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL if _is_postgresql() else SQLITE, [question, AT_ONCE, start])
        return [Thing(kind, number) for kind, number in cursor.fetchall()]


def _question(words: list[tuple[str, ...]]) -> str:
    """As the database takes it. Stems are letters and digits only, so nothing in them can steer it."""
    either, both, beginning = (" | ", " & ", ":*") if _is_postgresql() else (" OR ", " AND ", "*")
    quote = "'" if _is_postgresql() else '"'
    return both.join(
        "("
        + either.join(f"{quote}{stem}{quote}{beginning if len(stem) >= LEAST_BEGINNING else ''}" for stem in stems)
        + ")"
        for stems in words
    )


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"
