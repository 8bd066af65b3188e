"""Every statement on which groups are expected to differ is a divide, undecided, or surely a matter of degree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meervoud import landscape
from meervoud.landscape import Landscape, Votes
from meervoud.landscape.agreement import difference_p

LEAST = 0.1
DOUBT = 0.05
Said = dict[str, list[tuple[int, int, int]]]
"""How many of each group agree, pass and disagree with each statement."""


def spoken(said: Said, *, silent: int = 0) -> Landscape:
    """Each vote by somebody else, so that nobody is taken for a copy; and statements without any vote."""
    people: list[str] = []
    topics: list[int] = []
    values: list[int] = []
    who: dict[str, str] = {}
    for group, statements in said.items():
        for at, counts in enumerate(statements):
            cast = [value for value, count in zip((1, 0, -1), counts, strict=True) for _ in range(count)]
            people += [f"{group}{at}-{number}" for number in range(len(cast))]
            topics += [at] * len(cast)
            values += cast
        who |= {name: group for name in people if name.startswith(group)}
    more = {f"silent-{number}": False for number in range(silent)}
    return landscape.analyse(Votes.from_arrays(people, topics, values, moderated=more), groups=who, resamples=0)


def corrected(said: Said, pairs: list[tuple[str, str]]) -> dict[tuple[int, str, str], float]:
    """The chance of each difference, corrected by the plain recipe of Benjamini and Hochberg."""
    raw = {}
    for one, other in pairs:
        for at, (mine, theirs) in enumerate(zip(said[one], said[other], strict=True)):
            if not sum(mine) or not sum(theirs):
                continue
            numbers = (np.array(float(number)) for number in (mine[0], sum(mine), theirs[0], sum(theirs)))
            raw[at, one, other] = float(difference_p(*numbers))
    ranked = sorted(raw, key=lambda key: raw[key])
    return {
        key: min(raw[later] * len(raw) / (place + 1) for place, later in enumerate(ranked) if place >= rank)
        for rank, key in enumerate(ranked)
    }


def share(counts: tuple[int, int, int]) -> float:
    return (counts[0] + 0.5) / (sum(counts) + 1)


def lower_end(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    spread = sum(share(counts) * (1 - share(counts)) / (sum(counts) + 2) for counts in (one, other))
    return abs(share(one) - share(other)) - 1.6448536269514722 * spread**0.5


SIZES = st.sampled_from([0, 1, 2, 3, 5, 9, 20, 60])
STATEMENTS = st.integers(1, 8)


@st.composite
def conversations(draw: st.DrawFn) -> Said:
    statements = draw(STATEMENTS)
    counts = st.lists(st.tuples(SIZES, SIZES, SIZES), min_size=statements, max_size=statements)
    groups = draw(st.integers(2, 4))
    return {name: [(1, 0, 1), *draw(counts)] for name in "abcd"[:groups]}


@given(conversations())
def test_each_statement_is_in_one_place(said: Said) -> None:
    result = spoken(said)
    names = list(said)
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    chance = corrected(said, pairs)
    divides = {int(one.statement): one for one in result.divides}
    undecided = {int(one.statement): one for one in result.undecided}
    assert not divides.keys() & undecided.keys()
    for at in (int(one.statement) for one in result.bridges):
        shares = {name: share(said[name][at]) for name in names}
        sure = {
            pair: chance.get((at, *pair), 1.0) <= DOUBT and lower_end(said[pair[0]][at], said[pair[1]][at]) > 0
            for pair in pairs
        }
        apart = max(pairs, key=lambda pair: abs(shares[pair[0]] - shares[pair[1]]))
        difference = abs(shares[apart[0]] - shares[apart[1]])
        one_side = max(shares.values()) <= 0.5 or min(shares.values()) >= 0.5
        if at in divides:
            named = divides[at]
            assert named.score >= LEAST
            assert named.low > 0
            assert shares[named.most] > 0.5 > shares[named.least]
            assert sure.get((named.most, named.least), sure.get((named.least, named.most)))
        elif at in undecided:
            open_ = undecided[at]
            assert open_.score == pytest.approx(difference)
            assert not all(sure.values())
            assert open_.votes_needed >= 1
            assert open_.low <= 0 or open_.votes_needed == 1
        else:
            assert difference < LEAST or (one_side and any(sure.values()))


def told(result: Landscape) -> tuple[list[str], list[str]]:
    return [one.statement for one in result.divides], [one.statement for one in result.undecided]


def test_what_both_agree_with_is_no_divide_however_sure_the_difference() -> None:
    assert told(spoken({"a": [(190, 0, 10)], "b": [(140, 0, 60)]})) == ([], [])


def test_a_sure_difference_that_is_small_is_no_divide() -> None:
    assert told(spoken({"a": [(5300, 0, 4700)], "b": [(4700, 0, 5300)]})) == ([], [])
    assert told(spoken({"a": [(5600, 0, 4400)], "b": [(4400, 0, 5600)]})) == (["0"], [])


def test_a_small_group_that_may_lie_farther_off_does_not_hide_what_is_sure() -> None:
    result = spoken({"a": [(80, 0, 20)], "b": [(20, 0, 80)], "c": [(0, 0, 1)], "d": [(2, 0, 0)]})
    (divide,) = result.divides
    assert (divide.most, divide.least) == ("a", "b")
    assert not result.undecided


def test_what_is_sure_by_itself_and_not_among_so_many_is_undecided() -> None:
    alike = [(50, 0, 50)] * 60
    said = {"a": [(60, 0, 40), *alike], "b": [(46, 0, 54), *alike]}
    (open_,) = spoken(said).undecided
    assert open_.low > 0
    assert open_.votes_needed == 1
    assert told(spoken({name: counts[:1] for name, counts in said.items()})) == (["0"], [])


@pytest.mark.parametrize(("others", "heard"), [(80, True), (110, False)])
def test_what_everybody_else_holds_too_is_no_minority_voice(others: int, heard: bool) -> None:
    said = {"few": [(58, 0, 2)], "many": [(others, 0, 200 - others)]}
    assert bool(spoken(said).minority_voices) is heard


def test_who_say_the_same_are_one_group_however_many_are_asked_for() -> None:
    votes = Votes.from_arrays([row for row in range(40) for _ in range(10)], list(range(10)) * 40, [1] * 400)
    result = landscape.analyse(votes, groups=3, resamples=0)
    assert [group.size for group in result.groups] == [40]
    assert not result.undecided


def test_statements_that_nobody_reacted_to_make_nothing_less_sure() -> None:
    said = {"a": [(70, 0, 30), (50, 0, 50)], "b": [(20, 0, 30), (25, 0, 25)]}
    few, many = spoken(said), spoken(said, silent=1000)
    assert few.divides
    assert many.divides == few.divides
    assert many.undecided == few.undecided
    assert many.groups == few.groups
