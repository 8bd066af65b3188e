"""The one door: votes in, a landscape out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from meervoud.errors import MethodError
from meervoud.landscape import clusters, copies, identities, polis
from meervoud.landscape.agreement import Table
from meervoud.landscape.assembly import Found, assemble
from meervoud.landscape.bridges import bridges
from meervoud.landscape.classes import Answers
from meervoud.landscape.grouping import Division, Field
from meervoud.landscape.positions import Centred
from meervoud.landscape.reliability import reliability
from meervoud.landscape.result import Landscape, WithCopies
from meervoud.landscape.shuffled import MOST_DIMENSIONS
from meervoud.landscape.stability import Stability, resample
from meervoud.landscape.verdict import Finding, Progress, judge
from meervoud.landscape.votes import Votes

Floats = NDArray[np.float64]
Labels = NDArray[np.int32]
Recipe = Literal["meervoud", "polis"]

MOST_GROUPS = 50
SILHOUETTE_SAMPLE = 600
WIDEST = 1e6
"""The largest weight may be this many times the smallest; beyond that the small ones would drown in rounding."""


def analyse(
    votes: Votes,
    *,
    seed: int = 0,
    groups: Literal["auto"] | int | Mapping[Any, Any] = "auto",
    weights: Mapping[Any, float] | ArrayLike | None = None,
    recipe: Recipe = "meervoud",
    resamples: int = 100,
    progress: Progress | None = None,
) -> Landscape:
    """Find who stands together, what divides, what is shared, and how sure that is.

    Parameters
    ----------
    votes
        See :class:`meervoud.landscape.Votes`.
    seed
        Steers every random draw: the same votes, parameters and seed give the same bits, in any order.
    groups
        ``"auto"``, a number of groups, or ``{participant: group}``.
    weights
        How much each participant counts (for raking): ``{participant: weight}``, where whoever is not named
        counts 1, or an array in the order of ``votes.participants``.
    recipe
        ``"meervoud"`` gives groups only where there are groups; ``"polis"`` always gives groups.
    resamples
        How many draws of each null model and how many bootstrap resamples. With 0 there are none, and what
        they would say is ``None``.
    progress
        Called with a share between 0 and 1 and what is going on.

    Raises
    ------
    MethodError
        For parameters that make no sense.

    Examples
    --------
    >>> votes = Votes.from_arrays([1, 1, 2, 2], [1, 2, 1, 2], [1, 1, -1, 0])
    >>> analyse(votes, resamples=0).counts.agree
    2
    """
    _refuse(groups, recipe, resamples, seed)
    say = progress or (lambda share, what: None)
    work = _Work.of(votes, seed=seed, weights=_weights(votes, weights), recipe=recipe, groups=groups)
    found = work.look(groups, draws=resamples, progress=say)
    parameters: dict[str, object] = {
        "groups": {str(key): str(value) for key, value in groups.items()}
        if isinstance(groups, Mapping)
        else groups,
        "recipe": recipe,
        "resamples": resamples,
        "weights": None if weights is None else work.given.tolist(),
    }
    say(1.0, "done")
    return assemble(votes, work.votes, found, seed=seed, parameters=parameters)


@dataclass(frozen=True, eq=False)
class _Work:
    """The material of one analysis."""

    votes: Votes
    given: Floats
    weights: Floats
    able: NDArray[np.bool_]
    places: Floats
    reliability: Floats
    repeated: tuple[copies.Repeated, ...]
    seed: int
    recipe: Recipe

    @classmethod
    def of(cls, votes: Votes, *, seed: int, weights: Floats | None, recipe: Recipe, groups: object) -> _Work:
        open_ = votes.open_votes()
        given = np.ones(votes.shape[0]) if weights is None else weights
        plain = recipe == "polis"
        repeated = () if plain else copies.find(open_, rng=np.random.default_rng([seed, 1]))
        counted = copies.capped(given, repeated)
        even = bool((counted == 1).all())
        centred = Centred.of(open_, None if even else counted)
        values, directions = centred.principal(2 if plain else MOST_DIMENSIONS)
        out = int(votes.moderated.sum()) if plain else 0
        places = centred.project(directions, seen=open_.votes_each + out, statements=open_.shape[1] + out)
        able = (
            polis.placed(votes.votes_each, votes.shape[1])
            if plain
            else polis.placed(open_.votes_each, open_.shape[1])
        )
        return cls(
            votes=open_,
            given=given,
            weights=counted,
            able=able,
            places=places,
            reliability=reliability(centred, values[:2], directions[:, :2]),
            repeated=repeated,
            seed=seed,
            recipe=recipe,
        )

    def look(self, groups: object, *, draws: int, progress: Progress) -> Found:
        """Judge, divide and ask again."""
        finding = self._judge(self.weights, draws, lambda share, what: progress(0.6 * share, what))
        labels, ids, division, field = self._divide(groups, finding)
        stability = self._ask_again(groups, division, field, draws, progress)
        certainty = np.full(self.able.size, np.nan) if stability is None else stability.certainty
        known = labels >= 0
        return Found(
            finding=finding,
            labels=labels,
            ids=ids,
            able=self.able,
            places=self.places[:, :2],
            reliability=self.reliability,
            certainty=np.where(known, certainty, np.nan),
            k_share=stability.k_share if stability else {},
            silhouette=self._silhouette(labels) if ids else None,
            weights=self.weights,
            repeated=self.repeated,
            with_copies=self._with_copies(groups, draws) if self.repeated else None,
        )

    def _judge(self, weights: Floats, draws: int, progress: Progress) -> Finding | None:
        if not draws or self.able.sum() < 2 or not self.votes.size:
            return None
        rng = np.random.default_rng([self.seed, 2])
        weights = weights * self.able
        return judge(self.votes.heard(), self.places, weights=weights, draws=draws, rng=rng, progress=progress)

    def _divide(
        self, groups: object, finding: Finding | None
    ) -> tuple[Labels, tuple[str, ...], Division | None, Field | None]:
        nobody = np.full(self.able.size, -1, np.int32)
        if isinstance(groups, Mapping):
            return (*self._given_groups(groups), None, None)
        k = groups if isinstance(groups, int) else None
        if not self.able.any() or not self.votes.size:
            return nobody, (), None, None
        if self.recipe == "polis":
            labels = nobody.copy()
            labels[self.able] = polis.divide(self.places[self.able], k=k)
            return labels, _names(int(labels.max()) + 1), None, None
        if k is None and (finding is None or finding.verdict != "groups"):
            return nobody, (), None, None
        dimensions = min(finding.dimensions if finding else MOST_DIMENSIONS, self.places.shape[1])
        field = Field(Answers.of(self.votes.heard()), self.places[:, :dimensions], self.weights * self.able)
        division = field.divide(k=min(k, int(self.able.sum())) if k else None)
        labels = np.where(self.able, division.labels, -1).astype(np.int32)
        used, place = np.unique(labels[labels >= 0], return_inverse=True)  # of many groups some stay empty
        labels[labels >= 0] = place
        return labels, _names(used.size), division, field

    def _given_groups(self, groups: Mapping[Any, Any]) -> tuple[Labels, tuple[str, ...]]:
        named = {str(key): str(value) for key, value in groups.items() if value is not None and str(value) != ""}
        people = self.votes.participants
        ids = tuple(sorted({named[name] for name in people if name in named}, key=identities.natural))
        if named and not ids:
            raise MethodError("nobody in these groups is among the participants", code="bad-parameter")
        place = {name: index for index, name in enumerate(ids)}
        labels = [place[named[name]] if name in named else -1 for name in people]
        return np.array(labels, np.int32), ids

    def _ask_again(
        self, groups: object, division: Division | None, field: Field | None, draws: int, progress: Progress
    ) -> Stability | None:
        if division is None or field is None or not draws:
            return None
        rng, k = np.random.default_rng([self.seed, 3]), groups if isinstance(groups, int) else None
        stability = None
        for count, step in enumerate(resample(field, division, k=k, draws=draws, rng=rng)):
            progress(0.6 + 0.4 * count / (draws + 1), "ask again with other people")
            stability = step
        return stability

    def _silhouette(self, labels: Labels) -> float:
        rows = np.flatnonzero(labels >= 0)
        rows = rows[:: max(1, -(-rows.size // SILHOUETTE_SAMPLE))]
        places = self.places[rows, :2]
        apart = clusters.distances(places, places)
        np.sqrt(apart, out=apart)
        return clusters.silhouette(labels[rows], apart, weights=self.weights[rows])

    def _with_copies(self, groups: object, draws: int) -> WithCopies:
        """Look once more, with every account counted in full."""
        even = bool((self.given == 1).all())
        centred = Centred.of(self.votes, None if even else self.given)
        directions = centred.principal(self.places.shape[1])[1]
        places = centred.project(directions, seen=self.votes.votes_each, statements=self.votes.shape[1])
        full = replace(self, weights=self.given, places=places, repeated=())
        finding = full._judge(self.given, draws, lambda share, what: None)
        labels, ids, _, _ = full._divide(groups, finding)
        table = Table.of(self.votes, labels, ids, weights=self.given)
        everybody = Table.of_all(self.votes, weights=self.given)
        scores = {one.statement: one.score for one in bridges(table, everybody, self.votes.statements)}
        return WithCopies(verdict=finding.verdict if finding else None, k=len(ids) or None, bridges=scores)


def _names(k: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, k + 1))


def _refuse(groups: object, recipe: object, resamples: object, seed: object) -> None:
    if recipe not in ("meervoud", "polis"):
        raise MethodError("recipe must be meervoud or polis", code="bad-parameter", value=recipe)
    if isinstance(groups, bool) or not (groups == "auto" or isinstance(groups, int | Mapping)):
        raise MethodError("groups must be auto, a number or a mapping", code="bad-parameter", value=groups)
    if isinstance(groups, int) and not 2 <= groups <= MOST_GROUPS:
        raise MethodError(f"groups must be from 2 to {MOST_GROUPS}", code="bad-parameter", value=groups)
    if not isinstance(resamples, int) or resamples < 0 or resamples == 1:
        raise MethodError("resamples must be 0, or 2 or more", code="bad-parameter", value=resamples)
    if not isinstance(seed, int) or seed < 0:
        raise MethodError("seed must be a whole number of 0 or more", code="bad-parameter", value=seed)


def _weights(votes: Votes, weights: Mapping[Any, float] | ArrayLike | None) -> Floats | None:
    if weights is None:
        return None
    if isinstance(weights, Mapping):
        named = {str(key): value for key, value in weights.items()}
        weights = [named.get(name, 1.0) for name in votes.participants]
    try:
        given = np.asarray(weights, dtype=np.float64)
    except (TypeError, ValueError):
        raise MethodError("weights must be numbers", code="bad-weight") from None
    if given.shape != (votes.shape[0],):
        raise MethodError("there must be one weight for each participant", code="unequal-lengths")
    if not np.isfinite(given).all() or (given < 0).any():
        raise MethodError("a weight must be a number of 0 or more", code="bad-weight")
    counted = given[given > 0]
    if given.size and not counted.size:
        raise MethodError("somebody must count: all weights are 0", code="bad-weight")
    if counted.size and counted.max() > WIDEST * counted.min():
        raise MethodError("weights lie too far apart to count together", code="bad-weight")
    return given
