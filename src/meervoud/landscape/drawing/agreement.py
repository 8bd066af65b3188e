"""How far each group agrees with one statement: a mark with its 90 % interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meervoud.landscape.result import Agreement

from .ink import number, safe
from .labels import wrapped
from .legend import line_of
from .sheet import FONT, INK, PAPER, QUIET, TRACK, mark, outline
from .terrain import SMALLEST_GROUP
from .words import Words

WIDTH = 400
_LETTER = 16.0
_MARGIN = 10.0
_TRACK = 256.0


def draw_agreement(
    by_group: Mapping[str, Agreement],
    *,
    groups: Sequence[str] | None = None,
    labels: Mapping[str, str] | None = None,
    title: str | None = None,
    words: Words | None = None,
    key: str = "agreement",
) -> str:
    """Draw the agreement of each group on one scale from nobody to everybody, as an accessible SVG.

    Parameters
    ----------
    by_group
        Group id to what the group says.
    groups
        All group ids in the order of the landscape, so that each keeps its mark; by default those at hand.
    labels
        Group id to its name.
    title
        What the picture is called, for those who cannot see it.
    words
        The words in the picture, English by default.
    key
        A prefix for the ids inside, apart for each picture on a page.
    """
    words = words or Words()
    order = list(groups if groups is not None else by_group)
    svg, y, said = "", 4.0, []
    for group in order:
        if group not in by_group:
            continue
        place = order.index(group)
        name = (labels or {}).get(group) or words.group.format(letter=chr(ord("A") + place % 26))
        told = _told(by_group[group], words)
        svg += _lane(by_group[group], place, name=name, words=words, top=y)
        said.append(f"{name}: {told}")
        y += _LETTER * 2.6
    svg += _scale(y, words)
    height = y + _LETTER * 1.5
    language, prefix = safe(words.language), safe(key)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="agreement" role="img" lang="{language}" '
        f'xml:lang="{language}" '
        f'viewBox="0 0 {WIDTH} {number(height)}" aria-labelledby="{prefix}-title {prefix}-desc" '
        f'font-family="{FONT}">'
        f'<title id="{prefix}-title">{safe(title or words.agreement_title)}</title>'
        f'<desc id="{prefix}-desc">{safe("; ".join(said))}</desc>'
        f'<rect class="landscape-paper" width="{WIDTH}" height="{number(height)}" fill="{PAPER}"/>{svg}</svg>\n'
    )


def _enough(agreement: Agreement) -> bool:
    return agreement.agree + agreement.disagree + agreement.pass_ >= SMALLEST_GROUP


def _told(agreement: Agreement, words: Words) -> str:
    if not _enough(agreement):
        return words.too_few
    return words.agree_of_hundred.format(count=round(100 * agreement.share))


def _at(share: float) -> float:
    return _MARGIN + _TRACK * share


def _lane(agreement: Agreement, place: int, *, name: str, words: Words, top: float) -> str:
    look, kind = mark(place), f"landscape-group-{place + 1}"
    baseline, y = top + _LETTER, top + _LETTER * 1.85
    line = wrapped(name, letter=_LETTER, width=WIDTH - 2 * _MARGIN, lines=1, weight=600)[0]
    share = words.share.format(count=round(100 * agreement.share), total=100)
    svg = line_of(line, _MARGIN, baseline, _LETTER, colour=look.colour, kind=f"landscape-name {kind}", weight=600)
    svg += (
        f'<text class="landscape-share" x="{number(WIDTH - _MARGIN)}" y="{number(y + _LETTER * 0.35)}" '
        f'font-size="{number(_LETTER)}" text-anchor="end" fill="{INK}">'
        f"{safe(share if _enough(agreement) else words.too_few)}</text>"
    )
    if not _enough(agreement):
        return svg
    low, high = number(_at(agreement.low)), number(_at(agreement.high))
    return svg + (
        f'<path class="agreement-track" stroke="{TRACK}" d="M{number(_MARGIN)} {number(y)}H{number(_at(1))}"/>'
        f'<g class="{kind}"><path class="agreement-interval" fill="none" stroke="{look.colour}" stroke-width="2" '
        f'd="M{low} {number(y - 5)}v10M{low} {number(y)}H{high}M{high} {number(y - 5)}v10"/>'
        f'<path class="agreement-mark {kind}" fill="{look.colour}" stroke="{PAPER}" stroke-width="1.5" '
        f'd="{outline(look.shape, _at(agreement.share), y, 7.5)}"/></g>'
    )


def _scale(top: float, words: Words) -> str:
    y, size = top + _LETTER * 0.7, _LETTER * 0.82
    return line_of(words.nobody, _MARGIN, y, size, colour=QUIET, kind="agreement-scale") + (
        f'<text class="agreement-scale" x="{number(_at(1))}" y="{number(y)}" font-size="{number(size)}" '
        f'text-anchor="end" fill="{QUIET}">{safe(words.everybody)}</text>'
    )
