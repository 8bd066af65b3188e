"""Signals as what people brought in, and how many people stand behind some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from django.utils.translation import gettext as _

from meervoud_web.challenges.contributions import Contribution, ContributionSource
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.signals.models import Observer, Signal, Verdict


def signals_brought(challenge: Challenge) -> Iterator[Contribution]:
    """What came from outside the house and was not read as noise, oldest first."""
    rows = challenge.signals.exclude(observer=Observer.STAFF).exclude(verdict=Verdict.NOISE)
    for row in rows.order_by("reported_at", "pk"):
        occasion = _("Signaal van: %(who)s") % {"who": row.get_observer_display()}
        yield Contribution(
            thing=Thing("signal", row.pk), text=row.shown_as or row.seen, occasion=occasion, at=row.reported_at
        )


def people_behind_signals(signals: Mapping[int, Collection[int]]) -> dict[int, int]:
    """How many different sources reported each collection of signals."""
    asked = {one for some in signals.values() for one in some}
    sources = {row.pk: row.source for row in Signal.objects.filter(pk__in=asked)} if asked else {}
    return {key: len({sources[one] for one in some if one in sources}) for key, some in signals.items()}


def signals_left(keys: Collection[int]) -> list[int]:
    """Which of these are still kept."""
    return list(Signal.objects.filter(pk__in=keys).values_list("pk", flat=True))


SIGNALS = ContributionSource(
    kind="signal", brought=signals_brought, behind=people_behind_signals, left=signals_left
)
