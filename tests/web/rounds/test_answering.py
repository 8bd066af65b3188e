"""Close a round and say what was done with it; a promise that was not kept shows until it is mended."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meervoud_web.challenges.models import JournalEntry
from meervoud_web.rounds.models import Correction, Postponement, Round, State
from tests.web.rounds.making import open_round
from tests.web.rounds.test_preparing import LATER, client, facilitator

__all__ = ["client", "facilitator"]


def test_a_round_is_answered_only_after_it_closed_and_only_once(client: Client, db: None) -> None:
    round_ = open_round()
    address = reverse("rounds:answer", args=[round_.pk])
    assert client.post(address, {"answer": "Dit deden wij."}).status_code == 422
    client.post(reverse("rounds:close", args=[round_.pk]))
    assert client.post(address, {"answer": "Dit deden wij."}).status_code == 302
    response = client.post(address, {"answer": "Of toch dat."})
    assert response.status_code == 422
    round_.refresh_from_db()
    assert (round_.state, round_.answer) == (State.ANSWERED, "Dit deden wij.")


def test_a_closed_round_stays_closed(client: Client, db: None) -> None:
    round_ = open_round(state=State.CLOSED)
    client.post(reverse("rounds:open", args=[round_.pk]))
    round_.refresh_from_db()
    assert round_.state == State.CLOSED


def test_a_date_that_passed_shows_on_the_pages_of_staff_and_of_everyone(client: Client, db: None) -> None:
    round_ = open_round(state=State.CLOSED, answer_by=timezone.localdate() - timedelta(days=1))
    manage = client.get(reverse("rounds:manage", args=[round_.pk])).content.decode()
    everyone = Client().get(round_.conversation.challenge.get_absolute_url()).content.decode()
    assert "moeten horen" in manage
    assert "had u op" in everyone


def test_a_new_date_needs_a_reason_and_the_old_one_stays_readable(client: Client, db: None) -> None:
    round_ = open_round(state=State.CLOSED, answer_by=timezone.localdate() - timedelta(days=1))
    address = reverse("rounds:postpone", args=[round_.pk])
    assert client.post(address, {"until": LATER.isoformat(), "reason": ""}).status_code == 422
    assert client.post(address, {"until": LATER.isoformat(), "reason": "Het wordt later."}).status_code == 302
    round_.refresh_from_db()
    assert not round_.is_late
    assert Postponement.objects.get().was == timezone.localdate() - timedelta(days=1)
    assert "Het wordt later." in client.get(reverse("rounds:manage", args=[round_.pk])).content.decode()


def test_a_promise_never_moves_to_an_earlier_day(client: Client, db: None) -> None:
    round_ = open_round()
    response = client.post(
        reverse("rounds:postpone", args=[round_.pk]), {"until": timezone.localdate().isoformat(), "reason": "x"}
    )
    assert response.status_code == 422
    assert not Postponement.objects.exists()


def test_a_round_that_was_closed_does_not_ask_to_be_closed(client: Client) -> None:
    round_ = open_round(state=State.CLOSED)
    response = client.get(reverse("rounds:close", args=[round_.pk]))
    assert response.headers["Location"] == reverse("rounds:manage", args=[round_.pk])


def _answered() -> Round:
    return open_round(state=State.ANSWERED, answer="Er komt een bus.", answered_at=timezone.now())


def test_what_was_told_is_put_right_and_what_it_said_first_stays_readable(client: Client, db: None) -> None:
    round_ = _answered()
    address = reverse("rounds:correct", args=[round_.pk])
    words = {"answer": "Er komt een belbus.", "reason": "Wij schreven bus.", "version": round_.version}
    assert client.post(address, words | {"reason": ""}).status_code == 422
    for _click in range(2):
        assert client.post(address, words).status_code == 302
    assert Correction.objects.get().was == "Er komt een bus."
    manage = client.get(reverse("rounds:manage", args=[round_.pk])).content.decode()
    for page in (manage, Client().get(round_.get_absolute_url()).content.decode()):
        for said in ("Er komt een belbus.", "Wij schreven bus.", "Er komt een bus."):
            assert said in page
    entry = JournalEntry.objects.get(verb="round-corrected")
    assert entry.why == "Wij schreven bus."


def test_two_who_put_an_answer_right_at_once_do_not_overwrite_one_another(client: Client, db: None) -> None:
    round_ = _answered()
    address = reverse("rounds:correct", args=[round_.pk])
    words = {"answer": "Er komt een belbus.", "reason": "Wij schreven bus.", "version": round_.version}
    client.post(address, words)
    late = client.post(address, words | {"answer": "Er komt niets."})
    assert late.status_code == 422
    assert "Iemand anders heeft" in late.content.decode()
    round_.refresh_from_db()
    assert round_.answer == "Er komt een belbus."
