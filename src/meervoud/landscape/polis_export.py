"""The export of Polis: ``votes.csv`` or the matrix ``participants-votes.csv``, with ``comments.csv``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from meervoud.errors import MethodError
from meervoud.landscape import plain_csv
from meervoud.landscape.given import AGREE, DISAGREE
from meervoud.landscape.plain_csv import column, ids, milliseconds, refuse_twice, vote
from meervoud.landscape.tables import Table, Tables, parse
from meervoud.landscape.votes import Votes

VOTES, MATRIX, COMMENTS = "votes.csv", "participants-votes.csv", "comments.csv"
ABOUT_PEOPLE = {"participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"}
FLIPPED = "agree and disagree are swapped: in an export 1 is agree and -1 is disagree"

Counts = tuple[int, int]
"""How often people agreed and disagreed."""


@dataclass(frozen=True)
class Comments:
    """What ``comments.csv`` says of each statement."""

    texts: Mapping[str, str]
    moderated: Mapping[str, bool]
    meta: frozenset[str]
    seeds: frozenset[str]
    counts: Mapping[str, Counts] | None


def read(tables: Tables) -> Votes:
    """Read an export and verify which way its votes point."""
    votes, matrix, comments = (_table(tables, name) for name in (VOTES, MATRIX, COMMENTS))
    about = None if comments is None else _read_comments(comments)
    if votes is not None:
        return _read_votes(votes, about)
    if matrix is not None:
        return read_matrix(matrix, about)
    raise MethodError(f"there is no {VOTES} and no {MATRIX} in it", code="no-votes-file")


def is_matrix(table: Table) -> bool:
    """Say whether a table has a row for each participant; a table of votes that lacks a column is no matrix."""
    votes = table.place("statement", "stelling", "comment-id", "vote", "reactie", "timestamp", "time", "tijd")
    return votes is None and table.place("participant") is not None


def _table(tables: Tables, name: str) -> Table | None:
    raw = tables.read(name)
    return None if raw is None else parse(raw, name=name)


def _read_comments(table: Table) -> Comments:
    names = ids(table, table.required("comment-id"))
    refuse_twice(table, names, place=table.required("comment-id"))
    out = table.place("moderated", "mod")
    states = [""] * len(names) if out is None else column(table, out, _moderation)
    meta, seed = (_flagged(table, names, column_name) for column_name in ("is-meta", "is-seed"))
    text = table.place("comment-body", "text")
    return Comments(
        texts={} if text is None else dict(zip(names, column(table, text, str), strict=True)),
        moderated={name: state == "-1" or name in meta for name, state in zip(names, states, strict=True)},
        meta=meta,
        seeds=seed,
        counts=_stated_counts(table, names),
    )


def _stated_counts(table: Table, names: list[str]) -> dict[str, Counts] | None:
    agrees, disagrees = table.place("agrees"), table.place("disagrees")
    if agrees is None or disagrees is None:
        return None
    pairs = zip(column(table, agrees, _count), column(table, disagrees, _count), strict=True)
    return dict(zip(names, pairs, strict=True))


def _read_votes(table: Table, about: Comments | None) -> Votes:
    statement = table.required("comment-id")
    people, topics = ids(table, table.required("voter-id")), ids(table, statement)
    values = column(table, table.required("vote"), vote)
    if about is not None:
        _refuse_unknown(table, topics, place=statement, about=about)
        if about.counts is not None:
            _verify(topics, values, stated=about.counts)
    time, important = table.place("timestamp"), table.place("important")
    return _assemble(
        people,
        topics,
        values,
        about=about,
        times=None if time is None else column(table, time, milliseconds),
        important=None if important is None else column(table, important, plain_csv.mark),
    )


def read_matrix(table: Table, about: Comments | None = None) -> Votes:
    """Read a table with a row for each participant and a column for each statement."""
    who = table.required("participant")
    places = [place for place, name in enumerate(table.header) if name.lower() not in ABOUT_PEOPLE]
    names = ids(table, who)
    refuse_twice(table, names, place=who)
    refuse_twice(table, [table.header[place] for place in places])
    people, topics, values = [], [], []
    for place in places:
        for name, value in zip(names, column(table, place, _cell), strict=True):
            if value is not None:
                people.append(name)
                topics.append(table.header[place])
                values.append(value)
    if about is not None and about.counts is not None:
        _refuse_swapped(topics, values, stated=about.counts)
    return _assemble(people, topics, values, about=about, silent=names, columns=[table.header[p] for p in places])


def _assemble(
    people: list[str],
    topics: list[str],
    values: list[int],
    *,
    about: Comments | None,
    times: list[int] | None = None,
    important: list[bool] | None = None,
    silent: list[str] | None = None,
    columns: list[str] | None = None,
) -> Votes:
    """Make votes; numbers stay numbers only inside, so that ``7`` in a file is the id ``7``."""
    moderated = {**dict.fromkeys(columns or (), False), **(about.moderated if about else {})}
    votes = Votes.from_arrays(
        people,
        topics,
        values,
        times=times,
        important=important,
        moderated=moderated or None,
        texts=about.texts if about else None,
        silent=silent,
    )
    return replace(votes, meta=about.meta, seeds=about.seeds) if about else votes


def _verify(topics: list[str], values: list[int], *, stated: Mapping[str, Counts]) -> None:
    """Refuse votes that do not add up to the counts in ``comments.csv``, statement by statement."""
    found = _count_votes(topics, values)
    wrong = [name for name, counts in stated.items() if found.get(name, (0, 0)) != counts]
    if not wrong:
        return
    if all(found.get(name, (0, 0))[::-1] == counts for name, counts in stated.items()):
        raise MethodError(FLIPPED, code="sign-convention", file=VOTES)
    agrees, disagrees = found.get(wrong[0], (0, 0))
    raise MethodError(
        f"{VOTES} has {agrees} agrees and {disagrees} disagrees on statement {wrong[0]},"
        f" {COMMENTS} has {stated[wrong[0]][0]} and {stated[wrong[0]][1]}",
        code="counts-differ",
        statement=wrong[0],
    )


def _refuse_swapped(topics: list[str], values: list[int], *, stated: Mapping[str, Counts]) -> None:
    """Refuse a matrix whose counts come closer to those in ``comments.csv`` when they are swapped."""
    found = _count_votes(topics, values)
    straight = swapped = 0
    for name, (agrees, disagrees) in stated.items():
        a, d = found.get(name, (0, 0))
        straight += abs(a - agrees) + abs(d - disagrees)
        swapped += abs(d - agrees) + abs(a - disagrees)
    if swapped < straight:
        raise MethodError(FLIPPED, code="sign-convention", file=MATRIX)


def _count_votes(topics: list[str], values: list[int]) -> dict[str, Counts]:
    counted = Counter(zip(topics, values, strict=True))
    return {name: (counted[name, AGREE], counted[name, DISAGREE]) for name in set(topics)}


def _refuse_unknown(table: Table, topics: list[str], *, place: int, about: Comments) -> None:
    for (row, _), name in zip(table.body, topics, strict=True):
        if name not in about.moderated:
            raise table.error(
                f"{COMMENTS} has no such statement", code="unknown-statement", row=row, place=place, value=name
            )


def _flagged(table: Table, names: list[str], column_name: str) -> frozenset[str]:
    place = table.place(column_name)
    if place is None:
        return frozenset()
    flags = column(table, place, lambda cell: cell.strip().lower() in ("true", "1"))
    return frozenset(name for name, flag in zip(names, flags, strict=True) if flag)


def _moderation(cell: str) -> str:
    if cell.strip() not in ("-1", "0", "1", ""):
        raise ValueError("bad-moderation", "moderated must be -1, 0 or 1")
    return cell.strip()


def _count(cell: str) -> int:
    if not cell.strip().isdecimal():
        raise ValueError("bad-count", "a count must be a whole number")
    return int(cell)


def _cell(cell: str) -> int | None:
    return vote(cell) if cell.strip() else None
