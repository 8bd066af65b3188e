"""Opinion landscape: votes in; groups, bridges and divides out, and how sure that is."""

from meervoud.landscape.reading import read_votes
from meervoud.landscape.votes import Votes

__all__ = ["Votes", "read_votes"]
