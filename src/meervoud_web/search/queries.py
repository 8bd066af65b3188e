"""What is found, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from meervoud_web.challenges.things import Kind, Shown, Thing, by_kind, kinds
from meervoud_web.people.models import Person
from meervoud_web.search.models import SearchText
from meervoud_web.search.passages import Piece, marked, passage
from meervoud_web.search.stems import LEAST_BEGINNING, looked_for

MOST = 50
"""How many things are shown; who looks for more had better say more."""
AT_ONCE = 200

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


@dataclass(frozen=True, kw_only=True)
class Found:
    """A thing that was found, with its title and the passage in which the words stand."""

    shown: Shown
    title: tuple[Piece, ...]
    passage: tuple[Piece, ...]


def find(person: Person | None, words: str) -> list[Found]:
    """The things with these words that ``person`` may see, the likeliest first; all words have to be there.

    What somebody may not see takes no place in the list and changes no number. Of what has versions only the
    newest that they may see is there.
    """
    wanted = looked_for(words)
    if not wanted:
        return []
    return [_found(kind, row, wanted) for kind, row in islice(_rows(person, _question(wanted)), MOST)]


def of_what_is_gone() -> QuerySet[SearchText]:
    """Texts of things that are no more, such as those that went when their term was over."""
    stays = Q()
    for kind in kinds().values():
        stays |= Q(kind=kind.slug, thing_id__in=kind.rows().order_by().values("pk"))
    return SearchText.objects.exclude(stays)


def _found(kind: Kind, row: Any, wanted: list[tuple[str, ...]]) -> Found:
    shown = kind.shown(row)
    text = kind.words(row) if kind.words is not None else ""
    return Found(shown=shown, title=marked(shown.title, wanted), passage=passage(text, wanted))


def _rows(person: Person | None, question: str) -> Iterator[tuple[Kind, Any]]:
    start = 0
    while batch := _ranked(question, start=start):
        rows = {Thing(kind.slug, row.pk): (kind, row) for kind, row in _seen(person, batch)}
        yield from (rows[thing] for thing in batch if thing in rows)
        start += AT_ONCE


def _seen(person: Person | None, things: list[Thing]) -> Iterator[tuple[Kind, Any]]:
    for kind, ids in by_kind(things):
        rows = kind.rows_for(person)
        if kind.newest is not None:
            rows = kind.newest(rows)
        yield from ((kind, row) for row in rows.filter(pk__in=ids))


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
