"""Conversations of which the truth is known, and the real ones that everybody may use."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from meervoud.landscape import Landscape, Votes

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

POLIS = Path(__file__).resolve().parents[4] / "shared" / "data" / "polis-conversations"
BIODIVERSITY, UBERX = "scoop-hivemind.biodiversity", "vtaiwan.uberx"
CONVERSATIONS = (BIODIVERSITY, UBERX)


def shared(name: str) -> Path:
    """The folder of a real conversation; without it the test steps aside, loudly."""
    if not (POLIS / name).is_dir():
        pytest.skip(f"NO SHARED DATA: {POLIS / name}")
    return POLIS / name


@dataclass(frozen=True)
class Simulated:
    """A conversation with the truth behind it: whose group is which, and each person's chances to agree."""

    votes: Votes
    truth: Whole
    chances: Floats


def conversation(
    agree: Floats, rng: np.random.Generator, *, density: float, truth: Whole | None = None, passing: float = 0.1
) -> Simulated:
    """Draw votes from each person's chance to agree, shape (n, m); who saw what differs from person to person."""
    people, statements = agree.shape
    eager = rng.beta(4.0, 4.0 * (1 - density) / density, size=(people, 1))
    seen = rng.random((people, statements)) < np.clip(eager, min(1.0, 8 / statements), 1.0)
    value = np.where(rng.random(agree.shape) < agree, 1, -1)
    value[rng.random(agree.shape) < passing] = 0
    rows, columns = np.nonzero(seen)
    votes = Votes.from_arrays(rows, columns, value[rows, columns], silent=range(people))
    return Simulated(votes, np.zeros(people, np.int64) if truth is None else truth, agree)


def groups(
    shares: tuple[float, ...], rng: np.random.Generator, *, people: int, statements: int, density: float = 0.8
) -> Simulated:
    """Groups that say .9 or .1 to each statement, drawn until they are well separated.

    Well separated is when any two stand apart on at least half of the statements, and somebody who knows all
    chances, and has only the votes, tells the groups apart with an adjusted Rand index of 0.97 or more.
    """
    truth = np.repeat(np.arange(len(shares)), np.round(np.array(shares) * people).astype(int))
    while True:
        chances = np.where(rng.random((len(shares), statements)) < 0.5, 0.9, 0.1)
        if any((one != other).mean() < 0.5 for one, other in combinations(chances, 2)):
            continue
        drawn = conversation(chances[truth], rng, density=density, truth=truth)
        if rand_index(told(drawn.votes, chances, np.bincount(truth)), truth) >= 0.97:
            return drawn


def told(votes: Votes, chances: Floats, sizes: Whole) -> Whole:
    """The most likely group of each person, for somebody who knows all chances to agree, shape (k, m)."""
    log = np.log(np.where(votes.values[:, None] > 0, chances.T[votes.columns], 1 - chances.T[votes.columns]))
    log[votes.values == 0] = 0.0
    likelihood = np.stack([np.bincount(votes.rows, one, minlength=votes.shape[0]) for one in log.T], axis=1)
    return np.asarray((likelihood + np.log(sizes)).argmax(axis=1))


def trait(
    rng: np.random.Generator, *, people: int, statements: int, strength: float, density: float = 0.6
) -> Simulated:
    """One smooth trait: people differ gradually, with a single peak."""
    place = rng.normal(size=(people, 1))
    slope = strength * rng.normal(1.0, 0.3, size=statements) * rng.choice([-1, 1], size=statements)
    start = rng.normal(0, 0.8, size=statements)
    return conversation(1 / (1 + np.exp(-(start + place * slope))), rng, density=density)


def two_traits(
    rng: np.random.Generator, *, people: int, statements: int, strength: float, density: float = 0.6
) -> Simulated:
    """Two smooth traits that have nothing to do with each other; each statement goes with one of them."""
    place = rng.normal(size=(people, 2))
    slope = strength * rng.normal(1.0, 0.3, size=statements) * rng.choice([-1, 1], size=statements)
    start = rng.normal(0, 0.8, size=statements)
    odds = start + place[:, rng.integers(2, size=statements)] * slope
    return conversation(1 / (1 + np.exp(-odds)), rng, density=density)


def no_pattern(rng: np.random.Generator, *, people: int, statements: int, density: float = 0.6) -> Simulated:
    """Everybody has the same chances: whatever seems to be there is luck."""
    chance = rng.beta(2, 2, size=statements)
    return conversation(np.tile(chance, (people, 1)), rng, density=density)


def found_groups(result: Landscape) -> Whole:
    """The group of each participant as a number, -1 for none, in the order of the votes."""
    return np.array(result.members.group, np.int64)


def rand_index(one: Whole, other: Whole) -> float:
    """The adjusted Rand index (Hubert & Arabie 1985): 1 for the same division, 0 for chance."""
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)

    def pairs(counts: Floats) -> float:
        return float((counts * (counts - 1) / 2).sum())

    both, first, second = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = first * second / (one.size * (one.size - 1) / 2)
    most = (first + second) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)
