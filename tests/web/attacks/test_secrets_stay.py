"""Words and codes that are somebody's own, planted in a round that runs: nobody else meets them, anywhere."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile, is_zipfile

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from meervoud_web.analyses.models import Analysis, AnalysisInput, Picture
from meervoud_web.conversations.models import Conversation, Vote
from meervoud_web.conversations.pages.downloads import KINDS
from meervoud_web.conversations.queries.outcome import public_votes
from meervoud_web.dossiers import pages as dossiers
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import device_follow_code, new_device_secret
from meervoud_web.rounds.models import Moderation, Participation, Round, Rule, Submission
from meervoud_web.rounds.pages import printing
from meervoud_web.ui.tagged_pdf import Printed
from tests.web.attacks.planting import Address, every_address
from tests.web.attacks.test_logs_keep_secrets import Kept
from tests.web.conftest import MakePerson
from tests.web.permissions.house import challenge_that_is
from tests.web.rounds.making import open_round, statement_ids
from tests.web.rounds.moving import TEXTS, let_react, work

pytestmark = pytest.mark.django_db

WAITING, REFUSED, TAKEN_BACK, REDACTED = "Wachtegel", "Weigeraar", "Terugvaller", "Streepjesnaam"
CRY, CONTACT = "Noodkreet", "zwaluwstraat@nergens.example"


@dataclass
class Planted:
    """A round in which somebody said what is nobody's business, and left codes and secrets."""

    round: Round
    mine: Participation
    device: str
    code: str

    @property
    def secrets(self) -> list[str]:
        """What nobody but its owner may ever see, staff included."""
        hashes = (self.mine.device_hash or "", self.mine.follow_hash or "")
        return [self.device, self.code, self.code.replace("-", ""), *hashes]

    @property
    def words(self) -> list[str]:
        """What only who reads along may see."""
        return [WAITING, REFUSED, TAKEN_BACK, REDACTED, CRY, CONTACT]


@pytest.fixture
def by(make_person: MakePerson) -> Person:
    return make_person(Role.FACILITATOR)


@pytest.fixture
def planted(by: Person) -> Planted:
    """Statements that everybody saw and reacted to before they were refused or taken back count most of all."""
    round_ = open_round(
        challenge=challenge_that_is(public=True), statements=tuple(TEXTS[:6]), moderation=Moderation.AFTER
    )
    Conversation.objects.filter(pk=round_.conversation_id).update(is_public=True)
    device = new_device_secret()
    mine = actions.participate(round_, device=device)
    refused, taken_back, redacted = (_said(mine, word) for word in (REFUSED, TAKEN_BACK, REDACTED))
    let_react(round_, range(24), turns=9)
    work()
    actions.refuse(Submission.objects.get(pk=refused.pk), by=by, rule=Rule.INSULT, explanation="Zo niet.")
    actions.withdraw_statement(Submission.objects.get(pk=taken_back.pk))
    actions.redact(Submission.objects.get(pk=redacted.pk), by=by, text="Iemand moet het doen.")
    Round.objects.filter(pk=round_.pk).update(moderation=Moderation.BEFORE)
    mine.refresh_from_db()
    mine.round.refresh_from_db()
    _said(mine, WAITING)
    let_react(round_, range(24, 36), turns=6)
    actions.react(mine, statement_id=statement_ids(round_)[0], value=1, is_important=False, request_id=uuid4())
    work()
    return Planted(round_, mine, device, device_follow_code(device, round_id=round_.pk))


def _said(mine: Participation, word: str) -> Submission:
    return actions.submit(mine, text=f"{word} moet dit doen.", request_id=uuid4())


@pytest.fixture
def log() -> Iterator[Kept]:
    kept = Kept()
    loggers = [logging.getLogger(name) for name in ("django", "meervoud_web")]  # noqa: TID251
    for one in loggers:
        one.addHandler(kept)
    yield kept
    for one in loggers:
        one.removeHandler(kept)


