"""Who may write down what works in the city, and who may propose and answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from meervoud_web.challenges.models import Involvement, Part
from meervoud_web.initiatives.models import MayLearn, Proposal, ProposalAnswer, ProposalState, Sighting
from meervoud_web.people.models import Person
from tests.web.permissions.house import challenge_that_is, somebody
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row

ID = str(UUID(int=405))
WORDS = {"what": "x", "by_whom": "y", "shows": "z"}


def _sighting(*, public: bool = True, shown: bool = False) -> dict[str, Any]:
    challenge = challenge_that_is(public=public)
    leave = {"shown_with_leave_of": "het bestuur", "shown_since": timezone.localdate()} if shown else {}
    learn = {"may_learn": MayLearn.YES, "answered_by": "het bestuur", "answered_on": timezone.localdate()}
    name = "gezien" if shown else "nog niet voor iedereen"
    defaults = {"by_whom": "y", "shows": "z", **leave, **learn}
    found = Sighting.objects.get_or_create(challenge=challenge, what=name, defaults=defaults)[0]
    return {"slug": challenge.slug, "pk": found.pk}


def _proposal(me: Person | None, *, mine: bool = False, answered: bool = False) -> dict[str, Any]:
    proposer, challenge = me if mine and me is not None else somebody(), challenge_that_is(public=True)
    state = ProposalState.ANSWERED if answered else ProposalState.OPEN
    given = {"challenge": challenge, "proposer": proposer, "state": state}
    found = Proposal.objects.filter(**given).first()
    if found is None:
        found = Proposal.objects.create(kind="trial", part=Part.PARTNER, answer_by=timezone.localdate(), **given)
        found.versions.create(number=1, what="x", why="y")
        if answered:
            ProposalAnswer.objects.create(proposal=found, number=1, about_version=1, verdict="not", reason="z")
    if mine:
        Involvement.objects.get_or_create(person=proposer, challenge=challenge, role=Part.PARTNER)
    return {"slug": challenge.slug, "pk": found.pk}


def _my_part(me: Person | None) -> dict[str, Any]:
    challenge = challenge_that_is(public=False)
    if me is not None:
        Involvement.objects.get_or_create(person=me, challenge=challenge, role=Part.PARTNER)
    return {"slug": challenge.slug}


OBJECTS: Objects = {
    "something seen": lambda me: _sighting(),
    "something seen that is shown": lambda me: _sighting(shown=True),
    "something seen in a closed challenge": lambda me: _sighting(public=False, shown=True),
    "a challenge that I have a part in": _my_part,
    "an own proposal of another": _proposal,
    "an own proposal that is answered": lambda me: _proposal(me, answered=True),
    "an own proposal of mine": lambda me: _proposal(me, mine=True),
    "an own proposal of mine that is answered": lambda me: _proposal(me, mine=True, answered=True),
}


def _managers(answer: int) -> dict[str, int]:
    return {"administrator": answer, "challenge_manager": answer}


def _kept(data: dict[str, Any]) -> list[Row]:
    return [
        Row("POST", of="something seen", data=data, strangers=LOG_IN, outside=404, staff=403, **_managers(302)),
        Row("POST", of="something seen that is shown", data=data, strangers=LOG_IN, staff=403, **_managers(302)),
    ]


def _own(data: dict[str, Any]) -> list[Row]:
    return [
        Row("POST", of="an own proposal of another", data=data, strangers=LOG_IN, staff=404, **_managers(403)),
        Row("POST", of="an own proposal of mine", data=data, strangers=LOG_IN, staff=302),
    ]


ROWS: Matrix = {
    "initiatives:register": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "initiatives:sighting": [
        Row("GET", of="something seen", strangers=404, outside=404, staff=200),
        Row("GET", of="something seen that is shown", everyone=200),
        Row("GET", of="something seen in a closed challenge", strangers=404, outside=404, staff=200),
    ],
    "initiatives:enter": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row("GET", of="a challenge that I have a part in", strangers=LOG_IN, staff=200),
        Row(
            "POST",
            of="a challenge that I have a part in",
            data={**WORDS, "request_id": ID},
            strangers=LOG_IN,
            staff=302,
        ),
    ],
    "initiatives:change": [
        Row("GET", of="something seen", strangers=LOG_IN, outside=404, staff=403, **_managers(200)),
        *_kept({**WORDS, "version": 1}),
    ],
    "initiatives:remove": [
        Row("GET", of="something seen", strangers=LOG_IN, outside=404, staff=403, **_managers(200)),
        *_kept({}),
    ],
    "initiatives:may_learn": _kept({"may_learn": "asked", "version": 1}),
    "initiatives:openness": _kept({"with_leave_of": "x", "version": 1}),
    "initiatives:take": _kept({"what": "x", "request_id": ID}),
    "initiatives:mine": [Row("GET", strangers=LOG_IN, staff=200)],
    "initiatives:proposals": [
        Row("GET", of="an open challenge", strangers=LOG_IN, outside=403, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row("GET", of="a challenge that I have a part in", strangers=LOG_IN, staff=200),
    ],
    "initiatives:propose": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=403),
        Row("GET", of="a challenge that I have a part in", strangers=LOG_IN, staff=200),
        Row(
            "POST",
            of="a challenge that I have a part in",
            data={"kind": "trial", "what": "x", "why": "y", "request_id": ID},
            strangers=LOG_IN,
            staff=302,
        ),
    ],
    "initiatives:proposal": [
        Row("GET", of="an own proposal of another", strangers=LOG_IN, staff=404, **_managers(200)),
        Row("GET", of="an own proposal that is answered", strangers=LOG_IN, outside=404, staff=200),
        Row("GET", of="an own proposal of mine", strangers=LOG_IN, staff=200),
    ],
    "initiatives:rewrite": [
        Row("GET", of="an own proposal of mine", strangers=LOG_IN, staff=200),
        *_own({"what": "x", "why": "y", "reason": "z", "number": 1}),
    ],
    "initiatives:withdraw": _own({"number": 1}),
    "initiatives:answer": [
        Row(
            "POST",
            of="an own proposal of another",
            data={"verdict": "not", "reason": "x", "number": 1},
            strangers=LOG_IN,
            staff=404,
            **_managers(302),
        ),
        Row("POST", of="an own proposal of mine", strangers=LOG_IN, staff=403),
    ],
    "initiatives:react": [
        Row("POST", of="an own proposal that is answered", strangers=LOG_IN, outside=404, staff=403),
        Row(
            "POST",
            of="an own proposal of mine that is answered",
            data={"reaction": "x"},
            strangers=LOG_IN,
            staff=302,
        ),
    ],
}
