"""A stellingenronde as files: for Polis and its kin, for a spreadsheet, and to compute everything again."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import numpy as np

from meervoud import landscape
from meervoud_web.conversations.queries.statements import StatementRow

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The moment that every file in a zip gets, so that the same votes give the same bytes."""

RISKY = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text


def votes_csv(votes: landscape.Votes) -> bytes:
    """One row for each reaction, in a form that ``read_votes`` reads."""
    columns: list[Sequence[object]] = [*_who_and_what(votes), votes.values.tolist()]
    header = ["participant", "statement", "vote"]
    for name, column in (("time", votes.times), ("important", votes.important)):
        if column is not None:
            header.append(name)
            columns.append(column.astype(np.int64).tolist())
    return _csv(header, zip(*columns, strict=True))


def statements_csv(rows: Iterable[StatementRow], names: Sequence[str]) -> bytes:
    """One row for each statement, with its text and all its numbers."""
    header = ["statement", "text", "agree", "pass", "disagree", "moderated"]
    for name in names:
        header += [guarded(f"{name}: {what}") for what in ("agree of 100", "low", "high", "reactions")]
    return _csv(header, (_statement_cells(row) for row in rows))


def _statement_cells(row: StatementRow) -> list[object]:
    cells: list[object] = [row.id, guarded(row.text), row.agree, row.passed, row.disagree, int(row.is_moderated)]
    for cell in row.cells:
        cells += ["", "", "", ""] if cell is None else [cell.agree, cell.low, cell.high, cell.reactions]
    return cells


def polis_files(votes: landscape.Votes, *, how_hard: str) -> dict[str, bytes]:
    """The export as Polis makes it, with a note on how hard it is; read again, it gives the same input hash."""
    tables = {
        "comments.csv": _comments(votes),
        "participants-votes.csv": _matrix(votes),
        "README.txt": f"{how_hard}\n".encode(),
    }
    # People without a reaction stand in the matrix only, and who finds a votes.csv does not look there.
    if (votes.votes_each > 0).all():
        tables["votes.csv"] = _polis_votes(votes)
    return tables


def polis_zip(votes: landscape.Votes, *, how_hard: str) -> bytes:
    """The same in one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(polis_files(votes, how_hard=how_hard).items()):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _polis_votes(votes: landscape.Votes) -> bytes:
    who, what = _who_and_what(votes)
    columns: dict[str, Sequence[object]] = {"comment-id": what, "voter-id": who, "vote": votes.values.tolist()}
    if votes.times is not None:
        times: list[int] = votes.times.tolist()
        columns = {"timestamp": times, "datetime": [_spelled(time) for time in times], **columns}
    if votes.important is not None:
        columns["important"] = votes.important.astype(int).tolist()
    return _csv(list(columns), zip(*columns.values(), strict=True))


def _spelled(milliseconds: int) -> str:
    """A moment as Polis spells it, in UTC; who reads the file goes by the timestamp beside it."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, tz=UTC).strftime("%a %b %d %H:%M:%S UTC %Y")
    except (OverflowError, OSError, ValueError):  # no moment that a calendar knows
        return ""


def _comments(votes: landscape.Votes) -> bytes:
    agrees, disagrees = (
        np.bincount(votes.columns[votes.values == value], minlength=len(votes.statements)).tolist()
        for value in (1, -1)
    )
    header = ["comment-id", "agrees", "disagrees", "moderated", "comment-body", "is-meta", "is-seed"]
    rows = (
        (
            statement,
            agrees[place],
            disagrees[place],
            -1 if votes.moderated[place] else 1,
            guarded(votes.texts.get(statement, "")),
            str(statement in votes.meta).lower(),
            str(statement in votes.seeds).lower(),
        )
        for place, statement in enumerate(votes.statements)
    )
    return _csv(header, rows)


def _matrix(votes: landscape.Votes) -> bytes:
    return _csv(["participant", "n-votes", *votes.statements], _matrix_rows(votes))


def _matrix_rows(votes: landscape.Votes) -> Iterable[list[object]]:
    for row, participant in enumerate(votes.participants):
        cells: list[object] = [""] * len(votes.statements)
        begin, end = int(votes.indptr[row]), int(votes.indptr[row + 1])
        for place, value in zip(votes.columns[begin:end].tolist(), votes.values[begin:end].tolist(), strict=True):
            cells[place] = value
        yield [participant, end - begin, *cells]


def record_json(votes: landscape.Votes, record: str, *, how_hard: str) -> str:
    """How hard the result is, all that is needed to compute it again, and the result as it was written down."""
    who, what = _who_and_what(votes)
    given = {
        "participants": who,
        "statements": what,
        "values": votes.values.tolist(),
        "times": None if votes.times is None else votes.times.tolist(),
        "important": None if votes.important is None else votes.important.tolist(),
        "moderated": dict(zip(votes.statements, votes.moderated.tolist(), strict=True)),
        "texts": dict(votes.texts),
        "silent": [one for one, many in zip(votes.participants, votes.votes_each, strict=True) if not many],
    }
    # The record goes in as it is: not one of its digits is written anew.
    said, votes_given = (json.dumps(one, ensure_ascii=False) for one in (how_hard, given))
    return f'{{"assurance": {said},\n"votes": {votes_given},\n"result": {record}}}\n'


def _who_and_what(votes: landscape.Votes) -> tuple[list[str], list[str]]:
    who, what = np.array(votes.participants, object), np.array(votes.statements, object)
    return who[votes.rows].tolist(), what[votes.columns].tolist()


def _csv(header: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
