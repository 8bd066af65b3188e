"""Contributions go under themes: many at once, under more than one, and never from another challenge."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from meervoud_web.challenges.models import JournalEntry, Link, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.conversations.models import Statement
from meervoud_web.feedback import actions
from meervoud_web.feedback.actions import tidy_up
from meervoud_web.feedback.models import Placing, Theme
from meervoud_web.feedback.queries.sorting import sorting_of, unsorted_count
from meervoud_web.initiatives.models import Proposal, ProposalState, ProposalVersion
from meervoud_web.people.models import Person, Role
from meervoud_web.rounds import actions as rounds
from tests.web.conftest import ClientOf, MakePerson
from tests.web.feedback.making import a_challenge, a_round, a_theme
from tests.web.signals.making import a_signal

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER)


def test_many_go_under_a_theme_at_once_and_twice_changes_nothing(manager: Person) -> None:
    round_, things = a_round()
    theme = a_theme(round_.conversation.challenge, by=manager)
    assert actions.place(theme, by=manager, sources=things) == 3
    assert actions.place(theme, by=manager, sources=things) == 0
    assert unsorted_count(theme.challenge, person=manager) == 0
    laid = Link.objects.filter(to_kind="theme", to_id=theme.pk, kind=LinkKind.CAME_FROM)
    assert {Thing(link.from_kind, link.from_id) for link in laid} == set(things)
    assert JournalEntry.objects.filter(verb="contributions-sorted").count() == 1


def test_a_contribution_stands_under_several_themes_and_leaves_one(manager: Person) -> None:
    round_, things = a_round()
    one, other = (a_theme(round_.conversation.challenge, by=manager, title=name) for name in ("Bus", "Geld"))
    for theme in (one, other):
        actions.place(theme, by=manager, sources=things[:1])
    assert actions.take_out(one, by=manager, things=things) == 1
    assert [placing.theme for placing in Placing.objects.all()] == [other]
    assert not Link.objects.filter(to_kind="theme", to_id=one.pk).exists()


def test_what_stands_in_another_challenge_or_is_no_contribution_is_refused(manager: Person) -> None:
    theme = a_theme(a_challenge(), by=manager)
    _round, things = a_round()
    for named in (things[0], thing_of(theme.challenge), Thing("statement", 987654)):
        with pytest.raises(actions.NotBroughtInError):
            actions.place(theme, by=manager, sources=[named])


def test_who_does_not_work_on_it_sorts_nothing(manager: Person, make_person: MakePerson) -> None:
    round_, things = a_round()
    theme = a_theme(round_.conversation.challenge, by=manager)
    with pytest.raises(PermissionDenied):
        actions.place(theme, by=make_person(Role.CLERK), sources=things)


def test_words_that_were_taken_back_are_no_contribution_any_more(
    manager: Person, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    round_, _things = a_round(moderation="after")
    mine = rounds.participate(round_, device="toestel")
    submission = rounds.submit(mine, text="De bus moet vaker rijden.", request_id=uuid4())
    theme = a_theme(round_.conversation.challenge, by=manager)
    actions.place(theme, by=manager, sources=[Thing("statement", submission.statement_id or 0)])
    placing = theme.placings.get()
    actions.add_for_one(placing, by=manager, text="Dank u wel.", number=0)
    with django_capture_on_commit_callbacks(execute=True):
        rounds.withdraw_statement(submission)
    assert not Placing.objects.exists()


def test_suggestions_name_the_words_they_rest_on(manager: Person) -> None:
    round_, things = a_round(
        statements=(
            "De buurtbus naar het ziekenhuis rijdt leeg.",
            "Waarom rijdt de buurtbus zo vroeg naar het ziekenhuis?",
            "Ik kook graag voor de buren.",
        )
    )
    theme = a_theme(round_.conversation.challenge, by=manager)
    actions.place(theme, by=manager, sources=things[:1])
    found = sorting_of(theme.challenge, [theme], person=manager, under=None, words="", all_=False)
    alike, other = found.groups
    assert (alike.theme, [line.contribution.thing for line in alike.lines]) == (theme, [things[1]])
    assert "buurtbus" in alike.lines[0].shared
    assert (other.theme, [line.contribution.thing for line in other.lines]) == (None, [things[2]])


def test_the_page_sorts_with_checkboxes_and_makes_a_theme_on_the_way(manager: Person, client_of: ClientOf) -> None:
    round_, things = a_round()
    a_signal("De dagbesteding zit half leeg.", challenge=round_.conversation.challenge)
    page = f"/opgaven/{round_.conversation.challenge.slug}/terugkoppeling/ordenen/"
    client = client_of(manager)
    assert "De dagbesteding zit half leeg." in client.get(page).content.decode()
    sent = {"bijdrage": [str(thing) for thing in things[:2]], "thema": "nieuw", "naam": "Hulp van buren"}
    assert "2 bijdragen staan nu bij Hulp van buren." in client.post(page, sent, follow=True).content.decode()
    theme = Theme.objects.get()
    assert theme.published_at is None
    assert len(theme.placings.all()) == 2
    client.post(page, {"bijdrage": [str(things[2])], "hierbij": str(theme.pk)})
    client.post(f"{page}?toon={theme.pk}", {"bijdrage": [str(things[0])], "stap": "eruit"})
    assert {placing.thing for placing in theme.placings.all()} == set(things[1:])


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"bijdrage": ["statement:x", "<b>", "statement:99999999999999999999"], "thema": "nieuw", "naam": "x"},
        {"bijdrage": ["statement:987654"], "thema": "nieuw", "naam": "x"},
        {"bijdrage": ["statement:1"], "thema": "x"},
        {"bijdrage": ["statement:1"], "thema": "nieuw", "naam": "\u202e \x00"},
    ],
)
def test_a_broken_form_sorts_nothing_and_says_why(
    manager: Person, client_of: ClientOf, sent: dict[str, object]
) -> None:
    challenge = a_challenge()
    answer = client_of(manager).post(f"/opgaven/{challenge.slug}/terugkoppeling/ordenen/", sent, follow=True)
    assert answer.status_code in (200, 400)
    assert not Placing.objects.exists()
    assert not Theme.objects.exists()


def test_a_theme_of_another_challenge_takes_nothing(manager: Person, client_of: ClientOf) -> None:
    round_, things = a_round()
    elsewhere = a_theme(a_challenge(), by=manager)
    page = f"/opgaven/{round_.conversation.challenge.slug}/terugkoppeling/ordenen/"
    client_of(manager).post(page, {"bijdrage": [str(things[0])], "thema": str(elsewhere.pk)})
    assert not Placing.objects.exists()


def test_numbers_of_questions_stay_flat(
    manager: Person, client_of: ClientOf, django_assert_max_num_queries: Callable[..., object]
) -> None:
    round_, things = a_round(statements=tuple(f"Stelling nummer {number}." for number in range(12)))
    challenge = round_.conversation.challenge
    for place, thing in enumerate(things):
        theme = a_theme(challenge, by=manager, title=f"Thema {place}", days=place - 5)
        actions.place(theme, by=manager, sources=[thing])
    assert Statement.objects.count() == 12
    with django_assert_max_num_queries(20):
        Client().get(f"/opgaven/{challenge.slug}/terugkoppeling/")
    with django_assert_max_num_queries(40):
        client_of(manager).get(f"/opgaven/{challenge.slug}/terugkoppeling/ordenen/?toon=alles")


def test_what_somebody_in_position_proposed_is_a_contribution_until_they_withdraw_it(manager: Person) -> None:
    theme = a_theme(a_challenge(), by=manager)
    proposal = Proposal.objects.create(
        challenge=theme.challenge, kind="trial", part="resident", proposer=manager, answer_by=theme.answer_by
    )
    ProposalVersion.objects.create(proposal=proposal, number=1, what="Een bus om te delen", why="Dat helpt.")
    actions.place(theme, by=manager, sources=[thing_of(proposal)])
    tidy_up(thing_of(proposal))
    assert theme.placings.exists()
    Proposal.objects.update(state=ProposalState.WITHDRAWN)
    tidy_up(thing_of(proposal))
    assert not theme.placings.exists()
