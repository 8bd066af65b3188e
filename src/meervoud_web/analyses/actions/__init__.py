"""What can be done with analyses: ask for one, run it, and pick up what a killed worker left behind."""

from .look_everywhere import look_everywhere
from .redraw import forget_older_pictures, redraw
from .request import request_analysis
from .resume import resume_abandoned
from .run import run_analysis

__all__ = [
    "forget_older_pictures",
    "look_everywhere",
    "redraw",
    "request_analysis",
    "resume_abandoned",
    "run_analysis",
]
