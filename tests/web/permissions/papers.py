"""Who writes papers, and who reads which."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.utils import timezone

from meervoud_web.papers.models import Paper, PaperKind, PaperSentence
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.matrix import LOG_IN, Matrix, Objects, Row


def _paper(*, is_set: bool, kind: PaperKind = PaperKind.COUNCIL_LETTER) -> Paper:
    challenge = challenge_that_is(public=True)
    found = Paper.objects.filter(challenge=challenge, kind=kind, set_at__isnull=not is_set).first()
    set_at = timezone.now() if is_set else None
    return found or Paper.objects.create(
        challenge=challenge, kind=kind, subject="Stand van zaken", request_id=uuid4(), set_at=set_at
    )


def _sentence() -> dict[str, Any]:
    paper = _paper(is_set=True)
    found = paper.sentences.first()
    text = {"section": "costs", "place": 1, "text": "Het kost niets."}
    return {"pk": paper.pk, "sentence": (found or PaperSentence.objects.create(paper=paper, **text)).pk}


OBJECTS: Objects = {
    "a draft of a paper": lambda me: {"pk": _paper(is_set=False).pk},
    "a set paper for the council": lambda me: {"pk": _paper(is_set=True).pk},
    "a set cover for the executive": lambda me: {"pk": _paper(is_set=True, kind=PaperKind.EXECUTIVE_COVER).pk},
    "a sentence of a set paper": lambda me: _sentence(),
    "no paper": lambda me: {"pk": 99_999},
}
_WRITERS = {"administrator": 200, "challenge_manager": 200}
_COUNCIL = {"council_member": 200, "clerk": 200}
_A_DRAFT = Row("GET", of="a draft of a paper", strangers=LOG_IN, staff=404, **_WRITERS)
_A_FILE = [
    _A_DRAFT,
    Row("GET", of="a set paper for the council", strangers=LOG_IN, staff=404, **_WRITERS, **_COUNCIL),
    Row("GET", of="a set cover for the executive", strangers=LOG_IN, staff=404, **_WRITERS),
]
ROWS: Matrix = {
    "papers:papers": [
        Row("GET", of="an open challenge", strangers=LOG_IN, staff=200),
        Row("GET", of="a closed challenge", strangers=LOG_IN, outside=404, staff=200),
        Row(
            "POST",
            of="an open challenge",
            data={"kind": "council-letter", "subject": "Stand"},
            strangers=LOG_IN,
            staff=403,
            administrator=200,
            challenge_manager=200,
        ),
    ],
    "papers:paper": [
        Row("GET", of="a draft of a paper", strangers=LOG_IN, staff=404, administrator=302, challenge_manager=302),
        *_A_FILE[1:],
        Row("GET", of="no paper", strangers=LOG_IN, staff=404),
    ],
    "papers:write": [
        _A_DRAFT,
        Row("GET", of="a set paper for the council", strangers=LOG_IN, staff=404, council_member=403, clerk=403),
        Row(
            "POST",
            of="a draft of a paper",
            data={"act": "keep"},
            strangers=LOG_IN,
            staff=404,
            administrator=422,
            challenge_manager=422,
        ),
    ],
    "papers:set": [_A_DRAFT, Row("POST", of="a draft of a paper", strangers=LOG_IN, staff=404, **_WRITERS)],
    "papers:throw_away": [_A_DRAFT, Row("POST", of="a draft of a paper", strangers=LOG_IN, staff=404, **_WRITERS)],
    "papers:redact": [
        Row(
            "GET",
            of="a sentence of a set paper",
            strangers=LOG_IN,
            staff=404,
            council_member=403,
            clerk=403,
            **_WRITERS,
        ),
        Row(
            "POST",
            of="a sentence of a set paper",
            data={"reason": "Er stond een naam."},
            strangers=LOG_IN,
            staff=404,
            council_member=403,
            clerk=403,
            administrator=302,
            challenge_manager=302,
        ),
    ],
    "papers:docx": _A_FILE,
    "papers:pdf": [row for row in _A_FILE if row.of != "a set cover for the executive"],
}
