"""A challenge with something in every corner, each told by a word that is looked for afterwards."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models import Assumption, Evidence, Finding, Judgement, MainLine, Quality
from meervoud_web.framings.models import Framing, FramingVersion, WickednessJudgement
from meervoud_web.notes.models import Friction, Note, Promise
from meervoud_web.people.models import Person
from meervoud_web.signals.models import Observer, Reading, Signal

OPEN = "ZONNEBLOEM"
"""Stands in what everyone may read."""
INSIDE = "KELDERGANG"
"""Stands in what only who works on the challenge may read."""
NEVER = "BRANDNETEL"
"""Stands in what goes along with nobody: notes, names, reasons of one person."""


def a_challenge(by: Person, *, is_public: bool = True) -> Challenge:
    text = challenges.ChallengeText(title="Samen langer thuis", question=f"Hoe {OPEN}?", is_public=is_public)
    return challenges.start_challenge(by=by, text=text)


def fill(challenge: Challenge, *, by: Person) -> None:
    """Plant the three words in all that stands beside the conversations."""
    today = timezone.localdate()
    Note.objects.create(challenge=challenge, writer=by, text=NEVER, is_shared=True)
    Promise.objects.create(challenge=challenge, what=f"Bellen {INSIDE}", to_whom=NEVER, due_on=today, keeper=by)
    Friction.objects.create(
        challenge=challenge, what=f"Geen uren {INSIDE}", kind="hours", by_when=today, lifter=by
    )
    _signals(challenge, by)
    _framings(challenge, by)
    _course(challenge, by)


def _signals(challenge: Challenge, by: Person) -> None:
    given: dict[str, Any] = {"challenge": challenge, "observer": Observer.RESIDENT, "organisation": NEVER}
    private = Signal.objects.create(seen=INSIDE, request_id=uuid4(), **given)
    Signal.objects.create(seen=NEVER, shown_as=f"=1+{OPEN}", request_id=uuid4(), **given)
    Reading.objects.create(signal=private, number=1, verdict="watch", why=INSIDE, by=by)


def _framings(challenge: Challenge, by: Person) -> None:
    for actor, words, recognised in (("Wij", OPEN, "confirmed"), ("Zij", INSIDE, "waiting")):
        framing = Framing.objects.create(challenge=challenge, actor=actor, holder=by)
        FramingVersion.objects.create(
            framing=framing,
            number=1,
            problem=words,
            by=by,
            recognised=recognised,
            is_shown=recognised == "confirmed",
        )
    why = {f"{question}_why": NEVER for question in WickednessJudgement.QUESTIONS}
    levels = dict.fromkeys(WickednessJudgement.QUESTIONS, 2)
    WickednessJudgement.objects.create(challenge=challenge, person=by, **why, **levels)


def _course(challenge: Challenge, by: Person) -> None:
    line = MainLine.objects.create(challenge=challenge, sentence=OPEN, by=by)
    assumption = Assumption.objects.create(
        challenge=challenge, main_line=line, title=OPEN, condition="a", result="b", because="c", by=by
    )
    evidence = Evidence.objects.create(assumption=assumption, text=OPEN, by=by)
    Judgement.objects.create(
        evidence=evidence, judge=by, finding=Finding.STRAW_FOR, quality=Quality.SEEN, why=NEVER
    )


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def everything_in(content: bytes) -> str:
    """All text in a dossier, names of files included, with what is a formula to a spreadsheet still guarded."""
    return "\n".join(name + body.decode("utf-8") for name, body in unpacked(content).items())
