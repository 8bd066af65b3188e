"""The picture says what the result says, to everyone, in the same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from meervoud.landscape.drawing import Words, draw, draw_agreement
from meervoud.landscape.drawing.isolines import area, isolines
from meervoud.landscape.drawing.sheet import INK, LOOSE, PLAIN, QUIET, mark
from meervoud.landscape.ends import ends
from meervoud.landscape.result import (
    Agreement,
    Counts,
    Group,
    Landscape,
    Members,
    Method,
    Null,
    Representative,
    Structure,
    Verdict,
)
from meervoud.landscape.votes import Votes

CENTRES = ((-1.6, 0.5), (1.7, 0.6), (0.5, -1.6), (2.2, -1.5))
EVIL = '<script>alert("ü")</script>&\u202e\x00'


def landscape(sizes: tuple[int, ...], *, verdict: Verdict | None = "groups", loose: int = 0) -> Landscape:
    """Build a landscape of people around fixed centres."""
    chance = np.random.default_rng(7)
    places = [chance.normal(centre, 0.4, (size, 2)) for centre, size in zip(CENTRES, sizes, strict=False)]
    place = np.concatenate([*places, chance.normal(0, 0.4, (loose, 2))])
    group = np.r_[np.repeat(np.arange(len(sizes)), sizes), np.full(loose, -1)].astype(np.int32)
    with_groups = verdict in ("groups", None)
    if not with_groups:
        group[:] = -1
    count = len(group)
    return Landscape(
        counts=Counts(count, count, 4, 4 * count, count, count, 2 * count),
        tallies=(),
        structure=Structure(verdict, 0.5, Null(), len(sizes) if with_groups else None, 0.9, {}, 2),
        groups=tuple(
            Group(str(place), size, (Representative(f"s{place}", "agree", 0.8, 0.7, 0.9, 0.2, 1e-6),))
            for place, size in enumerate(sizes)
        )
        if with_groups
        else (),
        members=Members(
            ids=tuple(map(str, range(count))),
            group=group,
            group_ids=tuple(map(str, range(len(sizes)))),
            x=place[:, 0],
            y=place[:, 1],
            reliability=chance.uniform(0.2, 1, count),
            certainty=chance.uniform(0.2, 1, count) if with_groups else np.full(count, np.nan),
        ),
        bridges=(),
        divides=(),
        minority_voices=(),
        undecided=(),
        consensus_polis={},
        suspicious=(),
        method=Method("meervoud", "1", {}, 0, "0123456789abcdef"),
    )


def visible(svg: str) -> str:
    """Return all text that one reads in the picture."""
    return " ".join(ET.fromstring(svg).itertext())  # noqa: S314 our own output


def test_every_verdict_and_size_gives_well_formed_xml_without_nan() -> None:
    for verdict in ("groups", "spectrum", "none", None):
        for sizes in ((), (1,), (2,), (1, 1), (6, 5), (520, 370, 160, 78)):
            for shape in ("poster", "wide", "tall"):
                svg = draw(landscape(sizes, verdict=verdict), shape=shape)
                ET.fromstring(svg)  # noqa: S314 our own output
                assert "nan" not in svg
                assert "inf" not in svg


def test_the_same_result_gives_the_same_bytes() -> None:
    assert draw(landscape((30, 20))) == draw(landscape((30, 20)))


def test_people_in_another_order_give_the_same_bytes() -> None:
    result = landscape((3000, 2000, 40), loose=30)
    order = np.random.default_rng(1).permutation(len(result.members))
    members = result.members
    turned = Members(
        ids=tuple(members.ids[row] for row in order),
        group=members.group[order],
        group_ids=members.group_ids,
        x=members.x[order],
        y=members.y[order],
        reliability=members.reliability[order],
        certainty=members.certainty[order],
    )
    assert draw(replace(result, members=turned)) == draw(result)


def test_text_from_people_is_escaped_and_cannot_turn_words_around() -> None:
    svg = draw(
        landscape((30, 20)), texts={"s0": EVIL}, labels={"0": EVIL, "1": EVIL}, title=EVIL, description=EVIL
    )
    ET.fromstring(svg)  # noqa: S314 our own output
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert 'alert("ü")' in visible(svg)


def test_nothing_needs_a_style_a_script_or_another_file() -> None:
    svg = draw(landscape((30, 20)))
    assert not re.search(r"style=|<style|<script|href=|@import|url\((?!#)", svg)


@pytest.mark.parametrize("shape", ["poster", "wide", "tall"])
def test_a_hundred_thousand_people_fit_in_sixty_kilobytes(shape: str) -> None:
    svg = draw(landscape((60_000, 30_000, 9_000, 1_000)), shape=shape)  # type: ignore[arg-type]
    assert len(svg.encode()) <= 60_000
    assert "one dot is about 67 people" in " ".join(visible(svg).split())


def test_the_picture_tells_its_name_and_what_it_shows_to_those_who_cannot_see_it() -> None:
    root = ET.fromstring(draw(landscape((46, 33, 14, 7)), title="Samen", words=Words(language="nl")))  # noqa: S314
    names = {part.get("id"): part.text for part in root if part.get("id")}
    title, description = (names[name] for name in root.attrib["aria-labelledby"].split())
    assert root.get("role") == "img"
    assert root.get("lang") == "nl"
    assert title == "Samen"
    assert description is not None
    assert "Group A: 46 of 100; Group B: 33 of 100" in description


def test_shares_of_a_large_crowd_add_up_to_a_hundred() -> None:
    text = visible(draw(landscape((101, 101, 101)), shape="wide"))
    assert sorted(re.findall(r"(\d+) of 100\b", text)[-3:]) == ["33", "33", "34"]


def test_a_small_crowd_is_counted_and_not_turned_into_hundredths() -> None:
    assert "8 of 15" in visible(draw(landscape((8, 7))))


def test_a_group_under_five_people_is_not_shown_as_a_group() -> None:
    svg = draw(landscape((40, 30, 4)), labels={"2": "de kleine groep"})
    assert "de kleine groep" not in svg
    assert "landscape-group-3" not in svg
    assert "of 100" not in visible(svg)


def test_a_page_can_find_all_that_belongs_to_a_group() -> None:
    assert draw(landscape((40, 30)), shape="wide").count('data-group="1"') == 3


def test_groups_differ_in_more_than_colour() -> None:
    looks = [mark(place) for place in range(6)]
    assert len({look.shape for look in looks}) == 6
    assert len({look.border for look in looks}) == 6


def test_where_there_are_no_groups_the_picture_says_so_and_draws_no_border() -> None:
    svg = draw(landscape((300,), verdict="none"))
    assert "There are no clear groups here" in visible(svg)
    assert "landscape-region" not in svg


def test_a_spectrum_has_two_ends_in_statements_and_no_border() -> None:
    svg = draw(landscape((300, 300), verdict="spectrum"), texts={"a": "Links", "b": "Rechts"}, ends=(["a"], ["b"]))
    assert "Opinions differ gradually" in visible(svg)
    assert "“Links”" in visible(svg)
    assert "“Rechts”" in visible(svg)
    assert "landscape-region" not in svg


def test_the_ends_of_a_spectrum_are_the_statements_that_go_with_the_place() -> None:
    result = landscape((200,), verdict="spectrum")
    place, people = result.members.x, list(result.members.ids)
    reactions = {
        "left": np.where(place < -1.6, 1, -1),
        "right": np.where(place > -1.6, 1, -1),
        "both": np.ones(200),
    }
    votes = Votes.from_arrays(
        people * 3, np.repeat([*reactions], 200), np.concatenate([*reactions.values()]).astype(int)
    )
    assert ends(votes, result) == (("left",), ("right",))


def test_groups_that_were_not_tested_are_not_called_found() -> None:
    text = visible(draw(landscape((60, 50), verdict=None)))
    assert "was not computed" in text
    assert "stand apart" not in text


def test_unsure_people_are_open_marks() -> None:
    result = landscape((30, 20))
    sure = replace(result.members, reliability=np.ones(50), certainty=np.ones(50))
    assert "landscape-open" in draw(result)
    assert "landscape-open" not in draw(replace(result, members=sure))


def test_names_never_lie_over_one_another() -> None:
    labels = {str(place): f"Een lange naam voor groep {place}" for place in range(4)}
    for shape, letter in (("wide", 22.0), ("tall", 18.15)):
        svg = draw(landscape((52, 37, 16, 9)), labels=labels, shape=shape)  # type: ignore[arg-type]
        halos = re.findall(
            r'x="([\d.]+)" y="([\d.]+)" font-size="[\d.]+"[^>]*text-anchor="middle"[^>]*>([^<]*)<', svg
        )
        boxes = [(float(x), float(y), len(text) * letter * 0.5, letter) for x, y, text in halos]
        assert len(boxes) >= 8
        for (x, y, width, height), (x2, y2, width2, height2) in combinations(boxes, 2):
            assert abs(x - x2) >= (width + width2) / 2 or abs(y - y2) >= (height + height2) / 2 * 0.8


def test_colours_can_be_read_on_white() -> None:
    for colour in (INK, QUIET, *(mark(place).colour for place in range(8))):
        assert contrast(colour) >= 4.5
    assert contrast(LOOSE) >= 3
    assert contrast(PLAIN) >= 3


def contrast(colour: str) -> float:
    """Return the contrast of a colour with white, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_an_isoline_goes_round_a_hill_at_the_right_height() -> None:
    rows, columns = np.mgrid[0:41, 0:41]
    hill = -np.hypot(rows - 20.0, columns - 20.0)
    (ring,) = isolines(hill, -10.0)
    assert area(ring) == pytest.approx(np.pi * 100, rel=0.01)
    assert np.allclose(np.hypot(*(np.array(ring) - 20).T), 10, atol=0.05)


