"""Statements that nobody reacted to cost nothing and change nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from meervoud import landscape
from meervoud.landscape import Votes, classes, shuffled, trait
from tests.engines.landscape.simulated import groups


@pytest.fixture(scope="module")
def heard() -> Votes:
    return groups((0.5, 0.3, 0.2), np.random.default_rng(7), people=150, statements=40).votes


@pytest.fixture(scope="module")
def with_unheard(heard: Votes) -> Votes:
    return Votes.from_arrays(
        [int(heard.participants[row]) for row in heard.rows],
        [int(heard.statements[column]) for column in heard.columns],
        heard.values,
        silent=[int(name) for name in heard.participants],
        moderated={f"unheard-{number}": False for number in range(5000)},
    )


def test_no_model_is_fitted_to_statements_that_nobody_reacted_to(
    with_unheard: Votes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work is bounded by the statements with votes: every model and every shuffled draw sees 40 of them."""
    widths: dict[str, set[int]] = {}

    def watch(module: Any, name: str, width: Callable[[Any], int]) -> None:
        whole = getattr(module, name)

        def watched(*args: Any, **kwargs: Any) -> Any:
            widths.setdefault(f"{module.__name__}.{name}", set()).add(width(args[0]))
            return whole(*args, **kwargs)

        monkeypatch.setattr(module, name, watched)

    watch(classes, "fit", lambda answers: answers.table.shape[1] // 3)
    watch(trait, "fit", lambda answers: answers.table.shape[1] // 3)
    watch(shuffled, "shuffled", lambda votes: votes.shape[1])
    result = landscape.analyse(with_unheard, resamples=5)
    assert len(result.tallies) == 5040
    assert {one for seen in widths.values() for one in seen} == {40}
    assert len(widths) == 3


def test_the_structure_is_that_of_the_statements_with_votes(heard: Votes, with_unheard: Votes) -> None:
    few, many = (landscape.analyse(votes, resamples=24) for votes in (heard, with_unheard))
    assert many.structure.verdict == few.structure.verdict == "groups"
    assert many.structure.null.shuffle == pytest.approx(few.structure.null.shuffle)
    assert many.structure.null.spectrum == pytest.approx(few.structure.null.spectrum)
    assert many.structure.k_share == few.structure.k_share
    assert many.divides == few.divides
    assert many.undecided == few.undecided
    assert [one.statement for one in many.bridges] == [one.statement for one in few.bridges]
