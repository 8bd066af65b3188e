"""The whole picture of a landscape, on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meervoud.landscape.result import Landscape

from . import hills
from .entries import Entry, amounts, entries_of, told_of, verdict_of
from .ink import number, safe
from .legend import Block, heading, legend, reading
from .names import names
from .people import SURE, people_per_mark
from .sheet import FONT, PAPER, SHEETS, Shape, Sheet
from .spectrum import ends_of
from .terrain import Crowd, crowd, land
from .words import Words

ENGLISH = Words()


def draw(
    result: Landscape,
    *,
    texts: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    description: str | None = None,
    words: Words = ENGLISH,
    shape: Shape = "poster",
    ends: tuple[Sequence[str], Sequence[str]] | None = None,
) -> str:
    """Draw a landscape as a self-contained, accessible SVG.

    Parameters
    ----------
    result
        What :func:`meervoud.landscape.analyse` returned.
    texts
        Statement id to its text; a poster quotes what sets each group apart.
    labels
        Group id to its name; without one a group is called by a letter.
    title, description
        What the picture is called and, for those who cannot see it, what it shows.
    words
        The words in the picture, English by default.
    shape
        ``poster`` stands by itself, with a title and quotes; ``wide`` goes into a page; ``tall`` is for phones.
    ends
        Statements at the left and at the right end of a spectrum.

    Returns
    -------
    str
        The same bytes for the same result. Classes that start with ``landscape`` let a page restyle it.
    """
    sheet = SHEETS[shape]
    entries = entries_of(result, labels or {}, words)
    people = crowd(
        result,
        width=sheet.width,
        lowest=sheet.lowest if entries else 0.75 * sheet.lowest,
        tallest=sheet.tallest,
        margin=sheet.margin,
    )
    key = f"{_key(result)}-{shape}"
    verdict = verdict_of(result, entries, words)
    title = title or words.title
    top = heading(sheet, title=title, verdict=verdict)
    blocks = [
        Block(
            f'<g transform="translate(0 {number(top.height)})">{_map(sheet, people, entries, result, key)}</g>', 0
        )
    ]
    y = top.height + people.height
    for block in _below(sheet, result, people, entries, texts or {}, words, ends, y):
        blocks.append(block)
        y += block.height
    body = top.svg + "".join(block.svg for block in blocks)
    told = description or told_of(verdict, entries, result, words)
    return _sheet_svg(sheet, height=y + 8, title=title, description=told, words=words, body=body, key=key)


def _sheet_svg(
    sheet: Sheet, *, height: float, title: str, description: str, words: Words, body: str, key: str
) -> str:
    language = safe(words.language)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="landscape" role="img" lang="{language}" '
        f'xml:lang="{language}" '
        f'viewBox="0 0 {sheet.width} {number(height)}" aria-labelledby="{key}-title {key}-desc" '
        f'font-family="{FONT}">'
        f'<title id="{key}-title">{safe(title)}</title><desc id="{key}-desc">{safe(description)}</desc>'
        f'<rect class="landscape-paper" width="{sheet.width}" height="{number(height)}" fill="{PAPER}"/>'
        f"{body}</svg>\n"
    )


def _key(result: Landscape) -> str:
    """Return a prefix for ids that is the same for the same result and apart for another on the same page."""
    return "landscape-" + "".join(sign for sign in result.method.input_hash if sign.isalnum())[:10]


def _map(sheet: Sheet, people: Crowd, entries: list[Entry], result: Landscape, key: str) -> str:
    if not len(people.x):
        return ""
    if not entries:
        calm = 1.0 if result.structure.verdict is None else 1.5
        ground = land(people.x, people.y, width=people.width, height=people.height, calm=calm)
        gradual = result.structure.verdict == "spectrum"
        crowded = hills.gradual_people(people, key=key) if gradual else hills.plain_people(people, key=key)
        return hills.heights(ground) + crowded
    ground = land(people.x, people.y, width=people.width, height=people.height)
    lands = {entry.position: hills.group_land(people, entry.position) for entry in entries}
    certain = result.structure.verdict == "groups"
    regions = "".join(hills.region(people, entry, lands[entry.position], certain=certain) for entry in entries)
    named = names(sheet, people, entries, lands)
    return hills.heights(ground) + regions + hills.people(people, entries, key=key) + named


def _below(
    sheet: Sheet,
    result: Landscape,
    people: Crowd,
    entries: list[Entry],
    texts: Mapping[str, str],
    words: Words,
    ends: tuple[Sequence[str], Sequence[str]] | None,
    top: float,
) -> list[Block]:
    blocks = []
    if ends and not entries and result.structure.verdict == "spectrum":
        blocks.append(ends_of(sheet, ends, texts=texts, top=top))
    if entries and sheet.quotes:
        blocks.append(legend(sheet, entries, texts=texts, top=top + 12))
        blocks.append(Block("", 12))
    blocks.append(
        reading(sheet, _notes(result, people, entries, words), top=top + sum(block.height for block in blocks))
    )
    return blocks


def _notes(result: Landscape, people: Crowd, entries: list[Entry], words: Words) -> list[str]:
    if not len(people.x):
        return [amounts(result, words)]
    each = people_per_mark(people)
    notes = [words.dot_one if each == 1 else words.dot_many.format(count=words.amount(each))]
    if bool((people.sure < SURE).any()):
        notes.append(words.dot_open)
    if entries and bool((people.group < 0).any()):
        notes.append(words.dot_loose)
    notes.append(words.lines)
    notes.append(amounts(result, words))
    return notes
