"""What the pages say is what was computed: no surer."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import translation

from meervoud_web.conversations.models import Assurance
from meervoud_web.conversations.queries.points import section_of, sections_of
from meervoud_web.conversations.queries.refusals import SENTENCES, refusal_sentence
from meervoud_web.conversations.queries.result import group_names, view_of
from meervoud_web.conversations.queries.wording import assurance_sentence, between, verdict_of
from tests.web.conversations.landscapes import by_hand

TEXTS = {"1": "Buren helpen elkaar", "2": "De gemeente betaalt", "3": "Ik heb niemand"}


@pytest.fixture(autouse=True)
def _dutch() -> object:
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("verdict", "sizes", "headline"),
    [
        ("groups", {"a": 50, "b": 50}, "Er zijn twee groepen"),
        ("groups", {"a": 100}, "Er is één groep"),
        ("spectrum", {}, "Mensen verschillen geleidelijk"),
        ("none", {}, "Er zijn geen duidelijke groepen"),
        (None, {}, "We kunnen niet zeggen of er groepen zijn"),
        (None, {"a": 50, "b": 50}, "We kunnen niet zeggen of er groepen zijn"),
    ],
)
def test_the_headline_says_the_verdict_and_nothing_more(
    verdict: str | None, sizes: dict[str, int], headline: str
) -> None:
    assert verdict_of(by_hand(verdict=verdict, sizes=sizes)).headline == headline


@pytest.mark.parametrize(("certainty", "word"), [(0.97, "is zeker"), (0.8, "vrij zeker"), (0.4, "onzeker")])
def test_the_number_of_groups_is_called_no_surer_than_it_is(certainty: float, word: str) -> None:
    sentences = " ".join(verdict_of(by_hand(k_certainty=certainty)).sentences)
    assert word in sentences
    assert f"{round(certainty * 100)} van de 100" in sentences


def test_without_resamples_nothing_is_said_of_certainty() -> None:
    assert "herhalingen" not in " ".join(verdict_of(by_hand(k_certainty=None)).sentences)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.714, 0.826, "tussen 71 en 83 van de 100 mensen"),
        (0.71, 0.83, "tussen 71 en 83 van de 100 mensen"),
        (-0.1, 1.2, "tussen 0 en 100 van de 100 mensen"),
        (1.0, 1.0, "100 van de 100 mensen"),
    ],
)
def test_an_interval_is_rounded_outwards(low: float, high: float, words: str) -> None:
    assert between(low, high) == words


def test_a_spectrum_and_no_groups_show_only_what_is_shared() -> None:
    for verdict in ("spectrum", "none"):
        result = by_hand(verdict=verdict, sizes={})
        assert [section.key for section in sections_of(result, names={}, texts=TEXTS)] == ["shared"]


def test_every_point_says_who_and_how_many() -> None:
    result = by_hand()
    names = group_names(result, {"a": "Samen regelen"})
    told = {one.key: one.points[0].sentence for one in sections_of(result, names=names, texts=TEXTS)}
    assert told["shared"].startswith("In elke groep zijn tussen")
    assert told["divides"].startswith(
        "Bij “Samen regelen” zijn tussen 94 en 100 van de 100 mensen het eens, bij “Groep B”"
    )
    assert "Groep C" in told["minority"]
    assert "Ongeveer 40 reacties" in told["undecided"]


def test_what_may_carry_too_little_is_not_shared() -> None:
    result = by_hand()
    result = replace(result, bridges=(replace(result.bridges[0], low=0.6),))
    told = {one.key: one for one in sections_of(result, names=group_names(result, {}), texts=TEXTS)}
    assert told["shared"].total == 0


def test_the_page_lists_what_the_engine_names_in_its_order_and_nothing_else() -> None:
    result = by_hand()
    twice = replace(
        result,
        divides=(*result.divides, replace(result.divides[0], statement="1")),
        minority_voices=(*result.minority_voices, replace(result.minority_voices[0], statement="2", others=0.45)),
        undecided=(replace(result.undecided[0], statement="3"), *result.undecided),
    )
    told = {one.key: one for one in sections_of(twice, names=group_names(twice, {}), texts=TEXTS)}
    for key, listed in (
        ("divides", twice.divides),
        ("minority", twice.minority_voices),
        ("undecided", twice.undecided),
    ):
        assert [point.statement for point in told[key].points] == [one.statement for one in listed]


def test_what_seems_to_differ_by_itself_is_not_said_to_need_one_more_reaction() -> None:
    result = by_hand()
    likely = replace(result, undecided=(replace(result.undecided[0], low=0.02, votes_needed=1),))
    told = {one.key: one for one in sections_of(likely, names=group_names(likely, {}), texts=TEXTS)}
    sentence = told["undecided"].points[0].sentence
    assert "kan nog toeval zijn" in sentence
    assert "reactie" not in sentence


def test_a_list_goes_on_where_its_page_ends() -> None:
    result = by_hand()
    names = group_names(result, {})
    page = section_of(result, "divides", names=names, texts=TEXTS, first=0, most=20)
    assert page is not None
    assert (len(page.points), page.total, page.rest) == (1, 1, 0)
    assert section_of(result, "unknown", names=names, texts=TEXTS, first=0, most=20) is None


def test_a_statement_of_anyone_is_never_read_as_markup() -> None:
    result = by_hand()
    evil = '<script>alert(1)</script>"&'
    names = dict.fromkeys("abc", evil)
    for section in sections_of(result, names=names, texts=dict.fromkeys("123", evil)):
        for point in section.points:
            assert "<script" not in point.picture


def test_sizes_out_of_a_hundred_add_up() -> None:
    view = view_of(by_hand(sizes={"a": 50, "b": 31, "c": 19}), texts=TEXTS, given_names={})
    assert sum(group.of_hundred for group in view.groups) == 100


@pytest.mark.parametrize("level", list(Assurance))
def test_every_level_of_assurance_has_its_own_honest_sentence(level: Assurance) -> None:
    assert len({assurance_sentence(one) for one in Assurance}) == len(Assurance)
    assert assurance_sentence(level).endswith(".")


def test_every_refusal_of_the_engine_can_be_said_in_dutch() -> None:

    import meervoud.landscape

    source = Path(meervoud.landscape.__file__).parent
    codes = set()
    for name in ("plain_csv", "polis_export", "reading", "tables"):
        text = (source / f"{name}.py").read_text()
        codes |= set(re.findall(r'code="([a-z0-9-]+)"', text)) | set(
            re.findall(r'ValueError\(\s*"([a-z0-9-]+)"', text)
        )
    assert codes - {"not-found"} <= set(SENTENCES)


def test_a_refusal_names_the_place_in_one_sentence() -> None:
    told = refusal_sentence("bad-vote", {"file": "x.csv", "row": 7, "column": "vote", "value": "9"})
    assert told == (
        "x.csv, rij 7, kolom vote, daar staat “9”: "
        "een reactie moet 1, 0 of -1 zijn, of eens, weet ik niet of oneens."
    )
    assert refusal_sentence("never-heard-of", {}) == "Dit bestand kunnen we niet lezen."
