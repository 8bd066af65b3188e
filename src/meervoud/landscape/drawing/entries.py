"""What a picture says in words: the verdict, each group with its size, how much was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meervoud.landscape.result import Group, Landscape

from .ink import safe
from .terrain import SMALLEST_GROUP
from .words import Words


@dataclass(frozen=True)
class Entry:
    """One group as the reader meets it."""

    position: int
    group: Group
    name: str
    share: str

    @property
    def kind(self) -> str:
        """The class by which a page colours everything of this group."""
        return f"landscape-group-{self.position + 1}"

    @property
    def handle(self) -> str:
        """The attribute by which a page finds everything of this group."""
        return f'data-group="{safe(self.group.id)}"'


def entries_of(result: Landscape, labels: Mapping[str, str], words: Words) -> list[Entry]:
    """Return the groups that are big enough to be shown, with their size said in words."""
    shown = [(place, group) for place, group in enumerate(result.groups) if group.size >= SMALLEST_GROUP]
    sizes = [group.size for _, group in shown]
    total = sum(group.size for group in result.groups)
    counts, base = (_of_hundred(sizes, total), 100) if total > 100 else (sizes, total)
    return [
        Entry(
            position=place,
            group=group,
            name=labels.get(group.id) or words.group.format(letter=_letter(place)),
            share=words.share.format(count=count, total=base),
        )
        for (place, group), count in zip(shown, counts, strict=True)
    ]


def _of_hundred(sizes: list[int], total: int) -> list[int]:
    """Round shares so that they add up as they should: the largest remainders get the last ones."""
    exact = [100 * size / total for size in sizes]
    counts = [int(share) for share in exact]
    missing = round(sum(exact)) - sum(counts)
    for place in sorted(range(len(sizes)), key=lambda place: (counts[place] - exact[place], place))[:missing]:
        counts[place] += 1
    return counts


def _letter(position: int) -> str:
    return chr(ord("A") + position) if position < 26 else str(position + 1)


def verdict_of(result: Landscape, entries: list[Entry], words: Words) -> str:
    verdict = result.structure.verdict
    if not len(result.members):
        return words.empty
    if entries:
        if verdict == "groups":
            return words.one_group if len(entries) == 1 else words.groups_found.format(count=len(entries))
        return words.groups_untested if verdict is None else words.groups_asked
    return {"spectrum": words.spectrum, "none": words.none}.get(verdict or "", words.untested)


def told_of(verdict: str, entries: list[Entry], result: Landscape, words: Words) -> str:
    groups = "; ".join(f"{entry.name}: {entry.share}" for entry in entries)
    return ". ".join(part for part in (verdict, groups, amounts(result, words)) if part) + "."


def amounts(result: Landscape, words: Words) -> str:
    """Return how much was said."""
    return words.amounts.format(
        participants=words.amount(result.counts.participants),
        statements=words.amount(result.counts.statements),
        votes=words.amount(result.counts.votes),
    )
