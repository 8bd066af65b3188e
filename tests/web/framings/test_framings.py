"""An actor's own framing: who writes it, who stands behind it, and who may read it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from meervoud_web.challenges.models import JournalEntry, Link
from meervoud_web.challenges.providers import waiting_for
from meervoud_web.challenges.queries import journal_for, lines
from meervoud_web.challenges.things import thing_of
from meervoud_web.framings import actions
from meervoud_web.framings.models import Framing, FramingVersion
from tests.web.conftest import ClientOf
from tests.web.framings.conftest import WORDS, Scene

pytestmark = pytest.mark.django_db

FILLED = {
    "actor": "Mantelzorgers",
    "problem": "Wij raken op.",
    "request_id": "0b2f1e9c-2a52-4f43-8c53-0d4f6f1a2b11",
}


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_who_has_a_part_writes_their_own_framing_once_and_everybody_reads_it(
    scene: Scene, client_of: ClientOf, client: Client
) -> None:
    partner = client_of(scene.partner)
    for _time in range(2):
        assert partner.post(f"{scene.here}kijken/nieuw/", FILLED).status_code == 302
    framing = Framing.objects.get()
    assert framing.holder == scene.partner
    assert framing.versions.get().is_shown
    assert "Wij raken op." in page(client, f"{scene.here}kijken/")


def test_what_is_written_on_behalf_is_not_public_until_the_actor_confirms_it(
    scene: Scene, client_of: ClientOf, client: Client
) -> None:
    framing = scene.written(by=scene.manager, holder=scene.partner)
    address = framing.get_absolute_url()
    assert client.get(address).status_code == client_of(scene.stranger).get(address).status_code == 404
    for reader in (scene.here, f"{scene.here}kijken/", f"{scene.here}tijdlijn/"):
        assert "De Merel" not in page(client, reader)
    assert "nog niet bevestigd" in page(client_of(scene.manager), f"{scene.here}kijken/")
    assert [one.address for one in waiting_for(scene.partner, scene.challenge)] == [f"{address}#versie-1"]
    partner = client_of(scene.partner)
    assert partner.post(f"{address}antwoord/", {"number": 1, "answer": "yes"}).status_code == 302
    assert "Wij komen handen tekort." in page(client, f"{scene.here}kijken/")
    assert not waiting_for(scene.partner, scene.challenge)


def test_a_contest_stands_beside_the_text_and_takes_it_from_the_public(
    scene: Scene, client_of: ClientOf, client: Client
) -> None:
    framing = scene.written(by=scene.manager, holder=scene.partner)
    actions.confirm(framing, by=scene.partner, number=1)
    partner = client_of(scene.partner)
    answer = {"number": 1, "answer": "no", "what": ""}
    assert (
        "Schrijf op wat er niet klopt"
        in partner.post(f"{framing.get_absolute_url()}antwoord/", answer).content.decode()
    )
    partner.post(f"{framing.get_absolute_url()}antwoord/", answer | {"what": "Het gaat niet om papier."})
    assert "Het gaat niet om papier." in page(client_of(scene.manager), f"{scene.here}kijken/")
    assert "De Merel" not in page(client, f"{scene.here}kijken/")
    assert "betwist" in waiting_for(scene.manager, scene.challenge)[0].what
    assert not lines(journal_for(scene.challenge, person=None), person=None)


def test_a_new_version_on_behalf_leaves_the_confirmed_one_before_the_public(scene: Scene, client: Client) -> None:
    framing = scene.written(by=scene.partner, holder=scene.partner)
    source = thing_of(framing.versions.get())
    words = actions.FramingWords(problem="Er zijn te weinig handen.")
    new = actions.rewrite(
        framing, by=scene.manager, words=words, reason="Na een gesprek", sources=[source], number=1
    )
    assert Link.objects.get().to_id == new.pk
    public = page(client, framing.get_absolute_url())
    assert "Wij komen handen tekort." in public
    assert "te weinig handen" not in public
    with pytest.raises(actions.RewrittenMeanwhileError):
        actions.confirm(framing, by=scene.partner, number=1)
    actions.confirm(framing, by=scene.partner, number=2)
    assert "te weinig handen" in page(client, framing.get_absolute_url())
    assert FramingVersion.objects.filter(is_shown=True).count() == 1


def test_an_actor_for_whom_nobody_spoke_gets_somebody_once_and_never_who_wrote_it(
    scene: Scene, client_of: ClientOf
) -> None:
    framing = scene.written(by=scene.manager, holder=None)
    address = f"{framing.get_absolute_url()}spreker/"
    manager = client_of(scene.manager)
    for chosen in (scene.manager, scene.stranger, scene.partner):
        assert manager.post(address, {"holder": chosen.pk}).status_code == 302
    framing.refresh_from_db()
    assert framing.holder == scene.partner
    assert waiting_for(scene.partner, scene.challenge)
    with pytest.raises(PermissionDenied):
        actions.let_speak(framing, by=scene.manager, holder=scene.manager)


def test_of_two_who_write_at_once_the_second_loses_nothing(scene: Scene, client_of: ClientOf) -> None:
    framing = scene.written(by=scene.partner, holder=scene.partner)
    manager, given = client_of(scene.manager), {"problem": "A", "reason": "B", "number": 1}
    assert manager.post(f"{framing.get_absolute_url()}herschrijven/", given).status_code == 302
    second = manager.post(f"{framing.get_absolute_url()}herschrijven/", given | {"problem": "Mijn tekst"})
    assert "Mijn tekst" in second.content.decode()
    assert "nog niet bewaard" in second.content.decode()
    assert framing.versions.count() == 2


def test_nobody_speaks_for_an_actor_that_is_not_theirs(scene: Scene) -> None:
    framing = scene.written(by=scene.manager, holder=scene.partner)
    with pytest.raises(PermissionDenied):
        actions.confirm(framing, by=scene.manager, number=1)
    with pytest.raises(PermissionDenied):
        scene.written(by=scene.partner, holder=scene.manager, actor="De gemeente")
    with pytest.raises(PermissionDenied):
        scene.written(by=scene.stranger, holder=scene.stranger, actor="Ik")
    with pytest.raises(actions.ActorTakenError):
        scene.written(by=scene.partner, holder=scene.partner, actor="de merel")


def test_the_page_beside_one_another_asks_as_little_for_eight_framings(
    scene: Scene, client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(8):
        scene.written(by=scene.manager, holder=scene.manager, actor=f"Actor {number}")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        shown = page(client, f"{scene.here}kijken/")
    assert shown.count('class="side"') == 8
    assert "<h1>8 kanten van Samen</h1>" in shown
    assert JournalEntry.objects.filter(verb="framing-written").count() == 8


def test_hostile_words_are_words(scene: Scene, client: Client) -> None:
    words = actions.FramingWords(**{**vars(WORDS), "problem": "<script>alert(1)</script>"})
    framing = scene.written(by=scene.partner, holder=scene.partner)
    actions.rewrite(framing, by=scene.partner, words=words, reason="<b>x</b>", sources=(), number=1)
    shown = page(client, framing.get_absolute_url()) + page(client, f"{scene.here}kijken/")
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown
