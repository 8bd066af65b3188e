"""A third of its kind is noticed, by words that anybody can check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meervoud_web.dutch.stems import stem_of
from meervoud_web.signals.alike import alike
from tests.web.signals.planted import ALONE, CHOSEN_ON, MEASURED_ON

Planted = Mapping[str, Sequence[str]]
EVERYTHING: Planted = {**CHOSEN_ON, **MEASURED_ON, **{text: [text] for text in ALONE}}


def measured(asked: Planted) -> tuple[float, float]:
    """Precision and recall over every pair, each signal of ``asked`` held against all sixty."""
    about = {text: name for name, texts in EVERYTHING.items() for text in texts}
    right = wrong = missed = 0
    for name, texts in asked.items():
        for text in texts:
            found = {one.key for one in alike(text, {other: other for other in about if other != text})}
            same = {other for other in EVERYTHING[name] if other != text}
            right, wrong, missed = right + len(found & same), wrong + len(found - same), missed + len(same - found)
    return right / (right + wrong), right / (right + missed)


def test_sixty_planted_signals_find_their_like() -> None:
    assert sum(len(texts) for texts in EVERYTHING.values()) == 60
    floors = {"tuned on": (CHOSEN_ON, 0.85, 0.8), "measured on": (MEASURED_ON, 0.65, 0.45)}
    for name, (asked, precision_floor, recall_floor) in floors.items():
        precision, recall = measured(asked)
        print(f"similar signals, {name}: precision {precision:.2f}, recall {recall:.2f}")  # noqa: T201  The issue asks to see it.
        assert precision >= precision_floor
        assert recall >= recall_floor


def test_the_words_that_two_signals_share_are_shown_as_they_were_written() -> None:
    others = {1: "Deelnemers blijven weg van de dagbesteding.", 2: "De bus rijdt niet."}
    (found,) = alike("De dagbesteding zit half leeg.", others)
    assert (found.key, found.shared) == (1, ("dagbesteding",))


def test_words_of_telling_and_one_short_word_say_nothing() -> None:
    assert alike("Steeds meer mensen vragen om hulp.", {1: "Vorige week vroegen mensen steeds om hulp."}) == []
    assert alike("", {1: ""}) == []


def test_forms_of_one_word_have_one_stem() -> None:
    for forms in (("brief", "brieven"), ("mantelzorger", "mantelzorgers", "mantelzorg"), ("oudere", "ouderen")):
        assert len({stem_of(form) for form in forms}) == 1
