"""The reactions that a result was computed from, kept beside it while people go on reacting."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

import numpy as np

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations.models import Audience, Conversation, Participant, Statement
from meervoud_web.conversations.providers import arrivals


def packed(votes: landscape.Votes) -> bytes:
    """Pack reactions, without the texts: those may be taken back, and are read anew each time."""
    plain = {
        "participants": list(votes.participants),
        "statements": list(votes.statements),
        "rows": votes.rows.tolist(),
        "columns": votes.columns.tolist(),
        "values": votes.values.tolist(),
        "times": None if votes.times is None else votes.times.tolist(),
        "important": None if votes.important is None else votes.important.tolist(),
        "moderated": dict(zip(votes.statements, votes.moderated.tolist(), strict=True)),
        "meta": sorted(votes.meta),
        "seeds": sorted(votes.seeds),
    }
    return zlib.compress(json.dumps(plain, separators=(",", ":")).encode())


def unpacked(data: bytes, *, texts: dict[str, str]) -> landscape.Votes:
    """Unpack what :func:`packed` made, with the texts as they are now."""
    plain = json.loads(zlib.decompress(data))
    who, what = np.array(plain["participants"], object), np.array(plain["statements"], object)
    rows = np.array(plain["rows"], np.intp)
    votes = landscape.Votes.from_arrays(
        participants=who[rows].tolist(),
        statements=what[np.array(plain["columns"], np.intp)].tolist(),
        values=np.array(plain["values"], np.int8),
        times=None if plain["times"] is None else np.array(plain["times"], np.int64),
        important=None if plain["important"] is None else np.array(plain["important"], bool),
        moderated=plain["moderated"],
        texts={key: text for key, text in texts.items() if key in plain["moderated"]},
        silent=np.delete(who, rows).tolist(),
    )
    return replace(votes, meta=frozenset(plain["meta"]), seeds=frozenset(plain["seeds"]))


def read_by(analysis: Analysis, conversation: Conversation, audience: Audience) -> landscape.Votes | None:
    """What a result was computed from, without who took everything back since; ``None`` where it was not kept."""
    data = analyses.input_of(analysis)
    if data is None:
        return None
    texts = Statement.objects.filter(conversation=conversation).exclude(text="")
    votes = unpacked(data, texts=dict(texts.values_list("external_id", "text")))
    here = people_here(conversation, audience)
    return votes.of_people(np.array([row for row, one in enumerate(votes.participants) if one in here], np.intp))


def record_now(conversation: Conversation, audience: Audience, analysis: Analysis) -> str:
    """Give the record of a result, without the places of who took everything back since."""
    record = analyses.record_of(analysis)
    if not arrivals().is_running_here(conversation.pk):
        return record
    result: landscape.Landscape = records.from_json(record)
    here = people_here(conversation, audience)
    kept = [row for row, one in enumerate(result.members.ids) if one in here]
    # The record goes out as it is unless it has to change: not one of its digits is written anew.
    return record if len(kept) == len(result.members.ids) else records.to_json(_of(result, kept, here))


def _of(result: landscape.Landscape, rows: list[int], people: set[str]) -> landscape.Landscape:
    members = result.members
    return replace(
        result,
        members=replace(
            members,
            ids=tuple(members.ids[row] for row in rows),
            **{name: getattr(members, name)[rows] for name in ("group", "x", "y", "reliability", "certainty")},
        ),
        suspicious=tuple(
            replace(one, participants=tuple(who for who in one.participants if who in people))
            for one in result.suspicious
        ),
    )


def people_here(conversation: Conversation, audience: Audience) -> set[str]:
    """The ids of those who take part now, as this audience knows them."""
    name = "public_id" if audience == Audience.EVERYONE else "external_id"
    return set(Participant.objects.filter(conversation=conversation).values_list(name, flat=True))
