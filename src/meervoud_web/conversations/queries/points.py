"""Statements that say something about us together: shared, dividing, overlooked, or still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud import landscape
from meervoud_web.conversations.queries.picture_words import words
from meervoud_web.conversations.queries.wording import between, of_hundred, quoted

TOP = 5
SHARED_FROM = 2 / 3
"""A bridge that may carry less far than this is no shared point; where none is left the page says so."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Point:
    """One statement with what is to be said of it."""

    statement: str
    text: str
    sentence: str
    picture: str


@dataclass(frozen=True)
class Section:
    """A list of statements under one heading, the most telling first."""

    key: str
    title: str
    lead: str
    empty: str
    points: tuple[Point, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many more there are than are shown here."""
        return self.total - len(self.points)


@dataclass(frozen=True)
class _Teller:
    """Turns what the engine found into points, with names and texts at hand."""

    names: Mapping[str, str]
    texts: Mapping[str, str]
    words: landscape.Words

    def point(self, key: str, statement: str, sentence: str, by_group: Mapping[str, landscape.Agreement]) -> Point:
        text = self.texts.get(statement, statement)
        return Point(
            statement=statement, text=text, sentence=sentence, picture=self._picture(key, statement, by_group)
        )

    def _picture(self, key: str, statement: str, by_group: Mapping[str, landscape.Agreement]) -> str:
        if not by_group:
            return ""
        return landscape.draw_agreement(
            by_group, groups=list(self.names), labels=self.names, words=self.words, key=f"{key}-{statement}"
        )

    def bridge(self, one: landscape.Bridge, tally: landscape.Tally | None) -> Point:
        if one.by_group:
            low = min(cell.low for cell in one.by_group.values())
            high = max(cell.high for cell in one.by_group.values())
            sentence = _("In elke groep zijn %(people)s het hiermee eens.") % {"people": between(low, high)}
        else:
            sentence = _counted(tally)
        return self.point("shared", one.statement, sentence, one.by_group)

    def divide(self, one: landscape.Divide) -> Point:
        most, least = one.by_group[one.most], one.by_group[one.least]
        sentence = _("Bij %(most)s zijn %(many)s het eens, bij %(least)s %(few)s.") % {
            "most": quoted(self.names[one.most]),
            "many": between(most.low, most.high),
            "least": quoted(self.names[one.least]),
            "few": between(least.low, least.high),
        }
        return self.point("divides", one.statement, sentence, one.by_group)

    def minority(self, one: landscape.MinorityVoice) -> Point:
        facts = {
            "group": quoted(self.names[one.group]),
            "people": between(one.low, one.high),
            "others": of_hundred(one.others),
        }
        if one.stance == "agree":
            sentence = _("Bij %(group)s zijn %(people)s het eens; bij alle anderen samen %(others)s van de 100.")
        else:
            sentence = _("Bij %(group)s zijn %(people)s het oneens; bij alle anderen samen %(others)s van de 100.")
        return self.point("minority", one.statement, sentence % facts, one.by_group)

    def undecided(self, one: landscape.Undecided) -> Point:
        facts = {
            "one": quoted(self.names[one.most]),
            "other": quoted(self.names[one.least]),
            "count": one.votes_needed,
        }
        if one.low > 0:
            likely = _(
                "%(one)s en %(other)s lijken hierin te verschillen. Maar we vergelijken veel stellingen, dus "
                "dit kan nog toeval zijn."
            )
            return self.point("undecided", one.statement, likely % facts, one.by_group)
        sentence = ngettext(
            "Of %(one)s en %(other)s hierin verschillen, weten we nog niet. Ongeveer %(count)s reactie erbij kan "
            "dat duidelijk maken.",
            "Of %(one)s en %(other)s hierin verschillen, weten we nog niet. Ongeveer %(count)s reacties erbij "
            "kunnen dat duidelijk maken.",
            one.votes_needed,
        )
        return self.point("undecided", one.statement, sentence % facts, one.by_group)


def _counted(tally: landscape.Tally | None) -> str:
    if tally is None:
        return ""
    total = tally.agree + tally.disagree + tally.pass_
    return _("%(agree)s van de %(total)s mensen die reageerden, zijn het hiermee eens.") % {
        "agree": tally.agree,
        "total": total,
    }


def sections_of(
    result: landscape.Landscape, *, names: Mapping[str, str], texts: Mapping[str, str]
) -> tuple[Section, ...]:
    """The top of each list of a result; lists that need groups are left out where there are none."""
    teller = _Teller(names, texts, words())
    return tuple(listed.section(slice(TOP)) for listed in _lists(result, teller))


def section_of(
    result: landscape.Landscape,
    key: str,
    *,
    names: Mapping[str, str],
    texts: Mapping[str, str],
    first: int,
    most: int,
) -> Section | None:
    """A part of one list, or nothing when this result has no such list."""
    teller = _Teller(names, texts, words())
    found = next((listed for listed in _lists(result, teller) if listed.key == key), None)
    return None if found is None else found.section(slice(first, first + most))


@dataclass(frozen=True)
class _List(Generic[Item]):
    """A whole list, told only as far as it is shown."""

    key: str
    title: str
    lead: str
    empty: str
    items: Sequence[Item]
    tell: Callable[[Item], Point]

    def section(self, shown: slice) -> Section:
        points = tuple(self.tell(one) for one in self.items[shown])
        return Section(self.key, self.title, self.lead, self.empty, points, total=len(self.items))


def _lists(result: landscape.Landscape, teller: _Teller) -> list[_List[Any]]:
    if not result.groups:
        return [_shared(result, teller)]
    return [
        _shared(result, teller),
        _divides(result, teller),
        _minority(result, teller),
        _undecided(result, teller),
    ]


def _shared(result: landscape.Landscape, teller: _Teller) -> _List[landscape.Bridge]:
    tallies = {tally.statement: tally for tally in result.tallies}
    return _List(
        "shared",
        _("Wat we delen"),
        _("Gedeelde punten: stellingen waar mensen uit alle groepen het over eens zijn.")
        if result.groups
        else _("Gedeelde punten: stellingen waar verreweg de meeste mensen het over eens zijn."),
        _("Er is geen stelling waar bijna iedereen het over eens is."),
        [one for one in result.bridges if one.low >= SHARED_FROM],
        lambda one: teller.bridge(one, tallies.get(one.statement)),
    )


def _divides(result: landscape.Landscape, teller: _Teller) -> _List[landscape.Divide]:
    return _List(
        "divides",
        _("Wat ons verdeelt"),
        _("Verschilpunten: stellingen waar de ene groep het mee eens is en de andere niet."),
        _("Er is geen stelling waar de groepen duidelijk over verschillen."),
        result.divides,
        teller.divide,
    )


def _minority(result: landscape.Landscape, teller: _Teller) -> _List[landscape.MinorityVoice]:
    return _List(
        "minority",
        _("Minderheidsgeluiden"),
        _("Wat een kleine groep sterk vindt en anderen makkelijk over het hoofd zien."),
        _("We vonden geen mening die een kleine groep sterk heeft en anderen niet."),
        result.minority_voices,
        teller.minority,
    )


def _undecided(result: landscape.Landscape, teller: _Teller) -> _List[landscape.Undecided]:
    return _List(
        "undecided",
        _("Nog onbeslist"),
        _("Hier kan het verschil tussen groepen nog toeval zijn. Meer reacties helpen hier het meest."),
        _("Er is geen verschil tussen groepen dat nog toeval kan zijn."),
        result.undecided,
        teller.undecided,
    )
