"""Meerdam: what was planted is found again, and nothing that was not planted."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from meervoud import landscape
from meervoud_web.meerdam import content, plan
from meervoud_web.meerdam.residents import Simulated

ROUNDS = (content.living_at_home(), content.opening_hours())


@pytest.fixture(scope="module")
def residents() -> Simulated:
    return plan.living_at_home_votes()


@pytest.fixture(scope="module")
def result(residents: Simulated) -> landscape.Landscape:
    return landscape.analyse(residents.votes)


# --- the content --------------------------------------------------------------------------------------------


def test_statements_are_short_and_said_once() -> None:
    for planned in ROUNDS:
        texts = [planted.text for planted in planned.statements]
        assert all(0 < len(text) <= 140 for text in texts)
        assert len(set(texts)) == len(texts)


def test_nobody_is_addressed_too_familiarly() -> None:
    words = {
        word.strip(".,!?‘’").lower()
        for planned in ROUNDS
        for one in planned.statements
        for word in one.text.split()
    }
    assert not words & {"je", "jij", "jou", "jouw"}


def test_the_groups_have_the_sizes_that_were_planned(residents: Simulated) -> None:
    assert Counter(residents.group_of.values()) == Counter(plan.HOME_SIZES)
    assert sum(plan.HOME_SIZES.values()) == 1200


def test_copied_accounts_stand_apart_from_the_residents(residents: Simulated) -> None:
    assert len(residents.copies) == 9
    assert not residents.copies & residents.group_of.keys()


def test_some_see_a_little_and_some_see_everything(residents: Simulated) -> None:
    each = np.diff(residents.votes.indptr)
    assert 18 <= np.median(each) <= 30
    assert np.mean(each < 7) > 0.02
    assert np.mean(each >= 60) > 0.08


def test_reactions_come_in_over_three_weeks_and_late_statements_get_few(residents: Simulated) -> None:
    votes = residents.votes
    assert votes.times is not None
    days = (votes.times.max() - votes.times.min()) / 86_400_000
    assert 18 <= days <= 22
    reactions = np.bincount(votes.columns, minlength=len(votes.statements))
    late = [votes.statements.index(number) for number in content.living_at_home().of_kind(content.LATE)]
    assert reactions[late].max() < 0.6 * np.median(reactions)


def test_the_same_seed_gives_the_same_residents() -> None:
    first, second = plan.opening_hours_votes(), plan.opening_hours_votes()
    assert np.array_equal(first.votes.values, second.votes.values)
    assert first.group_of == second.group_of


# --- what the engine makes of it ----------------------------------------------------------------------------


def test_the_four_planted_groups_are_found(residents: Simulated, result: landscape.Landscape) -> None:
    assert result.structure.verdict == "groups"
    assert result.structure.k == 4
    each = dict(zip(residents.votes.participants, np.diff(residents.votes.indptr), strict=True))
    told = [person for person in residents.group_of if each[person] >= 7]
    truth = [residents.group_of[person] for person in told]
    found = [result.members[person].group for person in told]
    assert adjusted_rand(truth, found) >= 0.9


def test_shared_points_were_planted_as_such(result: landscape.Landscape) -> None:
    shared = content.living_at_home().of_kind(content.SHARED)
    best = [bridge.statement for bridge in result.bridges[:10]]
    assert len(set(best) & shared) >= 9


def test_divides_were_planted_as_such(result: landscape.Landscape) -> None:
    planned = content.living_at_home()
    apart = planned.of_kind(content.DIVIDING) | planned.of_kind(content.MINORITY)
    assert {divide.statement for divide in result.divides[:10]} <= apart


def test_the_voices_of_both_small_groups_are_heard(residents: Simulated, result: landscape.Landscape) -> None:
    minority = content.living_at_home().of_kind(content.MINORITY)
    names = names_of(residents, result)
    heard = {(names[voice.group], voice.statement) for voice in result.minority_voices}
    for name in ("wij trekken het niet meer", "ik heb niemand"):
        assert len({statement for group, statement in heard if group == name} & minority) >= 4


def test_the_copied_accounts_are_listed_and_nobody_else(residents: Simulated, result: landscape.Landscape) -> None:
    listed = {person for suspicion in result.suspicious for person in suspicion.participants}
    assert listed == residents.copies


def test_what_came_late_is_undecided_or_not_claimed(result: landscape.Landscape) -> None:
    late = content.living_at_home().of_kind(content.LATE)
    assert late & {one.statement for one in result.undecided}


def test_moderated_statements_count_and_stay_out_of_all_else(result: landscape.Landscape) -> None:
    out = {planted.number for planted in content.living_at_home().statements if planted.is_moderated}
    assert {tally.statement for tally in result.tallies if tally.moderated} == out
    assert not out & {bridge.statement for bridge in result.bridges}


def test_where_no_groups_were_planted_none_are_found() -> None:
    assert landscape.analyse(plan.opening_hours_votes().votes).structure.verdict == "none"


# --- counting -----------------------------------------------------------------------------------------------


def names_of(residents: Simulated, result: landscape.Landscape) -> dict[str, str]:
    """Return the planted group from which most of each found group comes."""
    names: dict[str, Counter[str]] = {}
    for person, planted in residents.group_of.items():
        group = result.members[person].group
        if group is not None:
            names.setdefault(group, Counter())[planted] += 1
    return {group: planted.most_common(1)[0][0] for group, planted in names.items()}


def adjusted_rand(one: list[str], other: list[str | None]) -> float:
    """Return the adjusted Rand index of two ways to divide the same people (Hubert & Arabie 1985)."""
    cells, rows, columns = (pairs(Counter(labels)) for labels in (zip(one, other, strict=True), one, other))
    expected = rows * columns / (len(one) * (len(one) - 1) / 2)
    return (cells - expected) / ((rows + columns) / 2 - expected)


def pairs(sizes: Counter[object]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())
