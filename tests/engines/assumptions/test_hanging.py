"""What falls with an assumption: exactly that, on any graph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from meervoud.assumptions import strength, to_reconsider

NODES = st.integers(0, 11)
GRAPHS = st.dictionaries(NODES, st.sets(NODES, max_size=4), max_size=12)


def rests_on(graph: dict[int, set[int]], node: int) -> set[int]:
    """Everything under a node, the slow way: repeat until nothing is added."""
    under = set(graph.get(node, ()))
    while True:
        more = under.union(*(graph.get(one, ()) for one in under))
        if more == under:
            return under
        under = more


@given(GRAPHS, st.lists(NODES, max_size=5))
def test_exactly_what_hangs_on_the_fallen_is_listed_on_any_graph(
    graph: dict[int, set[int]], fallen: list[int]
) -> None:
    listed = {one.node: one for one in to_reconsider(graph, fallen=fallen)}
    expected = {node for node in graph if rests_on(graph, node) & set(fallen)} - set(fallen)
    assert set(listed) == expected
    for node, one in listed.items():
        assert set(one.because) == (rests_on(graph, node) & set(fallen))
        assert one.path[0] in fallen
        assert one.path[-1] == node
        assert all(lower in graph[upper] for lower, upper in zip(one.path, one.path[1:], strict=False))


@given(GRAPHS, st.lists(NODES, max_size=5))
def test_the_nearest_come_first(graph: dict[int, set[int]], fallen: list[int]) -> None:
    lengths = [len(one.path) for one in to_reconsider(graph, fallen=fallen)]
    assert lengths == sorted(lengths)


def test_when_nothing_has_fallen_there_is_nothing_to_reconsider() -> None:
    assert to_reconsider({"a": ["b"]}, fallen=[]) == ()


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = {number: [number - 1] for number in range(1, 3000)}
    assert to_reconsider(chain, fallen=[0])[-1].node == 2999


def test_a_chain_without_links_has_no_weakest_one() -> None:
    assert (strength({}).product, strength({}).weakest) == (1, None)
