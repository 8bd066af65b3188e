"""The journal as somebody may read it: the story of a challenge, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
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
    for kind in kinds().values():
        seen = Q(thing_kind=kind.slug, thing_id__in=kind.rows_for(person).order_by().values("pk"))
        if person is not None and person.works_here and not kind.leaves_no_trace:
            gone = ~Q(thing_id__in=kind.rows().order_by().values("pk"))
            seen |= Q(thing_kind=kind.slug) & gone
        visible |= seen
    return challenge.journal.filter(visible).exclude(verb=ERASED).select_related("person")


def newest_turn(challenge: Challenge, *, person: Person | None) -> Line | None:
    """When, by whom and why the challenge was last turned to another movement."""
    turned = challenge.journal.filter(verb__startswith="turned-").select_related("person")[:1]
    return next(iter(lines(turned, person=person)), None)


def years_of(entries: QuerySet[JournalEntry]) -> list[int]:
    """The years in which something happened, newest first."""
    return [moment.year for moment in entries.order_by().datetimes("at", "year", order="DESC")]


def kinds_of(entries: QuerySet[JournalEntry]) -> list[tuple[str, str | Promise]]:
    """The kinds of things that the entries are about, with their names."""
    known = kinds()
    slugs = entries.order_by().values_list("thing_kind", flat=True).distinct()
    return sorted(((slug, known[slug].name) for slug in slugs if slug in known), key=lambda one: str(one[1]))


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
