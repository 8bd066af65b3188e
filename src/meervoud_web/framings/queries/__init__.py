"""What can be asked about how people see a challenge."""

from meervoud_web.framings.queries.beside import begun_by, side_by_side, versions_of
from meervoud_web.framings.queries.judgements import Seen, own_judgement, what_people_say
from meervoud_web.framings.queries.roles import Topic, topics_for

__all__ = [
    "Seen",
    "Topic",
    "begun_by",
    "own_judgement",
    "side_by_side",
    "topics_for",
    "versions_of",
    "what_people_say",
]
