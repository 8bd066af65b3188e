"""The role of the government: each says what they want, and the difference shows."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from meervoud_web.framings import actions
from meervoud_web.framings.models import LadderPosition, View
from tests.web.conftest import ClientOf
from tests.web.framings.conftest import Scene

pytestmark = pytest.mark.django_db


def test_a_mismatch_shows_in_the_picture_and_in_the_table(
    scene: Scene, client_of: ClientOf, client: Client
) -> None:
    framing = scene.written(by=scene.partner, holder=scene.partner)
    manager, partner = client_of(scene.manager), client_of(scene.partner)
    asked = manager.post(f"{scene.here}rol-van-de-overheid/nieuw/", {"about": "het netwerk"})
    place = asked["Location"]
    said = {"since": "2025-01-01", "why": "Daarom", "request_id": str(uuid4())}
    assert manager.post(place, said | {"of": "actual", "rung": 4}).status_code == 302
    wish = said | {"of": str(framing.pk), "rung": 2, "request_id": str(uuid4())}
    for _time in range(2):
        assert partner.post(place, wish).status_code == 302
    assert LadderPosition.objects.count() == 2
    page = client.get(f"{scene.here}rol-van-de-overheid/").content.decode()
    assert "2 treden minder overheid" in page
    assert page.count("ladder-gap") == 1
    for cell in ("<td>1 januari 2025</td>", "<td>regisseren</td>", "<td>faciliteren</td>"):
        assert cell in page


def test_nobody_says_what_another_wants(scene: Scene, client_of: ClientOf) -> None:
    framing = scene.written(by=scene.partner, holder=scene.partner)
    topic = actions.ask_role(scene.challenge, by=scene.manager, about="het netwerk", sources=())
    given = {"rung": 1, "since": date(2025, 1, 1), "why": "x", "request_id": uuid4()}
    with pytest.raises(PermissionDenied):
        actions.want(topic, by=scene.manager, framing=framing, **given)  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        actions.place(topic, by=scene.partner, view=View.ACTUAL, **given)  # type: ignore[arg-type]
    with pytest.raises(actions.TopicTakenError):
        actions.ask_role(scene.challenge, by=scene.manager, about="Het netwerk", sources=())


def test_what_an_actor_wants_is_read_by_who_may_read_their_framing(scene: Scene, client: Client) -> None:
    framing = scene.written(by=scene.partner, holder=scene.partner)
    topic = actions.ask_role(scene.challenge, by=scene.manager, about="het netwerk", sources=())
    actions.want(
        topic,
        by=scene.partner,
        framing=framing,
        rung=1,
        since=date(2025, 1, 1),
        why="Laat ons",
        request_id=uuid4(),
    )
    assert "Laat ons" in client.get(f"{scene.here}rol-van-de-overheid/").content.decode()
    actions.contest(framing, by=scene.partner, number=1, what="Zo zeggen wij het niet")
    for address in ("rol-van-de-overheid/", "tijdlijn/"):
        assert "Laat ons" not in client.get(f"{scene.here}{address}").content.decode()
