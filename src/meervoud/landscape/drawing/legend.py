"""What stands beside the map: the title, the groups in their own words, how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meervoud.landscape.result import Group

from .entries import Entry
from .ink import number, safe
from .labels import width_of, wrapped
from .sheet import INK, QUIET, Sheet, mark, outline


@dataclass(frozen=True)
class Block:
    """A piece of drawing and the height it takes."""

    svg: str
    height: float


def line_of(text: str, x: float, y: float, size: float, *, colour: str = INK, kind: str, weight: int = 400) -> str:
    """Return one line of text, started at the left."""
    heavy = f' font-weight="{weight}"' if weight != 400 else ""
    return (
        f'<text class="{kind}" x="{number(x)}" y="{number(y)}" font-size="{number(size)}" fill="{colour}"{heavy}>'
        f"{safe(text)}</text>"
    )


def heading(sheet: Sheet, *, title: str, verdict: str) -> Block:
    """Return the title of a poster and, under it, the verdict; on a page the verdict alone."""
    svg, y = "", 0.0
    if sheet.heading:
        for line in wrapped(title, letter=sheet.heading, width=sheet.width - 72, lines=3):
            y += sheet.heading * 1.25
            svg += line_of(line, 36, y + 14, sheet.heading, kind="landscape-title", weight=700)
        y += 16
    margin = 36 if sheet.heading else 12
    size = sheet.letter * (1.1 if sheet.heading else 1)
    for line in wrapped(verdict, letter=size, width=sheet.width - 2 * margin, lines=3):
        y += size * 1.4
        svg += line_of(line, margin, y, size, colour=QUIET, kind="landscape-verdict")
    return Block(svg, y + size * 0.6)


def legend(sheet: Sheet, entries: list[Entry], *, texts: Mapping[str, str], top: float) -> Block:
    """Return the groups with their mark, their size and, on a poster, the statement that sets them apart."""
    margin = 36 if sheet.heading else 12
    gap = 32
    column = (sheet.width - 2 * margin - gap * (sheet.columns - 1)) / sheet.columns
    svg, y = "", top
    for start in range(0, len(entries), sheet.columns):
        row = [
            _entry(sheet, entry, texts=texts, x=margin + turn * (column + gap), y=y, width=column)
            for turn, entry in enumerate(entries[start : start + sheet.columns])
        ]
        svg += "".join(block.svg for block in row)
        y += max(block.height for block in row)
    return Block(svg, y - top)


def _entry(sheet: Sheet, entry: Entry, *, texts: Mapping[str, str], x: float, y: float, width: float) -> Block:
    letter, look = sheet.letter, mark(entry.position)
    indent = letter * 1.7
    shape = outline(look.shape, x + letter * 0.6, y + letter * 0.72, letter * 0.42)
    svg = f'<path class="landscape-key {entry.kind}" fill="{look.colour}" d="{shape}"/>'
    baseline = y + letter
    for line in wrapped(entry.name, letter=letter, width=width - indent, lines=2, weight=700):
        svg += line_of(
            line,
            x + indent,
            baseline,
            letter,
            colour=look.colour,
            kind=f"landscape-name {entry.kind}",
            weight=700,
        )
        baseline += letter * 1.3
    baseline -= letter * 1.2
    quote = _quote(entry.group, texts) if sheet.quotes else None
    if quote:
        small = letter * 0.84
        for line in wrapped(quote, letter=small, width=width - indent, lines=4):
            baseline += small * 1.35
            svg += line_of(line, x + indent, baseline, small, kind="landscape-quote")
    return Block(svg, baseline - y + letter * (1.5 if sheet.quotes else 0.9))


def _quote(group: Group, texts: Mapping[str, str]) -> str | None:
    for statement in group.representative:
        if statement.stance == "agree" and statement.statement in texts:
            return f"“{texts[statement.statement]}”"
    return None


def reading(sheet: Sheet, notes: list[str], *, top: float) -> Block:
    """Return how to read the picture, as many notes on a line as fit."""
    margin = 36 if sheet.heading else 12
    size = sheet.letter * 0.78 if sheet.columns > 1 else sheet.letter * 0.84
    lines: list[str] = []
    for note in notes:
        longer = f"{lines[-1]}   ·   {note}" if lines else note
        if lines and width_of(longer, size) <= sheet.width - 2 * margin:
            lines[-1] = longer
        else:
            lines += wrapped(note, letter=size, width=sheet.width - 2 * margin, lines=3)
    svg = "".join(
        line_of(line, margin, top + size * 1.45 * (turn + 1), size, colour=QUIET, kind="landscape-note")
        for turn, line in enumerate(lines)
    )
    return Block(svg, size * 1.45 * len(lines) + size)
