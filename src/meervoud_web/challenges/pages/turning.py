"""The picture of a challenge that turns through four movements around its course."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.providers import Movement, Panel

CENTRE, RADIUS, GAP = 160.0, 118.0, 0.13
QUARTERS = (Movement.SEE, Movement.WEIGH, Movement.ACT, Movement.LEARN)
ADDRESS = {
    Movement.COURSE: "koers",
    Movement.SEE: "zien",
    Movement.WEIGH: "wegen",
    Movement.ACT: "doen",
    Movement.LEARN: "leren",
}
ABOUT: dict[Movement, Promise] = {
    Movement.COURSE: _("waar wij jaren aan vasthouden"),
    Movement.SEE: _("hoe mensen het zien, en waarin zij verschillen"),
    Movement.WEIGH: _("wat op het spel staat, en voor wie"),
    Movement.ACT: _("wat er gebeurt, klein genoeg om van te leren"),
    Movement.LEARN: _("wat wij ervan leren, en wat daardoor verandert"),
}


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One movement: what is shown of it, and where it stands in the picture."""

    movement: Movement
    panels: tuple[Panel, ...]

    @property
    def anchor(self) -> str:
        """The place on the page."""
        return ADDRESS[self.movement]

    @property
    def about(self) -> Promise:
        """What this movement is about, in a few words."""
        return ABOUT[self.movement]

    @property
    def arc(self) -> str:
        """A quarter of the ring, with air on both sides; nothing for the course, which stands in the middle."""
        if self.movement not in QUARTERS:
            return ""
        (x1, y1), (x2, y2) = (_on_ring(angle) for angle in (self._start + GAP, self._start + pi / 2 - GAP))
        return f"M{x1:.1f} {y1:.1f}A{RADIUS:g} {RADIUS:g} 0 0 1 {x2:.1f} {y2:.1f}"

    @property
    def head(self) -> str:
        """The arrow at the end of the quarter: it always turns on."""
        if self.movement not in QUARTERS:
            return ""
        end = self._start + pi / 2 - GAP
        x, y = _on_ring(end)
        along, out = (-sin(end), cos(end)), (cos(end), sin(end))
        tip = (x + 13 * along[0], y + 13 * along[1])
        wings = [(x + side * 15 * out[0], y + side * 15 * out[1]) for side in (1, -1)]
        return "M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in (wings[0], tip, wings[1])) + "Z"

    @property
    def words_at(self) -> tuple[int, int]:
        """Where the name stands: in the middle of its quarter, on the ring."""
        if self.movement not in QUARTERS:
            return round(CENTRE), round(CENTRE)
        x, y = _on_ring(self._start + pi / 4 - 0.06)
        return round(x), round(y)

    @property
    def _start(self) -> float:
        """Zien begins on the left and everything turns with the clock."""
        return pi + QUARTERS.index(self.movement) * pi / 2


def turning(panels: list[Panel]) -> list[Turn]:
    """The course and the four movements, each with its panels."""
    return [
        Turn(movement=movement, panels=tuple(panel for panel in panels if panel.movement == movement))
        for movement in (*QUARTERS, Movement.COURSE)
    ]


def _on_ring(angle: float) -> tuple[float, float]:
    return CENTRE + RADIUS * cos(angle), CENTRE + RADIUS * sin(angle)
