"""The passage around the words that somebody looked for, with the words marked."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from meervoud_web.search.passages import LONGEST, Piece, marked, passage
from meervoud_web.search.stems import looked_for

FILLING = "Dit is een zin die nergens over gaat en toch ruimte inneemt. "


def read(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("words", "text", "wanted"),
    [
        ("huis", "Onze huizen zijn te groot.", "Onze [huizen] zijn te groot."),
        ("eenzaam", "Eenzame mensen, en een zaal.", "[Eenzame] mensen, en een zaal."),
        ("mantelzorg", "Mantelzorgers verdienen rust.", "[Mantelzorgers] verdienen rust."),
        ("café reünie", "Het CAFE houdt een reu\u0308nie.", "Het [CAFE] houdt een [reünie]."),
        ("rust", "De rustige straat", "De [rustige] straat"),
        ("ik", "Ik kan het. Niet zij.", "[Ik] kan het. Niet zij."),
        ("zorg", "Er is niets over.", ""),
        ("zorg", "", ""),
    ],
)
def test_the_words_are_marked_in_whatever_form_they_stand(words: str, text: str, wanted: str) -> None:
    assert read(passage(text, looked_for(words))) == wanted


def test_a_long_text_shows_the_passage_in_which_most_of_the_words_stand() -> None:
    text = FILLING * 9 + "De buren helpen. " + FILLING * 9 + "De buren vormen een netwerk. " + FILLING * 9
    found = read(passage(text, looked_for("buren netwerk")))
    assert "De [buren] vormen een [netwerk]." in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) <= LONGEST + 10


def test_a_passage_stays_within_its_part_of_the_text() -> None:
    assert read(passage("Het netwerk is moe.\nDe buren zijn moe.", looked_for("buren"))) == "De [buren] zijn moe."


def test_what_people_wrote_is_never_taken_for_markup() -> None:
    shown = render_to_string(
        "search/parts/pieces.html", {"pieces": marked("<b>buren</b> & <mark>", looked_for("buren"))}
    )
    assert shown == "&lt;b&gt;<mark>buren</mark>&lt;/b&gt; &amp; &lt;mark&gt;"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 400 + " huis " + "y" * 400,
        "x" * 400 + "-huis-" + "y" * 400,
        "https://example.org/" + "z" * 300 + "/huis staat er " + FILLING * 4,
        FILLING * 9 + "huis",
    ],
)
def test_the_word_is_marked_also_where_no_space_stands_near(text: str) -> None:
    found = read(passage(text, looked_for("huis")))
    assert "[huis]" in found
    assert len(found) <= LONGEST + 10


@pytest.mark.parametrize("text", ["a" * 50_000, "buren " * 9_000, "x " * 30_000 + "buren", "́" * 9_000])
def test_a_hostile_text_gives_a_short_passage(text: str) -> None:
    assert len(read(passage(text, looked_for("buren a")))) <= 5 * LONGEST
