"""Who comes in, and to which round.

Every reaction asks it, so in plain SQL: putting the same question together anew costs more than its answer.
"""

from __future__ import annotations

from meervoud_web.people.codes import plain
from meervoud_web.rounds.codes import device_hash
from meervoud_web.rounds.models import Participation, Round, State

ROUND = "SELECT * FROM rounds_round WHERE code = %s AND state <> %s"
PARTICIPATION = "SELECT * FROM rounds_participation WHERE device_hash = %s"


def round_to_read(code: str) -> Round | None:
    """Find a round with all that a page says of it; a draft is not there yet for anybody who would take part."""
    found = Round.objects.select_related("conversation__challenge").filter(code=plain(code))
    return found.exclude(state=State.DRAFT).first()


def round_to_write_in(code: str) -> Round | None:
    """Find a round for a form that comes in, which asks little more of it than its language."""
    return next(iter(Round.objects.raw(ROUND, [plain(code), State.DRAFT])), None)


def participation_of(round_: Round, device: str) -> Participation | None:
    """Find who takes part in a round from a device, if anybody does."""
    if not device:
        return None
    own_hash = device_hash(device, round_id=round_.pk)
    found = next(iter(Participation.objects.raw(PARTICIPATION, [own_hash])), None)
    if found is not None:
        found.round = round_
    return found