def test_two_hills_with_a_saddle_give_closed_lines_at_every_height() -> None:
    rows, columns = np.mgrid[0:30, 0:30]
    hills = np.exp(-((rows - 8) ** 2 + (columns - 8) ** 2) / 20) + np.exp(
        -((rows - 20) ** 2 + (columns - 20) ** 2) / 20
    )
    counts = [len(isolines(hills, level)) for level in (0.01, 0.9)]
    assert counts == [1, 2]


def says(agree: int, disagree: int) -> Agreement:
    share = agree / (agree + disagree)
    return Agreement(agree, disagree, 0, share, share - 0.05, share + 0.04)


def test_agreement_shows_each_group_with_its_interval() -> None:
    svg = draw_agreement({"x": says(80, 20), "y": says(30, 70)}, labels={"x": "Een", "y": "Twee"}, key="s1")
    root = ET.fromstring(svg)  # noqa: S314 our own output
    description = root.find("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    assert description.text == "Een: 80 of 100 agree; Twee: 30 of 100 agree"
    assert svg.count("agreement-interval") == 2
    assert draw_agreement({}) == draw_agreement({})


def test_agreement_of_fewer_than_five_people_is_not_shown() -> None:
    svg = draw_agreement({"x": says(3, 1)})
    assert "too few votes" in svg
    assert "agreement-interval" not in svg


def test_a_group_keeps_its_mark_when_others_are_left_out() -> None:
    assert "landscape-group-3" in draw_agreement({"c": says(9, 1)}, groups=["a", "b", "c"])
