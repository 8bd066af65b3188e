"""Opinion landscape: votes in; groups, bridges and divides out, and how sure that is."""

from meervoud.landscape.analysis import analyse
from meervoud.landscape.drawing import Shape, Words, draw, draw_agreement
from meervoud.landscape.ends import ends
from meervoud.landscape.names import keep_names
from meervoud.landscape.reading import read_votes
from meervoud.landscape.record import from_dict, to_dict
from meervoud.landscape.result import (
    Agreement,
    Bridge,
    Counts,
    Divide,
    Group,
    Landscape,
    Member,
    Members,
    Method,
    MinorityVoice,
    Null,
    Representative,
    Stance,
    Structure,
    Suspicion,
    Tally,
    Undecided,
    Verdict,
    WithCopies,
)
from meervoud.landscape.routing import Route
from meervoud.landscape.small_cells import FEWEST, without_small_cells
from meervoud.landscape.votes import Votes

__all__ = [
    "FEWEST",
    "Agreement",
    "Bridge",
    "Counts",
    "Divide",
    "Group",
    "Landscape",
    "Member",
    "Members",
    "Method",
    "MinorityVoice",
    "Null",
    "Representative",
    "Route",
    "Shape",
    "Stance",
    "Structure",
    "Suspicion",
    "Tally",
    "Undecided",
    "Verdict",
    "Votes",
    "WithCopies",
    "Words",
    "analyse",
    "draw",
    "draw_agreement",
    "ends",
    "from_dict",
    "keep_names",
    "read_votes",
    "to_dict",
    "without_small_cells",
]
