"""Codes that people scan, read aloud and type: of a round, of a participant who follows it, of a device.

Only a keyed hash of what gives access is kept. A device has one secret for all rounds; its hash is another in each
round, so that nobody who reads the tables can tell that two participants are one person.
"""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

from meervoud_web.people.codes import ALPHABET, drawn, plain

ROUND_LENGTH = 6
"""For finding a round, which is no secret."""
FOLLOW_LENGTH = 10
"""27 to the 10th is 47.5 bits: more than anybody can try."""


def new_round_code() -> str:
    """A code for a poster, such as ``K7M4XR``."""
    return drawn(ROUND_LENGTH)


def device_follow_code(secret: str, *, round_id: int) -> str:
    """The follow code of a device in a round: the device can show it again, the tables cannot."""
    return _spoken(_hash("own-code", f"{round_id}:{secret}"))


def proposal_follow_code(secret: str) -> str:
    """The follow code that belongs to a form on which somebody proposes a round; sent twice, it stays one."""
    return _spoken(_hash("proposal-code", secret))


def new_device_secret() -> str:
    """256 bits for the one cookie of somebody who takes part."""
    return secrets.token_urlsafe(32)


def follow_hash(code: str) -> str:
    """What is kept of a follow code."""
    return _hash("follow", plain(code))


def device_hash(secret: str, *, round_id: int) -> str:
    """What is kept of a device, other in each round."""
    return _hash("device", f"{round_id}:{secret}")


def form_token(secret: str, *, round_id: int) -> str:
    """What a form of a participant carries, so that no other site can send it for them."""
    return _hash("form", f"{round_id}:{secret}")


def _spoken(hashed: str) -> str:
    number = int(hashed, 16)
    signs = [ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(FOLLOW_LENGTH)]
    return "".join(signs[:5]) + "-" + "".join(signs[5:])


def _hash(kind: str, value: str) -> str:
    return salted_hmac(f"meervoud_web.rounds.{kind}", value, algorithm="sha256").hexdigest()
