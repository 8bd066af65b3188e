"""The weekly reading: one signal at a time, a reason and a verdict, and the next."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of
from meervoud_web.signals import actions
from meervoud_web.signals.forms import ReadingForm
from meervoud_web.signals.models import Signal, Verdict
from meervoud_web.signals.pages.finding import signal_or_404, worked_on_or_404
from meervoud_web.signals.queries.likes import SHOWN, Like, kind_of, likes_of
from meervoud_web.signals.queries.register import to_read
from meervoud_web.signals.queries.seen import photo_of

VERDICTS = (
    (Verdict.NOISE, gettext_lazy("Ruis"), gettext_lazy("hier doen wij niets mee")),
    (Verdict.WATCH, gettext_lazy("Volgen"), gettext_lazy("wij blijven kijken")),
    (Verdict.ACT, gettext_lazy("Handelen"), gettext_lazy("hier gaan wij nu iets doen")),
    (Verdict.LEARN, gettext_lazy("Leren"), gettext_lazy("dit verandert wat wij dachten")),
)
ORDINALS = {
    2: gettext_lazy("Tweede zoals deze"),
    3: gettext_lazy("Derde zoals deze"),
    4: gettext_lazy("Vierde zoals deze"),
    5: gettext_lazy("Vijfde zoals deze"),
}


@require_safe
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what waits longest for a reader, or that nothing waits."""
    challenge, _person = worked_on_or_404(request, slug)
    found = to_read(challenge).first()
    if found is None:
        return render(request, "signals/queue_empty.html", {"challenge": challenge})
    likes = likes_of(found)
    return _page(request, challenge, found, likes, ReadingForm(None, signal=found, earlier=_keys(likes)))


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Read one signal, for the first time or again."""
    challenge, person = worked_on_or_404(request, slug)
    found = signal_or_404(challenge, person, pk)
    likes = likes_of(found)
    given = request.POST if request.method == "POST" else None
    form = ReadingForm(given, signal=found, earlier=_keys(likes))
    if given is not None and given.get("oordeel") not in Verdict.values:
        form.add_error(None, _("Kies wat het is: ruis, volgen, handelen of leren."))
    if form.is_valid():
        try:
            _read(form, found, verdict=Verdict(request.POST["oordeel"]), by=person)
        except actions.AlreadyReadError:
            messages.warning(request, _("Iemand anders las dit signaal net. Hieronder staat hoe."))
            return redirect(found)
        messages.success(request, _("Uw duiding is bewaard."))
        return redirect("signals:queue", slug=challenge.slug)
    return _page(request, challenge, found, likes, form)


def _read(form: ReadingForm, signal: Signal, *, verdict: Verdict, by: Person) -> None:
    found = form.found()
    actions.read_signal(
        signal,
        by=by,
        verdict=verdict,
        why=form.why(),
        number=form.cleaned_data["nummer"],
        sources=[thing_of(found.belongs_to)] if found.belongs_to else [],
        found=found,
    )


def _page(
    request: HttpRequest, challenge: Challenge, signal: Signal, likes: list[Like], form: ReadingForm
) -> HttpResponse:
    context = {
        "challenge": challenge,
        "signal": signal,
        "likes": likes[:SHOWN],
        "ordinal": _ordinal(len(kind_of(likes) - {signal.pk}) + 1),
        "form": form,
        "verdicts": VERDICTS,
        "waits": to_read(challenge).count(),
        "readings": signal.readings.select_related("by"),
        "photo": photo_of(signal, person=person_of(request)),
    }
    return render(request, "signals/read.html", context, status=422 if form.errors else 200)


def _ordinal(number: int) -> str:
    if number < 2:
        return ""
    return str(ORDINALS[number]) if number in ORDINALS else _("Nummer %(number)d zoals deze") % {"number": number}


def _keys(likes: list[Like]) -> list[int]:
    return [one.signal.belongs_to_id or one.signal.pk for one in likes]
