"""What gives somebody away in a statement is seen, and what does not is left alone."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest

from meervoud_web.dutch.personal import find_personal
from tests.web.rounds.personal_corpus import (
    GIVES_AWAY,
    GIVES_NOTHING_AWAY,
    UNSEEN_GIVES_AWAY,
    UNSEEN_GIVES_NOTHING_AWAY,
)


def kinds(text: str) -> set[str]:
    return {one.kind.value for one in find_personal(text)}


def measured(gives_away: dict[str, set[str]], nothing: Iterable[str]) -> tuple[float, float, list[str]]:
    """The share of warnings that are right, the share of what is there that is seen, and each mistake."""
    expected = gives_away | {text: set() for text in nothing}
    found = {text: kinds(text) for text in expected}
    right = sum(len(found[text] & truth) for text, truth in expected.items())
    said = sum(map(len, found.values()))
    there = sum(map(len, expected.values()))
    mistakes = [f"{text} {sorted(found[text])}" for text, truth in expected.items() if found[text] != truth]
    return right / said, right / there, mistakes


def test_nine_of_ten_things_that_give_somebody_away_are_seen_and_nine_of_ten_warnings_are_right() -> None:
    precision, recall, mistakes = measured(GIVES_AWAY, GIVES_NOTHING_AWAY)
    assert precision >= 0.9, mistakes
    assert recall >= 0.9, mistakes


def test_on_sentences_that_were_written_afterwards_most_is_seen_too() -> None:
    precision, recall, mistakes = measured(UNSEEN_GIVES_AWAY, UNSEEN_GIVES_NOTHING_AWAY)
    assert precision >= 0.9, mistakes
    assert recall >= 0.75, mistakes


@pytest.mark.parametrize("text", GIVES_NOTHING_AWAY)
def test_an_ordinary_opinion_gets_no_warning(text: str) -> None:
    assert find_personal(text) == []


@pytest.mark.parametrize(("number", "is_one"), [("111222333", True), ("111222334", False), ("000000000", False)])
def test_nine_digits_are_a_bsn_only_when_they_pass_the_elfproef(number: str, is_one: bool) -> None:
    assert ("bsn" in kinds(f"Het nummer is {number} geloof ik")) == is_one


@pytest.mark.parametrize("after", [".", " (boven de bakker)", "/14", " in de wijk"])
def test_an_address_is_seen_whatever_follows_it(after: str) -> None:
    assert kinds(f"Het lekt op Kerkstraat 12{after}") == {"address"}


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
