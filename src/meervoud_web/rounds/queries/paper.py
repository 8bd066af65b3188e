"""How far the paper of a round is."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.rounds.models import PaperCard, Round


@dataclass(frozen=True)
class PaperWork:
    """The numbers of the cards: which count, which want a second pair of eyes, which differ."""

    counting: tuple[int, ...]
    once: tuple[int, ...]
    differing: tuple[int, ...]

    @property
    def highest(self) -> int:
        """The highest number that was typed in."""
        return max((*self.counting, *self.once, *self.differing), default=0)


def paper_work(round_: Round) -> PaperWork:
    """Where every card of a round stands."""
    rows = list(PaperCard.objects.filter(round=round_).values_list("number", "second_at", "participation_id"))
    return PaperWork(
        counting=tuple(number for number, _, who in rows if who),
        once=tuple(number for number, again, who in rows if not who and again is None),
        differing=tuple(number for number, again, who in rows if not who and again is not None),
    )


def last_look(round_: Round, number: int) -> str:
    """Which look at a card was the last; empty where nobody looked yet."""
    card = PaperCard.objects.filter(round=round_, number=number).first()
    return card.last_look if card else ""


def differences(round_: Round, number: int) -> frozenset[int]:
    """The keys of the statements in which the two looks at a card differ."""
    card = PaperCard.objects.filter(round=round_, number=number, participation=None).first()
    if card is None or card.second is None:
        return frozenset()
    keys = card.first.keys() | card.second.keys()
    return frozenset(int(key) for key in keys if card.first.get(key) != card.second.get(key))
