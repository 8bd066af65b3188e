"""What stands at the two ends of a spectrum, in statements."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from meervoud.landscape.result import Landscape
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]


def ends(votes: Votes, result: Landscape, *, most: int = 2) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the statements that people at the left and at the right of the picture agree with most clearly.

    Parameters
    ----------
    votes
        The votes that the result was computed from.
    result
        Its landscape; the first line of difference is the horizontal one.
    most
        How many statements for each end.

    Returns
    -------
    tuple of two tuples of statement ids, strongest first
        Statements are ranked by the correlation between place and vote, times the square root of the number of
        votes, so that a statement with few votes needs a stronger relation. Empty where nothing relates.
    """
    rows = {participant: row for row, participant in enumerate(result.members.ids)}
    place = result.members.x[[rows[participant] for participant in votes.participants]]
    strength = _strength(place[votes.rows], votes.values.astype(np.float64), votes)
    strength[votes.moderated] = 0.0
    order = np.argsort(strength, kind="stable").tolist()
    left = tuple(votes.statements[column] for column in order[:most] if strength[column] < 0)
    right = tuple(votes.statements[column] for column in order[::-1][:most] if strength[column] > 0)
    return left, right


def _strength(place: Floats, value: Floats, votes: Votes) -> Floats:
    count = np.bincount(votes.columns, minlength=len(votes.statements))

    def mean(one: Floats) -> Floats:
        return np.asarray(np.bincount(votes.columns, one, minlength=count.size) / np.maximum(count, 1))

    covariance = mean(place * value) - mean(place) * mean(value)
    variances = (mean(place**2) - mean(place) ** 2) * (mean(value**2) - mean(value) ** 2)
    return np.asarray(covariance / np.sqrt(np.where(variances > 1e-12, variances, np.inf)) * np.sqrt(count))
