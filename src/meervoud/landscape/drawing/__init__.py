"""Pictures of a landscape: self-contained SVG that one would hang on a wall."""

from .agreement import draw_agreement
from .picture import draw
from .words import Words

__all__ = ["Words", "draw", "draw_agreement"]
