"""What has changed since an earlier day, in words; only what is more than chance, and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import sqrt

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud import landscape
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries.conversations import given_names_of, result_of, texts_of
from meervoud_web.conversations.queries.points import SHARED_FROM
from meervoud_web.conversations.queries.result import group_names
from meervoud_web.conversations.queries.wording import of_hundred, quoted, verdict_of

SURE = 1.96
"""Standard errors: a share that moved by less may have moved by chance."""
MOST_NAMED = 3


@dataclass(frozen=True)
class Since:
    """What changed since a day."""

    day: date
    is_yesterday: bool
    sentences: tuple[str, ...]
    is_sure: bool
    """Whether anything changed beyond the number of people."""


def since_yesterday(conversation: Conversation, audience: Audience, analysis: Analysis) -> Since | None:
    """Compare a result with the last one of an earlier day; nothing where there is none."""
    today = timezone.localdate(analysis.finished_at)
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    before = analyses.result_before(audience, conversation.pk, midnight)
    if before is None or before.finished_at is None:
        return None
    then, now = result_of(before), result_of(analysis)
    names = group_names(now, given_names_of(conversation, audience))
    changed = tuple(_changed(then, now, names=names, texts=texts_of(conversation)))
    day = timezone.localdate(before.finished_at)
    return Since(
        day=day,
        is_yesterday=day == today - timedelta(days=1),
        sentences=(_people(then, now), *(changed or (_nothing(),))),
        is_sure=bool(changed),
    )


def _nothing() -> str:
    return _("Verder is er niets veranderd dat groter is dan toeval.")


def _people(then: landscape.Landscape, now: landscape.Landscape) -> str:
    more = now.counts.participants - then.counts.participants
    facts = {"count": number_format(abs(more), force_grouping=True)}
    if more > 0:
        return ngettext("Er doet %(count)s mens meer mee.", "Er doen %(count)s mensen meer mee.", more) % facts
    if more < 0:
        return (
            ngettext("Er doet %(count)s mens minder mee.", "Er doen %(count)s mensen minder mee.", -more) % facts
        )
    return _("Er doen evenveel mensen mee.")


def _changed(
    then: landscape.Landscape, now: landscape.Landscape, *, names: Mapping[str, str], texts: Mapping[str, str]
) -> Iterator[str]:
    yield from _verdict(then, now)
    yield from _sizes(then, now, names)
    yield from _statements(_("Nieuw gedeeld punt: %(text)s"), _shared(then), _shared(now), texts)
    yield from _statements(_("Niet langer een gedeeld punt: %(text)s"), _shared(now), _shared(then), texts)
    yield from _statements(_("Nieuw verschilpunt: %(text)s"), _divides(then), _divides(now), texts)
    yield from _statements(_("Niet langer een verschilpunt: %(text)s"), _divides(now), _divides(then), texts)


def _verdict(then: landscape.Landscape, now: landscape.Landscape) -> Iterator[str]:
    was, is_ = verdict_of(then).headline, verdict_of(now).headline
    if was != is_:
        yield _("Toen: %(was)s. Nu: %(now)s.") % {"was": was, "now": is_}


def _sizes(then: landscape.Landscape, now: landscape.Landscape, names: Mapping[str, str]) -> Iterator[str]:
    sizes = {group.id: group.size for group in then.groups}
    for group in now.groups:
        if group.id not in sizes:
            continue
        people_then, people_now = max(1, then.counts.participants_placed), max(1, now.counts.participants_placed)
        was, is_ = sizes[group.id] / people_then, group.size / people_now
        if abs(is_ - was) < SURE * sqrt(was * (1 - was) / people_then + is_ * (1 - is_) / people_now):
            continue
        facts = {"group": quoted(names[group.id]), "was": of_hundred(was), "now": of_hundred(is_)}
        if is_ > was:
            yield _("%(group)s groeide van %(was)s naar %(now)s van de 100 mensen.") % facts
        else:
            yield _("%(group)s kromp van %(was)s naar %(now)s van de 100 mensen.") % facts


def _shared(result: landscape.Landscape) -> list[str]:
    return [one.statement for one in result.bridges if one.low >= SHARED_FROM]


def _divides(result: landscape.Landscape) -> list[str]:
    return [one.statement for one in result.divides]


def _statements(sentence: str, old: list[str], new: list[str], texts: Mapping[str, str]) -> Iterator[str]:
    added = [statement for statement in new if statement not in set(old)]
    for statement in added[:MOST_NAMED]:
        yield sentence % {"text": quoted(texts.get(statement, statement))}
