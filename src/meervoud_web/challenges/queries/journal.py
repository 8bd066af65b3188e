"""The journal as somebody may read it: the story of a challenge, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _

from meervoud_web.challenges.models import Challenge, JournalEntry
from meervoud_web.challenges.queries.roles import name_of_role
from meervoud_web.challenges.things import Shown, Thing, kinds, shown_to
from meervoud_web.challenges.verbs import ERASED, sentence_of
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Line:
    """One entry as it reads: a sentence, the reason, and the thing that it is about."""

    at: datetime
    sentence: str
    why: str
    shown: Shown | None
    is_new: bool = False


def journal_for(challenge: Challenge, *, person: Person | None) -> QuerySet[JournalEntry]:
    """The entries whose thing this person may see; those who work here also see what came of things now gone."""
    visible = Q(pk__in=())
    # Only the kinds that occur: a question about every kind of every app costs more than asking which they are.
    occur = challenge.journal.order_by().values_list("thing_kind", flat=True).distinct()
    for kind in (kinds()[slug] for slug in occur if slug in kinds()):
        seen = Q(thing_kind=kind.slug, thing_id__in=kind.rows_for(person).order_by().values("pk"))
        if person is not None and person.works_here and not kind.leaves_no_trace:
            gone = ~Q(thing_id__in=kind.rows().order_by().values("pk"))
            seen |= Q(thing_kind=kind.slug) & gone
        visible |= seen
    return challenge.journal.filter(visible).exclude(verb=ERASED).select_related("person")


def newest_turn(challenge: Challenge) -> JournalEntry | None:
    """When and why the challenge was last turned to another movement."""
    return challenge.journal.filter(verb__startswith="turned-").first()


@dataclass(frozen=True)
class Amounts:
    """How many entries there are of each year and kind of thing: asked once, for every choice on the timeline."""

    of: Mapping[tuple[int, str], int]

    @property
    def years(self) -> list[int]:
        """The years in which something happened, newest first."""
        return sorted({year for year, _kind in self.of}, reverse=True)

    @property
    def kinds(self) -> list[tuple[str, str | Promise]]:
        """The kinds of things that the entries are about, with their names."""
        known, slugs = kinds(), {kind for _year, kind in self.of}
        return sorted(((slug, known[slug].name) for slug in slugs if slug in known), key=lambda one: str(one[1]))

    def count(self, *, year: int | None, kind: str | None) -> int:
        """How many entries are of this year and kind; with ``None`` of any."""
        return sum(n for (y, k), n in self.of.items() if year in (None, y) and kind in (None, k))


def amounts_of(entries: QuerySet[JournalEntry]) -> Amounts:
    """Count entries by year and kind."""
    by_year = entries.order_by().values_list(ExtractYear("at"), "thing_kind")
    return Amounts({(year, kind): number for year, kind, number in by_year.annotate(number=Count("pk"))})


def lines(entries: Iterable[JournalEntry], *, person: Person | None, since: datetime | None = None) -> list[Line]:
    """Make sentences of entries; a name is for whoever works here, everybody else reads the role."""
    read = list(entries)
    things = shown_to(person, {Thing(entry.thing_kind, entry.thing_id) for entry in read})
    names = person is not None and person.works_here
    return [
        _line(entry, things.get(Thing(entry.thing_kind, entry.thing_id)), with_name=names, since=since)
        for entry in read
    ]


def _line(entry: JournalEntry, shown: Shown | None, *, with_name: bool, since: datetime | None) -> Line:
    role = name_of_role(entry.role)
    if with_name and entry.person is not None:
        who = format_html('<b>{}</b> <span class="muted">({})</span>', entry.person.name, role or _("zonder rol"))
    else:
        who = format_html("<b>{}</b>", someone(role))
    what = format_html('<a href="{}">{}</a>', shown.address, entry.about) if shown else entry.about
    return Line(
        at=entry.at,
        sentence=format_html(sentence_of(entry.verb), who=who, what=what),
        why=entry.why,
        shown=shown,
        is_new=since is not None and entry.at > since,
    )


def someone(role: str) -> str:
    """Somebody without a name, by the role in which they acted."""
    return _("Een %(role)s") % {"role": role} if role else _("Iemand")
