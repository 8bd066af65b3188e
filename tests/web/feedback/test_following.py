"""Who comes with a follow code reads what came of their words, and may ask for a mail when there is an answer."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from meervoud_web.challenges.things import Thing
from meervoud_web.feedback import actions
from meervoud_web.feedback.actions import tell
from meervoud_web.feedback.models import Notice, NoticeAddress, Theme
from meervoud_web.feedback.queries.following import KEPT_AFTER_ANSWER
from meervoud_web.feedback.tasks import tell_who_asked
from meervoud_web.feedback.terms import CONFIRM_WITHIN, LONGEST
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions as rounds
from meervoud_web.rounds.actions.let_go import known_participations
from meervoud_web.rounds.codes import device_follow_code, form_token
from meervoud_web.rounds.models import Participation, Round, State
from tests.web.conftest import ClientOf, MakePerson
from tests.web.feedback.making import ADOPTED, NOT, a_round, a_theme, answered

pytestmark = pytest.mark.django_db
DEVICE, EMAIL = "het toestel van een inwoner", "inwoner@voorbeeld.nl"
OWN = "De bus moet vaker rijden."


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


@pytest.fixture
def round_() -> Round:
    return a_round(moderation="after")[0]


def code_of(round_: Round) -> str:
    return device_follow_code(DEVICE, round_id=round_.pk)


def said(round_: Round, *, device: str = DEVICE, text: str = OWN) -> Thing:
    """Somebody takes part and says something."""
    mine = rounds.participate(round_, device=device)
    submission = rounds.submit(mine, text=text, request_id=uuid4())
    return Thing("statement", submission.statement_id or 0)


def a_theme_of(thing: Thing, round_: Round, *, by: Person, title: str = "Vervoer") -> Theme:
    theme = a_theme(round_.conversation.challenge, by=by, title=title)
    actions.place(theme, by=by, sources=[thing])
    return theme


def ask(round_: Round, email: str = EMAIL) -> int:
    code = code_of(round_)
    token = form_token(code.replace("-", ""), round_id=0)
    return Client().post(f"/volg/{code}/bericht/", {"token": token, "email": email}).status_code


def link_in(message: mail.EmailMessage) -> str:
    found = re.search(r"/bericht/[^/\s]+/", str(message.body))
    assert found
    return found[0]


def tap(link: str, step: str) -> int:
    """Open the link of a mail and tap a button on its page."""
    client = Client()
    found = re.search(r'name="token" value="(\w+)"', client.get(link).content.decode())
    return client.post(link, {"token": found[1] if found else "", "stap": step}).status_code


@pytest.fixture
def confirmed(round_: Round) -> NoticeAddress:
    wish = NoticeAddress.objects.create(
        round=round_, email=EMAIL, asked_at=timezone.now() - timedelta(hours=1), confirmed_at=timezone.now()
    )
    rounds.participate(round_, device=DEVICE)
    return wish


def test_under_a_statement_stands_what_came_of_it_and_first_what_is_for_this_person_alone(
    manager: Person, round_: Round
) -> None:
    theme = a_theme_of(said(round_), round_, by=manager)
    other = a_theme_of(said(round_, device="een ander", text="Meer bankjes."), round_, by=manager, title="Bankjes")
    hidden = a_theme_of(said(round_), round_, by=manager, title="Nog een schets")
    Theme.objects.filter(pk=hidden.pk).update(published_at=None)
    answered(theme, by=manager)
    actions.tell_result(theme, by=manager, text="De bus rijdt elk half uur.", request_id=uuid4())
    actions.add_for_one(theme.placings.get(), by=manager, text="Dank voor uw telling.", number=0)
    page = Client().get(f"/volg/{code_of(round_)}/").content.decode()
    order = [
        page.index(words) for words in (OWN, "Dank voor uw telling.", ADOPTED.text, "elk half uur", "Bankjes")
    ]
    assert order == sorted(order)
    assert "Overgenomen" in page
    assert "Nog een schets" not in page
    rounds.participate(round_, device="een ander")
    theirs = device_follow_code("een ander", round_id=round_.pk)
    assert "Dank voor uw telling." not in Client().get(f"/volg/{theirs}/").content.decode()
    assert other.get_absolute_url() in page


def test_the_code_stays_while_somebody_waits_for_an_answer(manager: Person, round_: Round) -> None:
    theme = a_theme_of(said(round_), round_, by=manager)
    long_ago = timezone.now() - timedelta(days=90)
    Round.objects.filter(pk=round_.pk).update(state=State.ANSWERED, answer="Zie de thema's.", answered_at=long_ago)
    assert not known_participations(timezone.now()).exists()
    answered(theme, by=manager)
    assert not known_participations(timezone.now()).exists()
    later = timezone.now() + KEPT_AFTER_ANSWER + timedelta(hours=1)
    assert list(known_participations(later)) == list(Participation.objects.all())


def test_an_address_is_kept_once_its_owner_says_yes_and_told_once(
    manager: Person, round_: Round, client_of: ClientOf
) -> None:
    theme = a_theme_of(said(round_), round_, by=manager)
    assert ask(round_) == ask(round_, EMAIL.upper()) == 200
    assert NoticeAddress.objects.get().confirmed_at is None
    link = link_in(mail.outbox[0])
    Client().get(link)  # as programs do that look through mails
    answered(theme, by=manager)
    tell.tell_about_answers()
    assert len(mail.outbox) == 2  # only the two that ask
    assert tap(link, "ja") == 200
    for _ in range(2):
        tell_who_asked.call()
    assert len(mail.outbox) == 3
    told = mail.outbox[2]
    assert told.to == [EMAIL]
    for words in ("Vervoer", theme.get_absolute_url(), link_in(told)):
        assert words in told.body
    for secret in (OWN, ADOPTED.text, code_of(round_)):
        assert secret not in told.body
    pages = (theme.get_absolute_url(), theme.challenge.get_absolute_url(), f"/rondes/{round_.pk}/")
    assert all(EMAIL not in client_of(manager).get(page).content.decode() for page in pages)
    assert tap(link_in(told), "weg") == 200
    assert not NoticeAddress.objects.exists()
    assert Client().get(link).status_code == 404


def test_the_mail_is_queued_with_the_answer_and_only_where_somebody_asked(manager: Person, round_: Round) -> None:
    thing = said(round_)
    answered(a_theme_of(thing, round_, by=manager), by=manager)
    assert not DBTaskResult.objects.exists()
    NoticeAddress.objects.create(round=round_, email=EMAIL)
    draft = a_theme(round_.conversation.challenge, by=manager, title="Geld", published=False)
    answered(draft, by=manager)
    assert not DBTaskResult.objects.exists()
    actions.publish_theme(Theme.objects.get(pk=draft.pk), by=manager)
    assert DBTaskResult.objects.count() == 2  # soon, and once more for who a killed worker left


def test_several_answers_make_one_mail_and_a_changed_answer_makes_none(
    manager: Person, round_: Round, confirmed: NoticeAddress
) -> None:
    thing = said(round_)
    one, other = (a_theme_of(thing, round_, by=manager, title=title) for title in ("Bus", "Geld"))
    for theme in (one, other):
        answered(theme, by=manager)
    tell.tell_about_answers()
    answered(one, by=manager, words=NOT, reason="Toch niet.")
    tell.tell_about_answers()
    assert [message.subject for message in mail.outbox] == ["Er is antwoord op 2 thema's"]


@pytest.mark.parametrize("killed", [False, True])
def test_what_could_not_be_sent_is_sent_later_and_nothing_twice(
    manager: Person, round_: Round, confirmed: NoticeAddress, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    def broken(*_args: object, **_more: object) -> bool:
        if killed:
            raise DatabaseError  # whatever ends a worker in the middle
        return False

    answered(a_theme_of(said(round_), round_, by=manager), by=manager)
    with monkeypatch.context() as patch:
        patch.setattr(tell, "send_letter", broken)
        if killed:
            with pytest.raises(DatabaseError):
                tell.tell_about_answers()
        else:
            assert tell.tell_about_answers() is not None
    if killed:
        assert tell.tell_about_answers() is not None  # perhaps another worker is sending it right now
        assert mail.outbox == []
        Notice.objects.update(taken_at=timezone.now() - tell.PATIENCE * 2)
    assert tell.tell_about_answers() is None
    assert tell.tell_about_answers() is None
    assert len(mail.outbox) == 1


def test_a_mailbox_is_not_filled_by_somebody_else(round_: Round) -> None:
    rounds.participate(round_, device=DEVICE)
    assert [ask(round_) for _ in range(4)] == [200, 200, 200, 429]
    assert ask(round_, "geen adres") == 422
    code = code_of(round_)
    assert Client().post(f"/volg/{code}/bericht/", {"email": EMAIL}).status_code == 403
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("key", ["x", "a:b:c", "%00", "1" * 3000])
def test_a_false_link_tells_nothing(round_: Round, confirmed: NoticeAddress, key: str) -> None:
    assert tap(f"/bericht/{key}/", "weg") == 403
    assert Client().get(f"/bericht/{key}/").status_code == 404
    assert NoticeAddress.objects.filter(pk=confirmed.pk).exists()


def test_addresses_go_when_nobody_confirms_and_after_a_year(round_: Round, confirmed: NoticeAddress) -> None:
    late = NoticeAddress.objects.create(
        round=round_, email="a@b.nl", asked_at=timezone.now() - CONFIRM_WITHIN - timedelta(hours=1)
    )
    assert tap(f"/bericht/{actions.key_of(late)}/", "ja") == 404
    keep_terms()
    assert list(NoticeAddress.objects.all()) == [confirmed]
    NoticeAddress.objects.update(confirmed_at=timezone.now() - LONGEST - timedelta(hours=1))
    keep_terms()
    assert not NoticeAddress.objects.exists()