def everything_about(planted: Planted, me: Person) -> list[str]:
    """Every address of the site, once more about this round, and what programs and files give."""
    round_, code = planted.round, planted.round.code
    ours = {
        "conversation_id": round_.conversation_id,
        "round_id": round_.pk,
        "subject": round_.conversation_id,
        "slug": round_.conversation.challenge.slug,
    }
    found: list[Address] = every_address(me)
    for name, of in list(found):
        again = of | {key: value for key, value in ours.items() if key in of}
        if name.startswith("rounds:") and "code" in of and "submission_id" not in of:
            again["code"] = code
        found.append((name, again))
    pages = [reverse(name, kwargs=of) for name, of in found if name != "live:listen"]
    pages += [reverse("conversations:download", args=[round_.conversation_id, kind]) for kind in KINDS]
    pages += [f"/v1/rounds/{code}{path}" for path in ("", "/statements", "/result", "/reactions")]
    pages += [
        f"/live/{stream}/{round_.conversation_id}/?na=0" for stream in ("public-conversation", "conversation")
    ]
    pages += ["/v1/rounds"]
    cards = reverse("rounds:cards", args=[round_.pk])
    return [page.replace(cards, f"{cards}?first=1&last=2") for page in dict.fromkeys(pages)]


def text_of(answer: HttpResponse) -> str:
    """All that came, headers included, and what is in a parcel too."""
    body = answer.getvalue() if answer.streaming else answer.content
    parts = [body, *(str(one).encode() for one in answer.headers.items()), answer.cookies.output().encode()]
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as parcel:
            parts += [parcel.read(name) for name in parcel.namelist()]
    return b"\n".join(parts).decode("utf-8", "replace")


def met(client: Client, pages: list[str], words: list[str]) -> list[str]:
    found = []
    for page in pages:
        text = text_of(client.get(page))
        found += [f"{word} at {page}" for word in words if word in text]
    return found


def ask_for_help(planted: Planted) -> None:
    client = Client()
    page = f"/r/{planted.round.code}/hulp/"
    token = client.get(page).context["visit"].token
    data = {"token": token, "request_id": str(uuid4()), "tekst": f"{CRY}, ik red het niet.", "contact": CONTACT}
    assert client.post(page, data).status_code == 303


def test_what_is_somebodys_own_never_leaves(
    planted: Planted, make_person: MakePerson, log: Kept, by: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A PDF packs its words; here it is what it is printed from.
    for module in (printing, dossiers):
        monkeypatch.setattr(module, "tagged_pdf", lambda page: Printed(pdf=page.encode(), sheets=1))
    ask_for_help(planted)
    other, clerk, reads_along = Client(), Client(), Client()
    other.cookies["deelnemer"] = "toestel 0"
    clerk.force_login(make_person(Role.CLERK))
    reads_along.force_login(by)
    pages = everything_about(planted, by)
    every_word = planted.words + planted.secrets
    for client in (Client(), other, clerk):
        assert met(client, pages, every_word) == []
    assert met(reads_along, pages, planted.secrets) == []
    for letter in mail.outbox:
        assert [word for word in every_word if word in str(letter.message())] == []
    written = "\n".join(log.lines)
    assert [word for word in every_word if word in written] == []
    cards = reads_along.get(reverse("rounds:cards", args=[planted.round.pk]), {"first": 1, "last": 2})
    assert TEXTS[0] in cards.content.decode()
    # and it was there to be found, by who may see it
    queue = f"/rondes/{planted.round.pk}/lezen/"
    assert WAITING in reads_along.get(queue).content.decode()
    assert CONTACT in reads_along.get(f"/rondes/{planted.round.pk}/hulpvragen/").content.decode()
    assert WAITING in Client().get(f"/volg/{planted.code}/").content.decode()


def test_what_an_analysis_reads_and_keeps_holds_nothing_that_was_refused_or_taken_back(planted: Planted) -> None:
    never = planted.words + planted.secrets
    given = " ".join(public_votes(planted.round.conversation_id).texts.values())
    assert [word for word in never if word in given] == []
    newest = Analysis.objects.filter(source="public-conversation").latest("pk")
    kept = [newest.record, *Picture.objects.values_list("svg", flat=True)]
    kept += [zlib.decompress(bytes(one.packed)).decode() for one in AnalysisInput.objects.all()]
    assert Vote.objects.exists()
    assert AnalysisInput.objects.exists()
    assert [word for word in never if word in "\n".join(kept)] == []
