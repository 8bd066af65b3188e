"""A landscape in words, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from meervoud.landscape.result import Group, Landscape, Undecided

FIRST = 5
WIDTH = 96
VERDICTS = {
    "groups": "People stand together in {k} groups",
    "spectrum": "People differ gradually; there are no clear groups",
    "none": "There are no clear groups: no pattern stands out from chance",
}


def summary(result: Landscape, *, texts: Mapping[str, str]) -> str:
    """Tell the main points in a page of plain text."""
    return "\n".join(_lines(result, texts))


def _lines(result: Landscape, texts: Mapping[str, str]) -> Iterator[str]:
    counts, structure = result.counts, result.structure
    yield (
        f"{_many(counts.participants, 'participant')} ({counts.participants_placed} placed),"
        f" {_many(counts.statements, 'statement')}, {_many(counts.votes, 'vote')}:"
        f" {counts.agree} agree, {counts.disagree} disagree, {counts.pass_} pass"
    )
    yield ""
    yield _verdict(result)
    if structure.null.shuffle is not None and structure.null.spectrum is not None:
        yield (
            f"  chance that shuffled votes look like this: {structure.null.shuffle:.2g};"
            f" that people who differ gradually do: {structure.null.spectrum:.2g}"
        )
    if structure.k_certainty is not None:
        yield f"  {structure.k_certainty:.0%} of the resamples find as many groups"
    for group in result.groups:
        yield from _group(group, texts)
    yield from _section("Shared", ((one.statement, f"{one.score:.2f}") for one in result.bridges), texts)
    yield from _section("Divides", ((one.statement, f"{one.score:.2f}") for one in result.divides), texts)
    voices = (
        (one.statement, f"group {one.group} {one.stance}s {one.share:.0%}") for one in result.minority_voices
    )
    yield from _section("Minority voices", voices, texts)
    needed = ((one.statement, _needed(one)) for one in result.undecided)
    yield from _section("Undecided", needed, texts)
    for suspicion in result.suspicious:
        accounts, repeated = len(suspicion.participants), len(suspicion.statements)
        yield f"\nCopies: {accounts} accounts repeat {repeated} votes and count as one"


def _verdict(result: Landscape) -> str:
    structure = result.structure
    if structure.verdict is None:
        groups = f"{structure.k} groups; " if structure.k else ""
        why = "was not tested" if result.method.parameters["resamples"] == 0 else "cannot be told from so little"
        return f"{groups}whether there are groups at all {why}"
    sentence = VERDICTS[structure.verdict].format(k=structure.k)
    if structure.verdict != "groups" and structure.k:
        return f"{sentence} ({structure.k} were asked for)"
    return sentence


def _group(group: Group, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"\nGroup {group.id}: {group.size} people"
    for one in group.representative[:FIRST]:
        yield f"  {one.stance:<8} {one.share:4.0%} (others {one.others:4.0%})  {_said(one.statement, texts)}"


def _section(title: str, rows: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield f"\n{title} ({min(FIRST, len(rows))} of {len(rows)})"
        for statement, value in rows[:FIRST]:
            yield f"  {value:<24}{_said(statement, texts)}"


def _needed(one: Undecided) -> str:
    if one.low > 0:
        return "likely, not yet sure"
    return _many(one.votes_needed, "more vote")


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _said(statement: str, texts: Mapping[str, str]) -> str:
    said = " ".join(f"{statement}. {texts.get(statement, '')}".split())
    said = "".join(letter if letter.isprintable() else "?" for letter in said)
    return said if len(said) <= WIDTH else said[: WIDTH - 1] + "…"
