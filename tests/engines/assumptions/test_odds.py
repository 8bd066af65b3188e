"""The odds rule, against the presets of the reference and worked by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meervoud import assumptions
from meervoud.assumptions import Evidence, Finding, Judgement, Quality, confidence_line
from meervoud.errors import MethodError

REFERENCE = {
    Finding.STRAW_FOR: 1.5,
    Finding.STRAW_AGAINST: 1 / 1.5,
    Finding.HOOP_PASSED: 1.5,
    Finding.HOOP_MISSING: 1 / 10,
    Finding.GUN_FOUND: 10,
    Finding.GUN_MISSING: 1 / 1.5,
    Finding.DECISIVE_FOR: 20,
    Finding.DECISIVE_AGAINST: 1 / 20,
}


def seen(
    key: str, *findings: Finding, quality: Quality = Quality.CHECKED, source: str = "", judges: int = 2
) -> Evidence:
    """Evidence in which each judge found one of ``findings``, in turn."""
    return Evidence(
        key=key,
        source=source,
        judgements=tuple(
            Judgement(judge=str(number), finding=findings[number % len(findings)], quality=quality)
            for number in range(judges)
        ),
    )


@pytest.mark.parametrize("finding", Finding)
@pytest.mark.parametrize(("quality", "power"), [("hearsay", 0.25), ("seen", 0.5), ("checked", 1)])
@pytest.mark.parametrize("start", [0.3, 0.5, 0.7])
def test_each_preset_moves_the_odds_as_the_reference_says(
    finding: Finding, quality: str, power: float, start: float
) -> None:
    line = confidence_line(start, [seen("1", finding, quality=Quality(quality))])
    odds = start / (1 - start) * REFERENCE[finding] ** power
    assert line.now == pytest.approx(min(max(odds / (1 + odds), 0.02), 0.98), abs=1e-12)
    assert line.lowest == line.highest == line.now


def test_one_judge_moves_nothing_and_the_second_does() -> None:
    assert confidence_line(0.5, [seen("1", Finding.GUN_FOUND, judges=1)]).steps == ()
    assert len(confidence_line(0.5, [seen("1", Finding.GUN_FOUND)]).steps) == 1


def test_judges_who_differ_are_both_kept_and_the_middle_lies_between() -> None:
    line = confidence_line(0.5, [seen("1", Finding.STRAW_FOR, Finding.HOOP_MISSING)])
    odds = math.sqrt(1.5 / 10)
    assert line.now == pytest.approx(odds / (1 + odds))
    assert (line.lowest, line.highest) == (pytest.approx(1 / 11), pytest.approx(0.6))
    assert line.steps[0].judges_differ


def test_of_one_source_only_the_strongest_counts_in_full() -> None:
    straw, gun = (
        seen("1", Finding.STRAW_FOR, source="the survey"),
        seen("2", Finding.GUN_FOUND, source="the survey"),
    )
    expected = 10 * 1.5**0.25
    for order in ([straw, gun], [gun, straw]):
        line = confidence_line(0.5, order)
        assert line.now == pytest.approx(expected / (1 + expected))
        assert line.steps[1].is_correlated == (order[1] is straw)
    assert confidence_line(0.5, [straw, gun]).steps[0].confidence == pytest.approx(0.6), "as one knew it then"


def test_hearsay_from_a_source_that_spoke_before_is_not_lifted_and_no_source_is_no_bond() -> None:
    hearsay = [seen(key, Finding.HOOP_MISSING, quality=Quality.HEARSAY, source="a") for key in "12"]
    apart = [seen(key, Finding.HOOP_MISSING, quality=Quality.HEARSAY) for key in "12"]
    assert confidence_line(0.5, hearsay).now == confidence_line(0.5, apart).now
    in_full = confidence_line(0.5, [seen(key, Finding.STRAW_FOR) for key in "12"])
    assert in_full.now == pytest.approx(2.25 / 3.25)


def test_what_is_nearly_sure_can_still_be_moved() -> None:
    sure = [seen(str(number), Finding.DECISIVE_FOR) for number in range(9)]
    assert confidence_line(0.5, sure).now == 0.98
    doubted = confidence_line(0.5, [*sure, seen("no", Finding.DECISIVE_AGAINST)])
    assert doubted.now == pytest.approx(49 / 20 / (1 + 49 / 20))


PIECES = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(Finding), st.sampled_from(Quality)), max_size=4),
        st.sampled_from(["", "a", "b"]),
    ),
    max_size=8,
)


@settings(max_examples=50)
@given(PIECES, st.floats(0, 1))
def test_confidence_stays_within_its_bounds_and_between_its_judges(pieces: list, start: float) -> None:  # type: ignore[type-arg]
    evidence = [
        Evidence(
            key=str(number),
            source=source,
            judgements=tuple(Judgement(judge=str(j), finding=f, quality=q) for j, (f, q) in enumerate(judged)),
        )
        for number, (judged, source) in enumerate(pieces)
    ]
    line = confidence_line(start, evidence)
    assert [step.key for step in line.steps] == [one.key for one in evidence if len(one.judgements) >= 2]
    for step in line.steps:
        assert 0.02 <= step.lowest <= step.confidence + 1e-12
        assert step.confidence <= step.highest + 1e-12
        assert step.highest <= 0.98
    for number in range(len(evidence)):
        earlier = confidence_line(start, evidence[:number]).steps
        assert line.steps[: len(earlier)] == earlier, "what comes later does not change what was known then"


@pytest.mark.parametrize("start", [-0.1, 1.1, math.nan, math.inf])
def test_a_confidence_that_cannot_be_is_refused(start: float) -> None:
    with pytest.raises(MethodError) as error:
        confidence_line(start, [])
    assert error.value.code == "bad-confidence"


def test_the_same_evidence_twice_the_same_judge_twice_and_unknown_words_are_refused() -> None:
    with pytest.raises(MethodError, match="its own key") as twice:
        confidence_line(0.5, [seen("1", Finding.STRAW_FOR), seen("1", Finding.STRAW_FOR)])
    assert twice.value.code == "duplicate-id"
    one = Judgement(judge="A", finding="gun-found", quality="seen")
    with pytest.raises(MethodError, match="judges a piece of evidence once"):
        Evidence(key="1", judgements=(one, one))
    with pytest.raises(MethodError, match="a finding is one of straw-for"):
        Judgement(judge="A", finding="proof", quality="seen")


def test_the_words_begin_where_they_should() -> None:
    told = [assumptions.word_for(confidence) for confidence in (0.2999, 0.1 + 0.2, 0.4499, 0.45, 0.6499, 0.85)]
    assert told == ["broken", "shaky", "shaky", "open", "open", "firm"]
