"""Statements that carry across everybody."""

from __future__ import annotations

import numpy as np
from scipy import special

from meervoud.landscape.agreement import Table, Z
from meervoud.landscape.result import Bridge


def bridges(table: Table, everybody: Table, statements: tuple[str, ...]) -> tuple[Bridge, ...]:
    """Rank the statements that anybody voted on, best first.

    Parameters
    ----------
    table
        The groups; without groups, a table of none.
    everybody
        One group that holds everyone.

    Notes
    -----
    The score is the geometric mean over people of the agreement in their own group: each group weighs as many
    people as it holds. A group that says no pulls the score down by its size and cannot veto it, as in a plain
    product over groups; a majority alone does not make a bridge either, since the mean is geometric. Without
    groups the score is the share of everybody that agrees.
    """
    used = table if table.ids else everybody
    size = used.mass.sum(axis=(1, 2))
    weight = size / max(size.sum(), 1e-12) if size.sum() > 0 else np.full(size.size, 1 / max(size.size, 1))
    log = weight @ np.log(used.agree)
    hits, others = used.mass[:, :, 2] + 0.5, used.seen - used.mass[:, :, 2] + 0.5
    spread = np.sqrt(weight**2 @ (special.polygamma(1, hits) - special.polygamma(1, hits + others)))
    score, low, high = np.exp(log), np.exp(log - Z * spread), np.minimum(np.exp(log + Z * spread), 1.0)
    seen = np.flatnonzero(everybody.counts.sum(axis=(0, 2)))
    best = seen[np.lexsort((seen, -np.round(score[seen], 12)))]
    return tuple(
        Bridge(
            statement=statements[one],
            score=float(score[one]),
            low=float(low[one]),
            high=float(high[one]),
            by_group=table.by_group[one],
        )
        for one in best.tolist()
    )


def consensus_polis(counts: Table, statements: tuple[str, ...]) -> dict[str, float]:
    """Polis's group-informed consensus: the product over groups of (agree + 1) / (votes + 2)."""
    if not counts.ids:
        return {}
    seen = counts.counts.sum(axis=2)
    value = np.prod((counts.counts[:, :, 2] + 1) / (seen + 2), axis=0)
    return dict(zip(statements, value.tolist(), strict=True))
