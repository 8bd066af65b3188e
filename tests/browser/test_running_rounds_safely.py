"""Words that are traps, in every field that people who run a round will read: nothing runs anywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import Appeal, HelpRequest, Postponement, RoundProposal, Rule, State, Submission
from tests.browser.conftest import OpenPage
from tests.browser.test_taking_part_safely import TRAPS
from tests.web.conftest import MakePerson
from tests.web.rounds.making import open_round

pytestmark = pytest.mark.browser

ALL = " ".join(TRAPS)
FOREIGN = "main img:not([alt^='QR-code']), main iframe, main script, main svg"
"""What none of these pages has of its own."""
SAID: dict[str, Any] = dict.fromkeys(("introduction", "fixed", "negotiable"), ALL) | dict.fromkeys(
    ("decider", "how_heard"), ALL[:200]
)


@pytest.fixture
def addresses(transactional_db: None, make_person: MakePerson) -> tuple[Person, list[str], list[str]]:
    """Who reads, the pages to visit, and the PDFs to make."""
    Municipality.objects.create(pk=1, name=TRAPS[0])
    challenge = Challenge.objects.create(title=ALL[:120], slug="val", question=ALL, is_public=True)
    reader, other = (make_person(role, name=TRAPS[1]) for role in (Role.FACILITATOR, Role.CHALLENGE_MANAGER))
    round_ = open_round(challenge=challenge, statements=TRAPS, question=ALL, **SAID)
    over = open_round(challenge=challenge, statements=TRAPS, question=TRAPS[1], state=State.CLOSED, **SAID)
    answered = open_round(
        challenge=challenge, state=State.ANSWERED, answer=ALL, answered_at=timezone.now(), **SAID
    )
    draft = open_round(challenge=challenge, statements=TRAPS, question=ALL, state=State.DRAFT, **SAID)
    for one in (round_, over, draft):
        one.conversation.title = ALL[:200]
        one.conversation.save()
    day = timezone.localdate()
    Postponement.objects.create(round=over, was=day, becomes=day + timedelta(days=9), reason=ALL)
    waiting, refused, merged = (
        actions.submit(actions.participate(round_, device=new_device_secret()), text=ALL[:200], request_id=uuid4())
        for _ in range(3)
    )
    actions.refuse(refused, by=other, rule=Rule.INSULT, explanation=ALL)
    actions.merge(merged, by=other, statement_id=round_.conversation.statements.all()[0].pk)
    appeal = Appeal.objects.create(submission=Submission.objects.get(pk=refused.pk), text=ALL)
    asked = HelpRequest.objects.create(round=round_, request_id=uuid4(), text=ALL, contact=TRAPS[1])
    actions.forward(asked, by=other, to=TRAPS[1], note=ALL)
    proposals = [
        RoundProposal.objects.create(
            challenge=challenge, question=ALL, reason=ALL, follow_hash=str(taken_up), answer_by=day, **more
        )
        for taken_up, more in ((None, {}), (False, {"is_taken_up": False, "answer": ALL}))
    ]
    pages = [
        "/opgaven/val/",
        f"/opgaven/val/stellingenrondes/voorbereiden/?van={round_.conversation_id}",
        "/opgaven/val/stellingenrondes/voorstellen/",
        "/opgaven/val/voorstellen/",
        f"/opgaven/val/voorstellen/{proposals[0].pk}/",
        *(f"/rondes/{one.pk}/" for one in (round_, over, answered, draft)),
        *(f"/rondes/{draft.pk}/{path}/" for path in ("bewerken", "voorbeeld", "openen")),
        *(f"/rondes/{over.pk}/{path}/" for path in ("terugkoppelen", "nieuwe-datum")),
        *(f"/rondes/{round_.pk}/{path}/" for path in ("bewerken", "sluiten", "uitnodigen", "lezen", "hulpvragen")),
        f"/rondes/{round_.pk}/lezen/{waiting.pk}/",
        f"/rondes/{round_.pk}/nog-eens/{appeal.pk}/",
        f"/rondes/{round_.pk}/hulpvragen/{asked.pk}/doorgeven/",
        f"/r/{round_.code}/logboek/",
        f"/r/{round_.code}/spelregels/",
    ]
    return reader, pages, [f"/rondes/{round_.pk}/affiche-{size}.pdf" for size in ("A3", "A4")]


def test_words_that_are_traps_catch_nobody_who_runs_a_round(
    addresses: tuple[Person, list[str], list[str]], open_page: OpenPage
) -> None:
    reader, pages, posters = addresses
    page = open_page(pages[0], person=reader)
    for address in pages:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        for summary in page.query_selector_all("main summary"):
            summary.click()
        assert page.evaluate("window.caught") is None, address
        assert page.locator("main img:not([alt^='QR-code']), main iframe, main script, main svg").count() == 0, (
            address
        )
    client = Client()
    client.force_login(reader)
    for address in posters:
        pdf = client.get(address).content
        assert pdf.startswith(b"%PDF")
        for act in (b"/JavaScript", b"/JS ", b"/OpenAction", b"/Launch"):
            assert act not in pdf
