"""What gives somebody away in a statement is seen, and what does not is left alone."""

from __future__ import annotations

import time

import pytest
from tests.web.rounds.personal_corpus import GIVES_AWAY, GIVES_NOTHING_AWAY

from meervoud_web.rounds.dutch.personal import find_personal


def kinds(text: str) -> set[str]:
    return {one.kind.value for one in find_personal(text)}


def test_nine_of_ten_things_that_give_somebody_away_are_seen_and_nine_of_ten_warnings_are_right() -> None:
    expected = GIVES_AWAY | {text: set() for text in GIVES_NOTHING_AWAY}
    right = wrong = missed = 0
    report = []
    for text, truth in expected.items():
        found = kinds(text)
        right += len(found & truth)
        wrong += len(found - truth)
        missed += len(truth - found)
        if found != truth:
            report.append(f"{text} {sorted(found)} instead of {sorted(truth)}")
    precision, recall = right / (right + wrong), right / (right + missed)
    assert precision >= 0.9, (precision, report)
    assert recall >= 0.9, (recall, report)


@pytest.mark.parametrize("text", GIVES_NOTHING_AWAY)
def test_an_ordinary_opinion_gets_no_warning(text: str) -> None:
    assert find_personal(text) == []


@pytest.mark.parametrize(("number", "is_one"), [("111222333", True), ("111222334", False), ("000000000", False)])
def test_nine_digits_are_a_bsn_only_when_they_pass_the_elfproef(number: str, is_one: bool) -> None:
    assert ("bsn" in kinds(f"Het nummer is {number} geloof ik")) == is_one


def test_an_account_number_with_a_wrong_check_digit_is_none() -> None:
    assert "iban" in kinds("Het is NL91 ABNA 0417 1643 00")
    assert "iban" not in kinds("Het is NL92 ABNA 0417 1643 00")


def test_what_was_found_is_said_with_its_place() -> None:
    text = "Bel Kees Bakker op 06-87654321."
    assert [text[one.start : one.end] for one in find_personal(text)] == ["Kees Bakker", "06-87654321"]


def test_letters_of_other_scripts_and_emoji_do_no_harm() -> None:
    assert find_personal("أريد حديقة 🌳 للأطفال") == []


@pytest.mark.parametrize("text", ["a" * 200, "0 " * 100, "A.b-" * 50, "Van de " * 28, "1-" * 100, "a@" * 100])
def test_no_text_makes_it_slow(text: str) -> None:
    begun = time.process_time()
    find_personal(text)
    assert time.process_time() - begun < 0.5
