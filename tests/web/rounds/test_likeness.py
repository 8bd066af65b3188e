"""Statements that say the same are shown together; those that only share a topic are not."""

from __future__ import annotations

import pytest

from meervoud_web.dutch.likeness import like, likeness

SAME = [
    ("Buren helpen elkaar hier genoeg.", "Buren helpen elkaar hier al genoeg"),
    ("De gemeente doet te weinig voor mantelzorgers.", "De gemeente doet veel te weinig voor de mantelzorger"),
    ("Er moeten meer bankjes in het park.", "Meer bankjes in het park!"),
    ("De bus moet ook 's avonds rijden.", "Ik vind dat de bus 's avonds moet blijven rijden"),
    ("Jongeren hebben geen plek om samen te komen.", "Er is voor jongeren geen plek om samen te komen"),
    ("Ik wil eerder weten wat de gemeente van plan is.", "De gemeente moet eerder zeggen wat zij van plan is"),
    ("Digitaal regelen is te moeilijk voor ouderen.", "Voor ouderen is alles digitaal regelen te moeilijk."),
    ("De huur is te hoog.", "De huren zijn te hoog"),
]
OTHER = [
    ("Buren helpen elkaar hier genoeg.", "De bus moet ook 's avonds rijden."),
    ("De gemeente doet te weinig voor mantelzorgers.", "De gemeente moet de stoep beter schoonmaken."),
    ("Er moeten meer bankjes in het park.", "Het park moet 's nachts dicht."),
    ("Jongeren hebben geen plek om samen te komen.", "Ouderen hebben te weinig hulp in huis."),
    ("De huur is te hoog.", "De zorg is te duur."),
    ("Ik red het zelf.", "Ik wil hier niet weg."),
    ("Digitaal regelen is te moeilijk voor ouderen.", "Ouderen moeten langer thuis kunnen wonen."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_say_the_same_are_alike(one: str, other: str) -> None:
    assert like(one, {1: other}) == [1], likeness(one, other)
    assert like(other, {1: one}) == [1], likeness(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_opinions_on_one_topic_are_not_alike(one: str, other: str) -> None:
    assert like(one, {1: other}) == [], likeness(one, other)


def test_the_likest_come_first_and_no_more_than_asked() -> None:
    others = {key: text for key, (text, _) in enumerate(SAME)} | {99: "De huur is veel te hoog"}
    assert like("De huur is te hoog!", others, most=2) == [7, 99]


def test_what_has_no_letters_is_like_itself_only() -> None:
    assert likeness("🌳🌳", "De huur is te hoog") < 0.5
