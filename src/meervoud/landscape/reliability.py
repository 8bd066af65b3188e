"""How much of a person's position is signal, and how much is the luck of which statements were seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from meervoud.landscape.positions import Centred

Floats = NDArray[np.float64]


def reliability(centred: Centred, values: Floats, directions: Floats) -> Floats:
    """Share of the variance of each person's position that is signal, shape (n,), 0 to 1.

    Parameters
    ----------
    values, directions
        The principal values, shape (d,), and directions, shape (m, d).

    Notes
    -----
    A vote is the person's place times the loading of the statement, plus noise. A person who reacted to
    statements with squared loadings that add up to q, shows a place with variance t²q² + s²q, where t² is the
    variance of places and s² that of the noise. Both follow from the principal values; the share is
    t²q / (t²q + s²). Directions count by the variance they carry.
    """
    people = centred.matrix.shape[0]
    weights = np.ones(people) if centred.weights is None else centred.weights
    ones = sparse.csr_array(
        (np.ones(centred.matrix.nnz), centred.matrix.indices, centred.matrix.indptr), shape=centred.matrix.shape
    )
    seen = np.stack([ones @ one**2 for one in directions.T], axis=1)
    each = np.repeat(weights, np.diff(centred.matrix.indptr)) if centred.weights is not None else None
    data = centred.matrix.data
    total, votes = (data @ data, data.size) if each is None else (data @ (data * each), each.sum())
    noise = max(float(total) - float(values.sum()), 0.0) / max(float(votes), 1.0)
    spread = np.maximum(values - noise * (weights @ seen), 0.0) / np.maximum(weights @ seen**2, 1e-12)
    signal = spread * seen
    share = np.divide(signal, signal + noise, out=np.zeros_like(signal), where=signal + noise > 0)
    carried = float(spread.sum())
    return np.asarray(np.clip(share @ spread / carried, 0.0, 1.0)) if carried > 0 else np.zeros(people)
