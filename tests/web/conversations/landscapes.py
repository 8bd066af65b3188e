"""Results made by hand, for what the words on a page promise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from meervoud import landscape


def said(agree: int, disagree: int, passed: int = 0) -> landscape.Agreement:
    total = max(1, agree + disagree + passed)
    share = agree / total
    return landscape.Agreement(
        agree=agree,
        disagree=disagree,
        pass_=passed,
        share=share,
        low=max(0.0, share - 0.06),
        high=min(1.0, share + 0.06),
    )


def by_hand(
    *,
    verdict: landscape.Verdict | None = "groups",
    sizes: dict[str, int] | None = None,
    k_certainty: float | None = 0.95,
    ids: Sequence[str] = (),
) -> landscape.Landscape:
    """Two groups and a small third; statement 1 is shared, 2 divides, 3 is of the small group."""
    sizes = {"a": 60, "b": 36, "c": 4} if sizes is None else sizes
    shared = {group: said(int(size * 0.9), size - int(size * 0.9)) for group, size in sizes.items()}
    first, last = (next(iter(sizes)), list(sizes)[-1]) if sizes else ("", "")
    divided = {group: said(size, 0) if group == first else said(0, size) for group, size in sizes.items()}
    pair = list(sizes)[:2]
    own = {group: said(size, 0) if group == last else said(0, size) for group, size in sizes.items()}
    people = len(ids) or max(100, sum(sizes.values()))
    groups = (
        np.repeat(np.arange(len(sizes), dtype=np.int32), list(sizes.values())) if sizes else np.full(people, -1)
    )
    return landscape.Landscape(
        counts=landscape.Counts(people, people, 3, 300, 200, 90, 10),
        tallies=tuple(landscape.Tally(one, 80, 15, 5, moderated=False) for one in "123"),
        structure=landscape.Structure(
            verdict=verdict,
            silhouette=0.5,
            null=landscape.Null(0.001, 0.004),
            k=len(sizes) or None,
            k_certainty=k_certainty,
            k_share={},
            dimensions=2,
        ),
        groups=tuple(
            landscape.Group(
                id=group,
                size=size,
                representative=(landscape.Representative("2", "agree", 0.8, 0.7, 0.9, 0.2, 0.001),),
            )
            for group, size in sizes.items()
        ),
        members=landscape.Members(
            ids=tuple(ids) or tuple(map(str, range(people))),
            group=groups,
            group_ids=tuple(sizes),
            x=np.linspace(-1, 1, people),
            y=np.zeros(people),
            reliability=np.ones(people),
            certainty=np.ones(people),
        ),
        bridges=(
            landscape.Bridge("1", 0.85, 0.8, 0.9, shared),
            landscape.Bridge("2", 0.3, 0.2, 0.4, divided),
            landscape.Bridge("3", 0.1, 0.05, 0.2, own),
        ),
        divides=(landscape.Divide("2", 0.9, 0.8, 1.0, *pair, divided),) if len(pair) == 2 else (),
        minority_voices=(
            (landscape.MinorityVoice("3", last, "agree", 0.8, 0.95, 0.9, 1.0, 0.1, own),) if sizes else ()
        ),
        undecided=(landscape.Undecided("1", 0.1, -0.1, 0.2, *pair, 40, shared),) if len(pair) == 2 else (),
        consensus_polis={"1": 0.7},
        suspicious=(),
        method=landscape.Method("landscape", "1", {"resamples": 100}, 0, "abc"),
    )
