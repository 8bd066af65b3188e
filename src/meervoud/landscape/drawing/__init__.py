"""Pictures of a landscape: self-contained SVG that one would hang on a wall."""

from meervoud.landscape.drawing.agreement import draw_agreement
from meervoud.landscape.drawing.picture import draw
from meervoud.landscape.drawing.sheet import Shape
from meervoud.landscape.drawing.words import Words

__all__ = ["Shape", "Words", "draw", "draw_agreement"]
