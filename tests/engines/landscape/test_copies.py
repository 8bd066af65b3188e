"""Copied accounts can neither veto nor push a shared point; honest people who happen to agree can."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from meervoud import landscape
from meervoud.landscape import Landscape, Votes
from tests.engines.landscape.simulated import BIODIVERSITY, UBERX, conversation, groups, shared


def with_copies(votes: Votes, statements: tuple[str, ...], value: int, *, count: int) -> Votes:
    """Add accounts that all vote the same on the same statements."""
    return with_accounts(votes, statements, np.full((count, len(statements)), value))


def with_accounts(votes: Votes, statements: tuple[str, ...], cast: NDArray[np.int64]) -> Votes:
    """Add accounts with given votes on given statements, shape (accounts, statements)."""
    copies = [f"copy-{number}" for number in range(len(cast)) for _ in statements]
    people = [*(votes.participants[row] for row in votes.rows), *copies]
    topics = [*(votes.statements[column] for column in votes.columns), *(list(statements) * len(cast))]
    values = [*votes.values.tolist(), *cast.ravel().tolist()]
    out = {name: bool(flag) for name, flag in zip(votes.statements, votes.moderated, strict=True)}
    return Votes.from_arrays(people, topics, values, moderated=out)


def scores(result: Landscape) -> dict[str, float]:
    return {one.statement: one.score for one in result.bridges}


def assert_powerless(votes: Votes, *, top: bool, resamples: int, groups: int | None = None) -> None:
    """Five per cent copies against the top ten bridges, or for the last ten, move none by more than 0.1."""
    chosen = {} if groups is None else {"groups": groups}
    before = landscape.analyse(votes, resamples=resamples, **chosen)  # type: ignore[arg-type]
    ranked = [one.statement for one in before.bridges]
    aim = tuple(ranked[:10] if top else ranked[-10:])
    count = round(votes.shape[0] * 0.05)
    attacked = with_copies(votes, aim, -1 if top else 1, count=count)
    after = landscape.analyse(attacked, resamples=resamples, **chosen)  # type: ignore[arg-type]
    moved = {name: abs(scores(after)[name] - scores(before)[name]) for name in aim}
    assert max(moved.values()) <= 0.1, moved
    copies = {f"copy-{number}" for number in range(count)}
    listed = [set(one.participants) for one in after.suspicious if set(one.participants) & copies]
    assert listed == [copies]
    assert after.structure.verdict == before.structure.verdict
    assert len(after.groups) == len(before.groups)
    for group in after.groups:
        members = {name for name, member in after.members.items() if member.group == group.id}
        assert len(members - copies) > len(members & copies)
    assert after.with_copies is not None
    # Counted in full they may also change the groups, so a single statement can move either way.
    gap = sum(after.with_copies.bridges[name] - scores(after)[name] for name in aim)
    assert gap < 0 if top else gap > 0


@pytest.mark.parametrize("top", [True, False])
def test_copies_move_no_bridge_of_a_conversation_with_groups(*, top: bool) -> None:
    votes = groups((0.6, 0.4), np.random.default_rng(1), people=400, statements=40).votes
    assert_powerless(votes, top=top, resamples=24)


@pytest.mark.parametrize("top", [True, False])
@pytest.mark.parametrize("name", [BIODIVERSITY, UBERX])
def test_copies_move_no_bridge_of_a_real_conversation(name: str, *, top: bool) -> None:
    assert_powerless(landscape.read_votes(shared(name)), top=top, resamples=0, groups=2)


def test_copies_form_no_group_where_the_engine_looks_for_groups_itself() -> None:
    assert_powerless(landscape.read_votes(shared(BIODIVERSITY)), top=True, resamples=24)


@pytest.mark.parametrize("seed", range(5))
def test_honest_coincidence_in_a_short_conversation_keeps_full_weight(seed: int) -> None:
    """Eight statements on which most people agree: many say exactly the same, and nothing is wrong with that."""
    rng = np.random.default_rng(seed)
    drawn = conversation(np.full((300, 8), 0.9), rng, density=0.9, passing=0.02)
    alike = {drawn.votes.values[drawn.votes.rows == row].tobytes() for row in range(300)}
    assert len(alike) < 250, "the test wants people who say exactly the same"
    result = landscape.analyse(drawn.votes, resamples=0)
    assert result.suspicious == ()
    assert result.with_copies is None


@pytest.mark.parametrize("seed", range(5))
def test_honest_people_of_one_mind_are_not_taken_for_copies(seed: int) -> None:
    """Two camps that each say nearly the same: the groups explain what the margins do not."""
    rng = np.random.default_rng(seed)
    camp = np.where(np.arange(10) % 2 == 0, 0.95, 0.05)
    chances = np.concatenate([np.tile(camp, (150, 1)), np.tile(1 - camp, (150, 1))])
    result = landscape.analyse(conversation(chances, rng, density=0.9, passing=0.02).votes, resamples=0)
    assert result.suspicious == ()


def test_a_pattern_of_fewer_than_seven_votes_is_never_flagged() -> None:
    votes = groups((0.6, 0.4), np.random.default_rng(2), people=200, statements=40).votes
    names = votes.statements
    assert not landscape.analyse(with_copies(votes, names[:6], 1, count=30), resamples=0).suspicious
    found = landscape.analyse(with_copies(votes, names[:12], 1, count=30), resamples=0).suspicious
    assert [len(one.participants) for one in found] == [30]
    assert found[0].statements == names[:12]
    assert found[0].p < 1e-4


def test_flagged_accounts_count_as_one_person_together() -> None:
    votes = groups((0.6, 0.4), np.random.default_rng(3), people=200, statements=40).votes
    aim = votes.statements[:12]
    many = landscape.analyse(with_copies(votes, aim, 1, count=30), resamples=0)
    one = landscape.analyse(with_copies(votes, aim, 1, count=1), resamples=0)
    assert many.suspicious
    assert scores(many) == pytest.approx(scores(one), abs=0.01)


def test_the_recipe_of_polis_does_not_look_for_copies() -> None:
    votes = groups((0.6, 0.4), np.random.default_rng(3), people=200, statements=40).votes
    result = landscape.analyse(with_copies(votes, votes.statements[:12], 1, count=30), recipe="polis", resamples=0)
    assert result.suspicious == ()
    assert result.with_copies is None


PAGE = Path(__file__).resolve().parents[3] / "docs" / "methods" / "landscape.md"


@pytest.mark.parametrize("name", [BIODIVERSITY, UBERX])
def test_the_page_reports_how_far_copies_with_random_changes_move_bridges(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    """Such copies are not prevented, but what they can do is measured, and the page says the number measured."""
    votes = landscape.read_votes(shared(name))
    before = landscape.analyse(votes, resamples=0, groups=2)
    aim = tuple(one.statement for one in before.bridges[:10])
    moved, listed = [], []
    for seed in range(5):
        changed = np.random.default_rng(seed).random((round(votes.shape[0] * 0.05), len(aim))) < 0.1
        attacked = with_accounts(votes, aim, np.where(changed, 1, -1))
        after = landscape.analyse(attacked, resamples=0, groups=2)
        moved.append([scores(before)[one] - scores(after)[one] for one in aim])
        listed.append(sum(len(one.participants) for one in after.suspicious) / len(changed))
    shown = np.mean(moved), np.max(moved), np.mean(listed)
    measured = "{:.2f} | {:.2f} | {:.0%}".format(*shown)
    record_property("moved", measured)
    said = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {name} |"))
    numbers = [float(one) for one in re.findall(r"[\d.]+", said.removeprefix(f"| {name} |"))]
    assert numbers == pytest.approx([*shown[:2], 100 * shown[2]], abs=0.02, rel=0.1), measured
