"""What hangs on what, and so what there is to reconsider when something falls."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Reconsider(Generic[Node]):
    """Something that has lost a ground under it.

    Attributes
    ----------
    node
        What there is to reconsider.
    because
        Everything fallen on which it hangs, directly or through others, in the order of ``fallen``.
    path
        The shortest way down from what is fallen to ``node``, with both ends.
    """

    node: Node
    because: tuple[Node, ...]
    path: tuple[Node, ...]


@dataclass(frozen=True, kw_only=True)
class Strength(Generic[Node]):
    """How strong a chain of assumptions is: the product of its links, never shown without its weakest link."""

    product: float
    weakest: Node | None


def to_reconsider(
    hangs_on: Mapping[Node, Collection[Node]], *, fallen: Iterable[Node]
) -> tuple[Reconsider[Node], ...]:
    """List exactly what hangs on what has fallen, through chains of any length and around circles.

    Parameters
    ----------
    hangs_on
        For each node, the nodes on which it rests.
    fallen
        Broken or expired assumptions, choices that were taken back. What has fallen is not listed itself.

    Returns
    -------
    The nearest first; of those as near, in the order of ``hangs_on``. Time grows with the number of links times
    the number of the fallen.

    Examples
    --------
    >>> ground = {"trial": ["network"], "budget": ["trial"], "training": ["need"]}
    >>> [(one.node, one.path) for one in to_reconsider(ground, fallen=["network"])]
    [('trial', ('network', 'trial')), ('budget', ('network', 'trial', 'budget'))]
    """
    lost = tuple(dict.fromkeys(fallen))
    above = _upwards(hangs_on)
    paths: dict[Node, tuple[Node, ...]] = {}
    because: dict[Node, list[Node]] = {}
    for ground in lost:
        for node, path in _reached(ground, above).items():
            because.setdefault(node, []).append(ground)
            if node not in paths or len(path) < len(paths[node]):
                paths[node] = path
    place = {node: number for number, node in enumerate(hangs_on)}
    listed = sorted(set(paths) - set(lost), key=lambda node: (len(paths[node]), place[node]))
    return tuple(Reconsider(node=node, because=tuple(because[node]), path=paths[node]) for node in listed)


def strength(links: Mapping[Node, float]) -> Strength[Node]:
    """How strong a chain is in which every link has to hold.

    Examples
    --------
    >>> chain = strength({"people come": 0.8, "people stay": 0.5})
    >>> chain.product, chain.weakest
    (0.4, 'people stay')
    """
    return Strength(product=prod(links.values()), weakest=min(links, key=links.__getitem__, default=None))


def _upwards(hangs_on: Mapping[Node, Collection[Node]]) -> dict[Node, list[Node]]:
    above: dict[Node, list[Node]] = {}
    for node, grounds in hangs_on.items():
        for ground in grounds:
            above.setdefault(ground, []).append(node)
    return above


def _reached(ground: Node, above: Mapping[Node, list[Node]]) -> dict[Node, tuple[Node, ...]]:
    """Everything that rests on ``ground``, with the shortest way to it; the ground itself not."""
    found: dict[Node, tuple[Node, ...]] = {ground: (ground,)}
    waiting = deque([ground])
    while waiting:
        here = waiting.popleft()
        for node in above.get(here, ()):
            if node not in found:
                found[node] = (*found[here], node)
                waiting.append(node)
    del found[ground]
    return found
