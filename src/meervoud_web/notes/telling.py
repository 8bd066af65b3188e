"""What a paper tells of promises, and of what in the line is in the way. Notes themselves are never told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, in_short, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes.models import Friction, FrictionKind, FrictionState, Promise, PromiseState
from meervoud_web.notes.queries.seen import frictions_seen_by, promises_seen_by
from meervoud_web.people.models import Person

ABOUT_MONEY = frozenset({FrictionKind.BUDGET, FrictionKind.HOURS})


def promises_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """How many promises there are and how they stand, then each that waits or was settled since."""
    promises = list(promises_seen_by(person, challenge.promises.all()))
    if not promises:
        return
    yield Sentence(
        text=_how_they_stand(promises), sources=(thing_of(challenge), *map(thing_of, promises)), key="promises"
    )
    for one in promises:
        if one.is_open or since is None or (one.settled_at is not None and one.settled_at > since):
            yield Sentence(text=_promise(one), sources=(thing_of(one),))


def _how_they_stand(promises: list[Promise]) -> str:
    kept = sum(one.state == PromiseState.KEPT for one in promises)
    dropped = sum(one.state == PromiseState.LET_GO for one in promises)
    waiting = sum(one.is_open for one in promises)
    late = sum(one.is_late for one in promises)
    facts = {"number": len(promises), "kept": kept, "dropped": dropped, "waiting": waiting, "late": late}
    return (
        ngettext(
            "Er is %(number)s toezegging: %(kept)s nagekomen, %(dropped)s niet nagekomen, %(waiting)s open, "
            "waarvan %(late)s te laat.",
            "Er zijn %(number)s toezeggingen: %(kept)s nagekomen, %(dropped)s niet nagekomen, %(waiting)s open, "
            "waarvan %(late)s te laat.",
            len(promises),
        )
        % facts
    )


def _promise(one: Promise) -> str:
    facts = {
        "whom": one.get_to_display(),
        "what": bare(one.what),
        "day": on_day(one.due_on),
        "outcome": in_short(one.outcome) if one.outcome else "",
    }
    if one.state == PromiseState.KEPT:
        words = _("Nagekomen, aan %(whom)s: “%(what)s”. %(outcome)s")
    elif one.state == PromiseState.LET_GO:
        words = _("Niet nagekomen, aan %(whom)s: “%(what)s”. De reden: %(outcome)s")
    elif one.is_late:
        words = _("Te laat, aan %(whom)s: “%(what)s”. Beloofd was uiterlijk %(day)s.")
    else:
        words = _("Toegezegd aan %(whom)s, uiterlijk %(day)s: “%(what)s”.")
    return (words % facts).strip()


def frictions_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What blocks us apart from money and hours."""
    return _frictions(person, challenge, since, about_money=False)


def money_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """For what there is no money or no time."""
    return _frictions(person, challenge, since, about_money=True)


def _frictions(
    person: Person, challenge: Challenge, since: datetime | None, *, about_money: bool
) -> Iterable[Sentence]:
    for one in frictions_seen_by(person, challenge.frictions.all()):
        is_new = since is None or one.settled_at is None or one.settled_at > since
        if (one.kind in ABOUT_MONEY) == about_money and is_new:
            yield Sentence(text=_friction(one), sources=(thing_of(one),))


def _friction(one: Friction) -> str:
    facts = {"what": bare(one.what), "day": on_day(one.by_when), "outcome": in_short(one.outcome)}
    if one.state == FrictionState.LIFTED:
        words = _("Opgeheven is: “%(what)s”. %(outcome)s")
    elif one.state == FrictionState.NOT_LIFTED:
        words = _("Niet opgeheven is: “%(what)s”. De reden: %(outcome)s")
    elif one.is_late:
        words = _("In de weg staat: “%(what)s”. Dit had op %(day)s opgeheven moeten zijn.")
    else:
        words = _("In de weg staat: “%(what)s”. Dit is voorgelegd, en nodig op %(day)s.")
    return words % facts


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.PROMISES, promises_told)
    register_sentences(Section.MOVES, frictions_told)
    register_sentences(Section.COSTS, money_told)
