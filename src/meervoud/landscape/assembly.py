"""Puts what was found together into a landscape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.agreement import Table
from meervoud.landscape.bridges import bridges, consensus_polis
from meervoud.landscape.contrasts import Contrasts
from meervoud.landscape.copies import Repeated
from meervoud.landscape.result import (
    Counts,
    Group,
    Landscape,
    Members,
    Method,
    Null,
    Structure,
    Suspicion,
    Tally,
    WithCopies,
)
from meervoud.landscape.verdict import Finding
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]

VERSION = "1"
"""Goes up when the same votes would give another result."""


@dataclass(frozen=True, eq=False)
class Found:
    """What an analysis found, in the rows of the votes."""

    finding: Finding | None
    labels: NDArray[np.int32]
    ids: tuple[str, ...]
    able: NDArray[np.bool_]
    places: Floats
    reliability: Floats
    certainty: Floats
    k_share: Mapping[int, float]
    silhouette: float | None
    weights: Floats
    repeated: tuple[Repeated, ...]
    with_copies: WithCopies | None


def assemble(
    votes: Votes, open_votes: Votes, found: Found, *, seed: int, parameters: Mapping[str, object]
) -> Landscape:
    """Make the frozen result.

    Parameters
    ----------
    votes, open_votes
        All votes, and those on statements that are not moderated.
    """
    even = bool((found.weights == 1).all())
    table = Table.of(open_votes, found.labels, found.ids, weights=None if even else found.weights)
    everybody = Table.of_all(open_votes, weights=None if even else found.weights)
    sizes = np.bincount(found.labels[found.labels >= 0], minlength=len(found.ids))
    contrasts = Contrasts(table, open_votes.statements, sizes.astype(np.float64)) if len(found.ids) > 1 else None
    return Landscape(
        counts=_counts(votes, found),
        tallies=_tallies(votes),
        structure=_structure(found),
        groups=tuple(
            Group(name, int(size), contrasts.representative(at) if contrasts else ())
            for at, (name, size) in enumerate(zip(found.ids, sizes, strict=True))
        ),
        members=Members(
            ids=votes.participants,
            group=found.labels,
            group_ids=found.ids,
            x=found.places[:, 0].copy(),
            y=found.places[:, 1].copy(),
            reliability=found.reliability,
            certainty=found.certainty,
        ),
        bridges=bridges(table, everybody, open_votes.statements),
        divides=contrasts.divides() if contrasts else (),
        minority_voices=contrasts.minority_voices() if contrasts else (),
        undecided=contrasts.undecided() if contrasts else (),
        consensus_polis=consensus_polis(table, open_votes.statements),
        suspicious=_suspicious(open_votes, found),
        method=Method("landscape", VERSION, parameters, seed, votes.fingerprint()),
        with_copies=found.with_copies,
    )


def _counts(votes: Votes, found: Found) -> Counts:
    disagree, pass_, agree = votes.answers.sum(axis=0).tolist()
    return Counts(
        participants=votes.shape[0],
        participants_placed=int(found.able.sum()),
        statements=votes.shape[1],
        votes=votes.size,
        agree=agree,
        disagree=disagree,
        pass_=pass_,
    )


def _tallies(votes: Votes) -> tuple[Tally, ...]:
    return tuple(
        Tally(statement=name, agree=agree, disagree=disagree, pass_=pass_, moderated=out)
        for name, (disagree, pass_, agree), out in zip(
            votes.statements, votes.answers.tolist(), votes.moderated.tolist(), strict=True
        )
    )


def _structure(found: Found) -> Structure:
    k = len(found.ids) or None
    return Structure(
        verdict=found.finding.verdict if found.finding else None,
        silhouette=found.silhouette,
        null=found.finding.null if found.finding else Null(),
        k=k,
        k_certainty=found.k_share.get(k, 0.0) if k and found.k_share else None,
        k_share={str(number): share for number, share in found.k_share.items()},
        dimensions=found.finding.dimensions if found.finding else None,
    )


def _suspicious(votes: Votes, found: Found) -> tuple[Suspicion, ...]:
    return tuple(
        Suspicion(
            participants=tuple(votes.participants[row] for row in one.rows.tolist()),
            statements=tuple(votes.statements[column] for column in one.columns.tolist()),
            p=one.p,
        )
        for one in found.repeated
    )
