"""The two ends of a spectrum, in statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .ink import number, safe
from .labels import wrapped
from .legend import Block
from .sheet import INK, QUIET, Sheet

_MOST = 2


def ends_of(
    sheet: Sheet, ends: tuple[Sequence[str], Sequence[str]], *, texts: Mapping[str, str], top: float
) -> Block:
    """Return an arrow with, at each end, the statements that people there agree with."""
    margin = 36.0 if sheet.heading else 12.0
    letter = sheet.letter * 0.9
    width = (sheet.width - 2 * margin) * 0.46
    y = top + letter
    left, right = margin, sheet.width - margin
    tip = letter * 0.4
    arrow = (
        f'<path class="landscape-axis" fill="none" stroke="{QUIET}" stroke-width="1.5" stroke-linejoin="round" '
        f'd="M{number(left + tip)} {number(y - tip)}l-{number(tip)} {number(tip)} {number(tip)} {number(tip)}'
        f"M{number(left)} {number(y)}H{number(right)}"
        f'M{number(right - tip)} {number(y - tip)}l{number(tip)} {number(tip)}-{number(tip)} {number(tip)}"/>'
    )
    svg, lowest = arrow, y
    for statements, x, anchor in ((ends[0], left, "start"), (ends[1], right, "end")):
        baseline = y + letter * 0.7
        for statement in statements[:_MOST]:
            for line in wrapped(f"“{texts.get(statement, statement)}”", letter=letter, width=width, lines=4):
                baseline += letter * 1.35
                svg += (
                    f'<text class="landscape-quote" x="{number(x)}" y="{number(baseline)}" '
                    f'font-size="{number(letter)}" '
                    f'text-anchor="{anchor}" fill="{INK}">{safe(line)}</text>'
                )
            baseline += letter * 0.5
        lowest = max(lowest, baseline)
    return Block(svg, lowest - top + letter)
