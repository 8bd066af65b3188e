"""The same people through time: with consent, used once they agree, and nothing is left when they stop."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meervoud_web.challenges.models import Challenge, JournalEntry, Link
from meervoud_web.challenges.open_data import tables
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.sentences import Section, sentences_for
from meervoud_web.challenges.things import kinds, thing_of
from meervoud_web.config.logs import without_secrets
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.stories import actions
from meervoud_web.stories.models import ChosenStory, Consent, Domain, Reach, Story, StoryState, Teller
from meervoud_web.stories.queries import stories_of, told_and_chosen
from tests.web.conftest import ClientOf, MakePerson

pytestmark = pytest.mark.django_db

WORDS = "Ik slaap weer door, want dinsdag komt zij"


@pytest.fixture
def challenge(db: None) -> Challenge:
    return Challenge.objects.create(title="Thuis", slug="thuis", question="Hoe?", is_public=True)


@pytest.fixture
def noor(make_person: MakePerson) -> Person:
    return make_person(Role.CHALLENGE_MANAGER, name="Noor")


def given(*, reach: Reach = Reach.EVERYONE, days: int = 100) -> actions.Given:
    until = timezone.localdate() + timedelta(days=days)
    return actions.Given(purpose="leren wat werkt", reach=reach, until=until, how="op papier")


@pytest.fixture
def teller(challenge: Challenge, noor: Person) -> Teller:
    return actions.follow(challenge, by=noor, pseudonym="Merel", consent=given())


def told(teller: Teller, by: Person, text: str = WORDS, *, days_ago: int = 0) -> Story:
    day = timezone.localdate() - timedelta(days=days_ago)
    words = actions.Told(domain=Domain.LIFE, told_on=day, text=text, change="Ik slaap.")
    return actions.tell(teller, by=by, told=words, sources=[], request_id=uuid4())


def chosen(story: Story, by: Person, *, panel: str = "mantelzorgers uit Oost") -> ChosenStory:
    today = timezone.localdate()
    return actions.choose_story(
        story,
        by=by,
        since=today - timedelta(days=90),
        until=today,
        panel=panel,
        reason="Rust is alles.",
        sources=[],
    )


def test_a_story_is_for_the_team_until_its_teller_agrees_and_then_as_far_as_they_allow(
    challenge: Challenge, teller: Teller, noor: Person
) -> None:
    story = told(teller, noor)
    assert list(stories_of(challenge, person=noor)) == [story]
    assert not stories_of(challenge, person=None)
    actions.agree(story, by=noor, version=1, how="voorgelezen")
    assert list(stories_of(challenge, person=None)) == [story]
    actions.renew_consent(teller, by=noor, consent=given(reach=Reach.TEAM))
    assert not stories_of(challenge, person=None)
    assert teller.consents.count() == 2


def test_who_does_not_work_on_the_challenge_reads_nothing_that_is_for_the_team(
    challenge: Challenge, noor: Person, client_of: ClientOf, make_person: MakePerson
) -> None:
    closed = actions.follow(challenge, by=noor, pseudonym="Specht", consent=given(reach=Reach.TEAM))
    story = told(closed, noor)
    actions.agree(story, by=noor, version=1)
    pick = chosen(story, noor)
    for client in (Client(), client_of(make_person(Role.CIVIL_SERVANT)), client_of(make_person(Role.RESIDENT))):
        assert client.get(story.get_absolute_url()).status_code == 404
        for page in ("/opgaven/thuis/verhalen/", "/opgaven/thuis/", "/opgaven/thuis/tijdlijn/"):
            seen = client.get(page).content.decode()
            assert "Specht" not in seen
            assert pick.reason not in seen
    assert not [row for table in tables() for row in table.rows(noor, challenge) if "Specht" in str(row)]
    paper = sentences_for(Section.MOVES, person=noor, challenge=challenge, since=None)
    assert not [one for one in paper if pick.reason in one.text]
    assert kinds()["story"].words is None


def test_one_story_after_the_other_makes_a_thread_and_a_panel_chooses_from_what_is_agreed(
    challenge: Challenge, teller: Teller, noor: Person
) -> None:
    first, second = told(teller, noor, "Ik lig wakker.", days_ago=60), told(teller, noor)
    with pytest.raises(PermissionDenied):
        chosen(second, noor)
    for story in (first, second):
        actions.agree(story, by=noor, version=1)
    pick = chosen(second, noor)
    assert (pick.considered, chosen(second, noor)) == (2, pick)
    assert told_and_chosen(challenge, person=None) == [(Domain.LIFE, 2, 1)]
    with pytest.raises(actions.AlreadyThereError):
        chosen(first, noor)
    laid = set(Link.objects.values_list("from_kind", "from_id", "to_kind", "to_id"))
    assert laid == {("story", first.pk, "story", second.pk), ("story", second.pk, "chosen-story", pick.pk)}
    assert "Rust is alles." in " ".join(
        one.text for one in sentences_for(Section.MOVES, person=noor, challenge=challenge, since=None)
    )


def test_when_a_teller_stops_everything_of_theirs_is_gone_everywhere(
    challenge: Challenge, teller: Teller, noor: Person
) -> None:
    story = told(teller, noor)
    actions.agree(story, by=noor, version=1)
    chosen(story, noor)
    actions.withdraw(teller, by=noor)
    for model in (Teller, Consent, Story, ChosenStory, Link):
        assert not model.objects.exists()
    kept = " ".join(f"{one.about} {one.why}" for one in JournalEntry.objects.all())
    assert WORDS not in kept
    assert "Merel" not in kept
    assert "Een verteller doet niet meer mee" in Client().get("/opgaven/thuis/tijdlijn/").content.decode()


def test_when_consent_is_over_nobody_reads_it_and_the_night_lets_it_go(
    challenge: Challenge, teller: Teller, noor: Person
) -> None:
    story = told(teller, noor)
    actions.agree(story, by=noor, version=1)
    Consent.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert not stories_of(challenge, person=noor)
    assert Client().get(teller.get_own_url()).status_code == 404
    with pytest.raises(PermissionDenied):
        told(teller, noor, "Nog iets.")
    keep_terms()
    assert not Teller.objects.exists()


def test_a_teller_reads_back_without_an_account_says_what_is_wrong_agrees_and_stops(
    challenge: Challenge, teller: Teller, noor: Person
) -> None:
    story, phone, here = told(teller, noor), Client(), teller.get_own_url()

    def send(step: str, **more: str) -> int:
        page = phone.get(here)
        forms = {one[0].pk: one[1] for one in page.context["stories"]}
        token = page.context["token"] if step == "weg" else forms[story.pk]
        number = {} if step == "weg" else {"verhaal": str(story.pk)}
        return phone.post(here, {"stap": step, "token": token, **number, **more}).status_code

    assert WORDS in phone.get(here).content.decode()
    assert not phone.get(here).cookies
    assert phone.post(here, {"stap": "klopt", "verhaal": story.pk, "token": "nagemaakt"}).status_code == 403
    assert send("klopt-niet", opmerking="Niet dinsdag maar woensdag.") == 303
    story.refresh_from_db()
    assert (story.state, story.remark) == (StoryState.WRONG, "Niet dinsdag maar woensdag.")
    assert any("niet klopt" in one.what for one in waiting_for(noor, challenge))
    stale = phone.get(here).context["stories"][0][1]
    better = actions.Told(domain=Domain.LIFE, told_on=story.told_on, text="Op woensdag.")
    actions.rewrite(story, by=noor, told=better, version=story.version)
    assert phone.post(here, {"stap": "klopt", "verhaal": story.pk, "token": stale}).status_code == 403
    assert send("klopt") == 303
    story.refresh_from_db()
    assert story.is_agreed
    with pytest.raises(actions.ChangedMeanwhileError):
        actions.rewrite(story, by=noor, told=better, version=story.version)
    assert send("weg") == 200
    assert not Teller.objects.exists()
    assert phone.get(here).status_code == 404


def test_two_who_rewrite_at_once_do_not_overwrite_one_another(teller: Teller, noor: Person) -> None:
    story = told(teller, noor)
    better = actions.Told(domain=Domain.LIFE, told_on=date(2026, 3, 1), text="Beter.")
    actions.rewrite(story, by=noor, told=better, version=1)
    with pytest.raises(actions.ChangedMeanwhileError):
        actions.rewrite(story, by=noor, told=better, version=1)


def test_following_telling_and_choosing_on_the_pages(
    challenge: Challenge, noor: Person, client_of: ClientOf
) -> None:
    client, today = client_of(noor), timezone.localdate()
    consent = {"purpose": "leren", "reach": "everyone", "until": today + timedelta(days=30), "how": "op papier"}
    old = consent | {"pseudonym": "Merel", "until": today - timedelta(days=1)}
    assert client.post("/opgaven/thuis/vertellers/nieuw/", old).status_code == 422
    page = client.post("/opgaven/thuis/vertellers/nieuw/", consent | {"pseudonym": "Merel"}).url
    assert client.post("/opgaven/thuis/vertellers/nieuw/", consent | {"pseudonym": "Merel"}).status_code == 422
    assert Teller.objects.get().code in client.get(page).content.decode()
    said = {"domain": "life", "told_on": today, "text": f"{WORDS}, zegt mevrouw De Wit.", "request_id": uuid4()}
    story = client.post(f"{page}verhaal/", said).url
    assert client.post(f"{page}verhaal/", said).url == story
    assert "te herkennen" in client.get(story).content.decode()
    assert client.post(f"{story}herschrijven/", said | {"text": WORDS, "version": 1}).url == story
    assert client.post(f"{story}klopt/", {"version": 2, "how": "voorgelezen"}).url == story
    table = f"/opgaven/thuis/verhalen/kiezen/?domain=life&since={today}&until={today}"
    assert WORDS in client.get(table).content.decode()
    pick = {"story": Story.objects.get().pk, "panel": "het panel", "reason": "Om de rust."}
    assert client.post(table, pick).status_code == 302
    for reader in (client, Client()):
        seen = reader.get("/opgaven/thuis/verhalen/").content.decode()
        assert "Om de rust." in seen
    assert "De meest betekenisvolle verandering" in Client().get("/opgaven/thuis/").content.decode()
    assert thing_of(Story.objects.get()).kind == "story"
    assert client.post(f"{page}weg/").url == "/opgaven/thuis/verhalen/"
    assert not Story.objects.exists()


def test_the_code_of_a_teller_stays_out_of_the_log(teller: Teller) -> None:
    told_of = without_secrets(None, "", {"event": f"Not Found: {teller.get_own_url()}nergens/"})
    assert told_of["event"] == "Not Found: /verhaal/***/nergens/"


def test_the_number_of_questions_does_not_grow_with_the_stories(
    challenge: Challenge, noor: Person, client_of: ClientOf
) -> None:
    client = client_of(noor)

    def grow(name: str) -> None:
        one = actions.follow(challenge, by=noor, pseudonym=name, consent=given())
        for text in ("eerst", "later"):
            actions.agree(told(one, noor, text), by=noor, version=1)
        chosen(one.stories.all()[0], noor, panel=name)

    def asked() -> list[int]:
        numbers = []
        for page in ("/opgaven/thuis/verhalen/", "/opgaven/thuis/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(page)
            numbers.append(len(queries))
        return numbers

    grow("a")
    asked()
    before = asked()
    for number in range(4):
        grow(str(number))
    assert asked() == before
