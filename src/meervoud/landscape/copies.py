"""Accounts that repeat one pattern of votes more often than chance allows.

Two honest people may well agree on everything in a short conversation. What gives copies away is a pattern that
is improbable given how each statement is answered, in all and within each group, and that returns all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

from meervoud.landscape import classes, clusters
from meervoud.landscape.classes import Answers
from meervoud.landscape.positions import Centred
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

LEAST_VOTES = 7
"""Shorter patterns are never flagged."""
LEVEL = 1e-4
"""Flagged when the chance, corrected for the number of patterns, is below this."""
MOST_PEOPLE = 5000
GROUPS = (1, 2, 3, 4, 5)
ROUNDS = 10
CLOSE = 0.02
"""Patterns are counted anew until none changes by more than this share of its people."""


@dataclass(frozen=True, eq=False)
class Repeated:
    """One flagged pattern: the rows of the people, the columns of the statements, and its corrected chance."""

    rows: Rows
    columns: NDArray[np.int32]
    p: float


def find(votes: Votes, *, rng: np.random.Generator) -> tuple[Repeated, ...]:
    """Find repeated patterns that chance does not explain, least likely first.

    Notes
    -----
    For each pattern that occurs r times among the N people who reacted to exactly the same statements, the chance
    that at least r - 1 of the N - 1 others repeat it is binomial, with the largest chance of the pattern that any
    group gives it. The chances are multiplied by the number of distinct patterns (Bonferroni).

    Groups are first fitted with each distinct pattern counted once, so that copies do not vouch for themselves.
    That hides how often honest people agree, so each pattern is then counted as often as its chance explains, and
    the groups are fitted again, until nothing changes: honest patterns win their people back, copies do not.
    """
    able = np.flatnonzero(votes.votes_each >= LEAST_VOTES)
    same = _alike(votes, able, values=True)
    repeated = [rows for rows in same if rows.size > 1]
    if not repeated:
        return ()
    weights = np.zeros(votes.shape[0])
    for rows in same:
        weights[rows] = 1 / rows.size
    company = {int(row): rows.size for rows in _alike(votes, able, values=False) for row in rows}
    others = np.array([company[int(rows[0])] - 1 for rows in repeated])
    times = np.array([rows.size for rows in repeated])
    heard = votes.heard()
    for _ in range(ROUNDS):
        chance = np.exp(_log_chances(heard, repeated, weights, rng=rng))
        p = np.minimum(special.bdtrc(times - 2, others, chance) * len(same), 1.0)
        explained = np.minimum(1 + others * chance, times) / times
        before = np.array([weights[rows[0]] for rows in repeated])
        if (p >= LEVEL).all() or (np.abs(explained - before) < CLOSE).all():
            break
        for rows, share in zip(repeated, explained.tolist(), strict=True):
            weights[rows] = share
    found = [
        Repeated(rows, votes.columns[votes.indptr[rows[0]] : votes.indptr[rows[0] + 1]], float(one))
        for rows, one in zip(repeated, p, strict=True)
        if one < LEVEL
    ]
    return tuple(sorted(found, key=lambda one: (one.p, int(one.rows[0]))))


def capped(weights: Floats, found: tuple[Repeated, ...]) -> Floats:
    """Let the accounts of each flagged pattern count as one person together."""
    capped = weights.copy()
    for one in found:
        capped[one.rows] = weights[one.rows] / one.rows.size
    return capped


def _alike(votes: Votes, able: Rows, *, values: bool) -> list[Rows]:
    """Put together the people who reacted to the same statements and, if asked, in the same way."""
    found: dict[tuple[bytes, bytes], list[int]] = {}
    for row in able.tolist():
        part = slice(votes.indptr[row], votes.indptr[row + 1])
        key = votes.columns[part].tobytes(), votes.values[part].tobytes() if values else b""
        found.setdefault(key, []).append(row)
    return [np.array(rows, np.intp) for rows in found.values()]


def _log_chances(votes: Votes, repeated: list[Rows], weights: Floats, *, rng: np.random.Generator) -> Floats:
    """The largest log chance that any group gives to each pattern, shape (patterns,)."""
    able = np.flatnonzero(weights > 0)
    if able.size > MOST_PEOPLE:
        able = np.sort(rng.choice(able, MOST_PEOPLE, replace=False))
    some = votes.of_people(able)
    centred = Centred.of(some, weights[able])
    places = centred.project(centred.principal(4)[1], seen=some.votes_each, statements=some.shape[1])
    guesses = []
    for k in GROUPS:
        labels, _ = clusters.kmeans(places[:, : max(1, k - 1)], k, weights=weights[able], starts=4)
        guesses.append(classes.guess(labels, k))
    fits = classes.fit(Answers.of(some), guesses, weights=weights[able], steps=15)
    patterns = Answers.of(votes.of_people(np.array([rows[0] for rows in repeated])))
    return np.asarray(np.stack([(patterns.table @ one.chances).max(axis=1) for one in fits]).max(axis=0))
