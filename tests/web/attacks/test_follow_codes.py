"""Nobody finds another's statements by trying codes: not from one place, not from many."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from meervoud_web.people.actions.attempts import Limit, address_of, wider
from meervoud_web.people.models import LoginAttempt
from meervoud_web.rounds.actions import follow
from meervoud_web.rounds.codes import device_follow_code
from tests.web.rounds.making import device_client, open_round

pytestmark = pytest.mark.django_db


def tries(addresses: Iterator[str] | list[str], *, code: str = "BCDFG-BCDFG") -> list[int]:
    client = Client()
    return [client.get(f"/volg/{code}/", REMOTE_ADDR=address).status_code for address in addresses]


def test_one_network_tries_no_more_than_a_network_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MOST_PER_ADDRESS", 4)
    monkeypatch.setattr(follow, "MOST_PER_NETWORK", 12)
    assert tries(["2001:db8:1:1::1"] * 6).count(404) == 4
    hopping = [f"2001:db8:1:{number:x}::{number:x}" for number in range(2, 30)]
    assert tries(hopping).count(404) == 12 - 4
    assert tries(["2001:db8:2::1"]) == [404]  # the neighbours notice nothing
    assert tries([f"198.51.100.{number}" for number in range(30)]).count(404) == 12
    assert tries(["203.0.113.1"]) == [404]


def test_from_everywhere_together_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MOST_AT_ALL", 20)
    found = tries([f"2001:db8:{number:x}::1" for number in range(15)] + [f"203.0.{n}.1" for n in range(15)])
    assert found.count(404) == 20
    assert found[20:] == [429] * 10


def test_the_ceiling_holds_at_its_own_height() -> None:
    key = Limit("follow-code", "everywhere", follow.MOST_AT_ALL).key
    LoginAttempt.objects.bulk_create(LoginAttempt(key=key, at=timezone.now()) for _ in range(follow.MOST_AT_ALL))
    assert tries(["203.0.113.9"]) == [429]


def test_a_good_code_takes_nothing_of_what_others_may_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MOST_AT_ALL", 3)
    round_ = open_round()
    mine = device_follow_code(device_client(round_).device, round_id=round_.pk)  # type: ignore[attr-defined]
    assert tries(["203.0.113.9"] * 8, code=mine) == [200] * 8


def test_everybody_behind_a_server_that_listens_on_both_is_not_one() -> None:
    def seen(address: str) -> str:
        return address_of(RequestFactory().get("/", REMOTE_ADDR=address))

    assert seen("::ffff:198.51.100.7") == "198.51.100.7"
    assert seen("2001:db8:1:2::5") == "2001:db8:1:2::/64"
    assert wider(seen("2001:db8:1:2::5")) == "2001:db8:1::/48"
    assert wider(seen("198.51.100.7")) == "198.51.100.0/24"
    assert seen("geen adres") == wider("") == ""
