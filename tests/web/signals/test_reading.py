"""The weekly reading: two clicks and a reason, kept for ever; and what others get to see of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from meervoud_web.challenges.models import Involvement, JournalEntry, Link, Part
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.people.actions.keep_terms import keep_terms
from meervoud_web.people.models import Person, Role
from meervoud_web.signals import actions
from meervoud_web.signals.actions.read import Found
from meervoud_web.signals.models import Signal, Verdict
from meervoud_web.signals.queries.register import in_order, to_read
from meervoud_web.signals.queries.seen import readings_seen_by, signals_of
from tests.web.conftest import ClientOf, MakePerson
from tests.web.signals.making import a_challenge, a_signal

pytestmark = pytest.mark.django_db

TWO_CLICKS = {"nummer": 1, "reden": "again", "oordeel": "act", "vreemd": 3, "groot": 3}
"""What the form holds when somebody opens it, chooses a reason and presses a verdict."""


def read(signal: Signal, by: Person, verdict: Verdict = Verdict.WATCH, **more: Any) -> None:
    number = signal.readings.count() + 1
    actions.read_signal(signal, by=by, verdict=verdict, why="Dit is nieuw.", number=number, sources=(), **more)


def found(**more: Any) -> Found:
    return Found(**{"impact": 3, "strangeness": 3} | more)


def days_ago(days: int) -> Any:
    return timezone.now() - timedelta(days=days)


def test_a_signal_is_read_by_two_clicks_and_the_queue_goes_on(administrator: Person, client_of: ClientOf) -> None:
    client, signal = client_of(administrator), a_signal()
    address = f"{a_challenge().get_absolute_url()}signalen/"
    assert signal.seen in client.get(f"{address}lezen/").content.decode()
    page = client.post(f"{address}{signal.pk}/lezen/", TWO_CLICKS, follow=True).content.decode()
    assert "Alles is gelezen" in page
    signal.refresh_from_db()
    reading = signal.readings.get()
    assert (signal.verdict, reading.why) == ("act", "Wij horen het vaker.")
    assert signal.next_look_on == timezone.localdate() + timedelta(days=7)
    entry = JournalEntry.objects.get(verb="signal-read-act")
    assert (entry.thing_kind, entry.why, entry.about) == ("reading", "Wij horen het vaker.", "")
    link = Link.objects.get(to_kind="reading", to_id=reading.pk)
    assert (link.from_kind, link.from_id) == ("signal", signal.pk)


@pytest.mark.parametrize(
    "changed", [{"oordeel": "weg"}, {"reden": ""}, {"reden": "own"}, {"vreemd": 6}, {"kijken": "ooit"}]
)
def test_a_reading_without_a_reason_or_a_verdict_changes_nothing(
    administrator: Person, client_of: ClientOf, changed: dict[str, Any]
) -> None:
    signal = a_signal()
    answer = client_of(administrator).post(f"{signal.get_absolute_url()}lezen/", TWO_CLICKS | changed)
    assert answer.status_code == 422
    assert not signal.readings.exists()


def test_of_two_who_read_at_once_one_hears_of_the_other(administrator: Person, client_of: ClientOf) -> None:
    signal, client = a_signal(), client_of(administrator)
    read(signal, administrator)
    page = client.post(f"{signal.get_absolute_url()}lezen/", TWO_CLICKS, follow=True).content.decode()
    assert "Iemand anders las dit signaal net." in page
    assert signal.readings.get().verdict == "watch"
    read(signal, administrator, Verdict.LEARN)
    assert [one.verdict for one in signal.readings.all()] == ["learn", "watch"]


def test_the_third_of_its_kind_is_noticed_with_the_words_that_say_so(
    administrator: Person, client_of: ClientOf
) -> None:
    a_signal("De dagbesteding zit half leeg.", at=days_ago(9))
    a_signal("Deelnemers komen niet meer naar de dagbesteding.", at=days_ago(8))
    a_signal("De dagbesteding is dicht.", at=days_ago(500))
    third = a_signal("Waarom is de dagbesteding zo leeg?")
    page = client_of(administrator).get(f"{third.get_absolute_url()}lezen/").content.decode()
    assert "Derde zoals deze" in page
    assert "dagbesteding" in page.split("Gedeelde woorden:")[1][:80]


def test_what_others_saw_too_comes_first_and_signals_never_hang_in_a_chain(administrator: Person) -> None:
    first, second, third = (a_signal(place=place, at=days_ago(3)) for place in ("Oost", "West", "West"))
    alone = a_signal("Iets anders.", at=days_ago(1))
    for signal, joined in ((second, first), (third, second), (first, third), (alone, None)):
        signal.refresh_from_db()
        if joined is not None:
            joined.refresh_from_db()
        read(signal, administrator, found=found(impact=4, belongs_to=joined))
    lines = in_order(signals_of(a_challenge(), person=administrator))
    assert [(line.signal.pk, line.confirmations) for line in lines] == [(first.pk, 1), (alone.pk, 0)]
    assert not Signal.objects.exclude(belongs_to=None).exclude(belongs_to=first).exists()


def test_a_day_that_was_named_brings_a_signal_back_and_a_week_unread_is_late(administrator: Person) -> None:
    challenge, signal = a_challenge(), a_signal(at=days_ago(8))
    (waits,) = waiting_for(administrator, challenge)
    assert (waits.is_late, waits.since) == (True, signal.reported_at)
    read(signal, administrator, found=found(next_look_on=timezone.localdate()))
    assert waiting_for(administrator, challenge) == []
    assert list(to_read(challenge)) == [signal]


def test_signals_are_private_to_who_works_on_the_challenge_until_one_is_shown(
    administrator: Person, make_person: MakePerson, client: Client, client_of: ClientOf
) -> None:
    challenge, signal = a_challenge(), a_signal("Mevrouw De Wit vroeg om hulp.")
    colleague, worker = make_person(Role.CIVIL_SERVANT), make_person(Role.CIVIL_SERVANT)
    Involvement.objects.create(person=worker, challenge=challenge, role=Part.TEAM_MEMBER)
    read(signal, worker)
    with pytest.raises(PermissionDenied):
        read(signal, colleague)
    seen = [list(signals_of(challenge, person=one)) for one in (None, colleague, worker)]
    assert seen == [[], [], [signal]]
    assert not readings_seen_by(colleague, signal.readings.all()).exists()
    for page in ("", "signalen/", "tijdlijn/"):
        assert "De Wit" not in client_of(colleague).get(challenge.get_absolute_url() + page).content.decode()
    actions.show_signal(signal, by=worker, shown_as="Mensen vragen in de winkel om hulp.")
    for page in (f"signalen/{signal.pk}/", "signalen/", "tijdlijn/", ""):
        text = client.get(challenge.get_absolute_url() + page).content.decode()
        assert "Mensen vragen in de winkel om hulp." in text
        assert "De Wit" not in text
        assert "Dit is nieuw." not in text
    actions.hide_signal(signal, by=worker)
    assert client.get(signal.get_absolute_url()).status_code == 404


def test_a_name_is_warned_of_before_everyone_reads_it(administrator: Person, client_of: ClientOf) -> None:
    signal, client = a_signal("Mevrouw De Wit vroeg om hulp."), client_of(administrator)
    address = f"{signal.get_absolute_url()}laten-zien/"
    page = client.post(address, {"woorden": signal.seen}).content.decode()
    assert "een naam" in page
    signal.refresh_from_db()
    assert not signal.is_shown


def test_noise_goes_after_a_year_and_everything_else_stays(administrator: Person) -> None:
    noise, watched, late = (a_signal(at=days_ago(days)) for days in (400, 400, 300))
    for signal, verdict in ((noise, Verdict.NOISE), (watched, Verdict.WATCH), (late, Verdict.NOISE)):
        read(signal, administrator, verdict)
    keep_terms()
    assert set(Signal.objects.all()) == {watched, late}


def test_the_register_asks_as_little_with_many_signals(
    administrator: Person, client_of: ClientOf, django_assert_max_num_queries: Any
) -> None:
    client = client_of(administrator)
    for number in range(12):
        read(a_signal(f"Signaal nummer {number}."), administrator)
    client.get(a_challenge().get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(f"{a_challenge().get_absolute_url()}signalen/")
