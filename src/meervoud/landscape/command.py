"""``meervoud landscape``: from a file of votes to a summary, a record or a picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from meervoud.errors import MethodError
from meervoud.landscape.analysis import analyse
from meervoud.landscape.drawing import draw
from meervoud.landscape.plain_csv import ids, refuse_twice
from meervoud.landscape.reading import read_votes
from meervoud.landscape.summary import summary
from meervoud.landscape.tables import parse


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("landscape", help="who stands together, what divides, what is shared")
    command.description = "Votes in; groups, bridges and divides out, and how sure that is."
    command.add_argument("path", metavar="PATH", help="a Polis export (folder or zip) or a CSV of votes")
    command.add_argument("--groups", metavar="N|auto", default="auto", help="how many groups (default: auto)")
    command.add_argument(
        "--groups-from", metavar="CSV", help="take groups from a CSV with participant and group-id"
    )
    command.add_argument("--recipe", choices=("meervoud", "polis"), default="meervoud", help="which recipe")
    command.add_argument("--resamples", metavar="N", type=int, default=100, help="draws and resamples; 0 for none")
    command.add_argument("--seed", metavar="N", type=int, default=0, help="steers every random draw (default: 0)")
    command.add_argument("--json", metavar="FILE", help="write the record of the result, or - for standard output")
    command.add_argument("--svg", metavar="FILE", help="write the picture")
    command.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read, analyse, write."""
    votes = read_votes(asked.path)
    result = analyse(
        votes,
        seed=asked.seed,
        groups=_groups(asked),
        recipe=asked.recipe,
        resamples=asked.resamples,
        progress=_show_progress if sys.stderr.isatty() else None,
    )
    if asked.svg:
        _write(asked.svg, draw(result, texts=votes.texts))
    if asked.json:
        from meervoud import records  # the list of methods knows this one, so not the other way round at the top

        _write(asked.json, records.to_json(result) + "\n")
    else:
        sys.stdout.write(summary(result, texts=votes.texts) + "\n")
    return 0


def _groups(asked: argparse.Namespace) -> Any:
    if asked.groups_from:
        if asked.groups != "auto":
            raise MethodError("--groups and --groups-from cannot go together", code="bad-parameter")
        file = Path(asked.groups_from)
        if not file.is_file():
            raise MethodError("there is no such file", code="not-found", file=file.name)
        table = parse(file.read_bytes(), name=file.name)
        groups = table.required("group-id", "group")
        who = table.required("participant")
        names = ids(table, who)
        refuse_twice(table, names, place=who)
        return {name: row[groups].strip() for name, (_, row) in zip(names, table.body, strict=True)}
    if asked.groups == "auto":
        return "auto"
    if not asked.groups.isdecimal():
        raise MethodError("--groups must be a number or auto", code="bad-parameter", value=asked.groups)
    return int(asked.groups)


def _write(target: str, text: str) -> None:
    if target == "-":
        sys.stdout.write(text)
        return
    try:
        Path(target).write_text(text, encoding="utf-8")
    except OSError as error:
        raise MethodError(f"cannot write: {error.strerror}", code="not-written", file=target) from None


def _show_progress(share: float, what: str) -> None:
    end = "\n" if share >= 1 else ""
    sys.stderr.write(f"\r{share:4.0%} {what:<40}{end}")
    sys.stderr.flush()
