"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.signals.queries.seen import readings_seen_by, signals_seen_by

# No sentence repeats a signal: its words are private, and the journal lasts longer than they do.
VERBS = {
    "signal-reported": _("{who} gaf een signaal door"),
    "signal-read-noise": _("{who} las een signaal als ruis"),
    "signal-read-watch": _("{who} las een signaal: dit volgen wij"),
    "signal-read-act": _("{who} las een signaal: hier handelen wij op"),
    "signal-read-learn": _("{who} las een signaal: hier leren wij van"),
    "signal-shown": _("{who} liet een signaal zien: {what}"),
    "signal-hidden": _("{who} laat een signaal niet meer zien"),
    "photo-removed": _("{who} haalde de foto bij een signaal weg"),
    "letterbox-opened": _("{who} opende de signalenbus"),
    "letterbox-closed": _("{who} sloot de signalenbus"),
}
QUIET = frozenset({"signal-reported", "signal-read-noise", "signal-read-watch"})
KINDS = (
    Kind(
        slug="signal",
        name=_("signaal"),
        model="signals.Signal",
        title=str,
        address=lambda signal: signal.get_absolute_url(),
        seen_by=signals_seen_by,
        # Once it is shown, others look for it too: then only by the words that it is shown in.
        words=lambda signal: "" if signal.shown_as else f"{signal.seen} {signal.place}",
        related=("challenge",),
    ),
    Kind(
        slug="reading",
        name=_("duiding van een signaal"),
        model="signals.Reading",
        title=str,
        address=lambda reading: reading.signal.get_absolute_url(),
        seen_by=readings_seen_by,
        related=("signal__challenge",),
    ),
)
