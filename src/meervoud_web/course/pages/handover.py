"""Handing the course over to a new administration, line by line; and the page that one prints of it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.course import actions, rules
from meervoud_web.course.forms import HandoverForm, LineAnswerForm
from meervoud_web.course.models import Handover, MainLine
from meervoud_web.course.pages.writing import sources_of, write
from meervoud_web.course.queries import (
    Handing,
    finished_handovers,
    goes_on,
    handing_of,
    handovers_seen_by,
    held_by,
    inherited_promises,
)
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor

LEAD = gettext_lazy(
    "U loopt elke hoofdlijn langs: bevestigen, wijzigen of keren, steeds met de reden. U kunt stoppen en later "
    "verdergaan. De koers verandert pas als u de overdracht afrondt."
)
ANSWERED_MEANWHILE = gettext_lazy(
    "Iemand anders gaf intussen antwoord over deze hoofdlijn. Wat u typte, staat hier nog en is niet bewaard. "
    "Lees eerst dat antwoord; bewaart u daarna, dan komt het uwe ervoor in de plaats."
)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a handover; where one goes on, lead to it."""
    challenge, person = _to_hand_over(request, slug)
    running = goes_on(challenge)
    if running is not None:
        return redirect(running)
    over = finished_handovers(challenge)
    form = HandoverForm(request.POST or None, initial={"former": over[-1].administration if over else ""})
    return write(
        request,
        challenge=challenge,
        person=person,
        form=form,
        act=lambda: actions.begin_handover(
            challenge, by=person, given=form.given(), sources=sources_of(request, person)
        ),
        done=_("De overdracht is begonnen. Ga nu de hoofdlijnen langs."),
        title=_("De koers overdragen aan een nieuw bestuur"),
        lead=LEAD,
        button=_("Begin de overdracht"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Put right who takes over, and when."""
    found, person = _going_on(request, slug, pk)
    form = HandoverForm(request.POST or None, instance=found)

    def act() -> Handover:
        actions.rename_handover(found, by=person, given=form.given())
        return found

    return write(
        request,
        challenge=found.challenge,
        person=person,
        form=form,
        act=act,
        done=_("Naam en datum zijn bewaard."),
        title=_("Naam en datum van het nieuwe bestuur"),
        lead=found.administration,
        button=_("Bewaar"),
    )


@login_not_required
@require_safe
def handover(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show what is left of a handover, or what became of each line: the part of the file that one prints."""
    challenge, person = challenge_or_404(request, slug), visitor(request)
    found = handovers_seen_by(person, challenge.handovers.select_related("challenge")).filter(pk=pk).first()
    if found is None:
        raise Http404
    handing = handing_of(found)
    over = [one for one in finished_handovers(challenge) if one.starts_on <= found.starts_on]
    context = {
        "challenge": challenge,
        "handover": found,
        "handing": handing,
        "lines": [(one, held_by(one.line, over)) for one in handing.lines],
        "promises": inherited_promises(challenge, person=person) if person and person.works_here else [],
        "may_hand_over": rules.may_hand_over(person, challenge) and not found.is_finished,
        "may_read_names": person is not None and person.works_here,
        "thread": thread_of(thing_of(found), person=person),
    }
    return render(request, "course/handover.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_line(request: HttpRequest, slug: str, pk: int, line: int) -> HttpResponse:
    """Confirm, change or reverse one main line."""
    found, person = _going_on(request, slug, pk)
    row = get_object_or_404(MainLine, pk=line, challenge=found.challenge, let_go_at=None)
    handing = handing_of(found)
    given = next((one for one in handing.lines if one.line.pk == row.pk), None)
    if given is None:
        raise Http404
    form = LineAnswerForm(request.POST or None, line=row, initial=_initial(handing, row))
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            actions.answer_line(found, row, by=person, answer=form.answer(), version=version)
        except actions.AnsweredMeanwhileError:
            form.add_error(None, ANSWERED_MEANWHILE)
            form.has_now_seen(given.answer)
        except actions.AlreadyWrittenError:
            form.add_error("becomes", _("Een andere hoofdlijn heeft deze zin al."))
        else:
            messages.success(request, _("Het antwoord is bewaard. De koers verandert pas bij het afronden."))
            return _onwards(found)
    context = {
        "challenge": found.challenge,
        "handover": found,
        "one": given,
        "held": held_by(row, finished_handovers(found.challenge)),
        "form": form,
        "place": [one.line.pk for one in handing.lines].index(row.pk) + 1,
        "number": len(handing.lines),
    }
    return render(request, "course/hand_line.html", context, status=422 if form.errors else 200)


@require_POST
def finish(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Finish a handover: from now on every answer holds."""
    challenge, person = _to_hand_over(request, slug)
    found = get_object_or_404(Handover, pk=pk, challenge=challenge)
    try:
        actions.finish_handover(found, by=person)
    except actions.NotReadyError:
        messages.error(request, _("Er is nog een hoofdlijn zonder antwoord."))
    except actions.AlreadyWrittenError:
        messages.error(request, _("Twee hoofdlijnen zouden dezelfde zin krijgen. Verander er een."))
    else:
        messages.success(
            request, _("De overdracht is afgerond. Wat er met elke hoofdlijn gebeurde, blijft hier staan.")
        )
    return redirect(found)


@require_POST
def call_off(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back a handover that was begun by mistake."""
    found, person = _going_on(request, slug, pk)
    try:
        actions.call_off_handover(found, by=person)
    except actions.NotReadyError:
        messages.error(request, _("Er is al een antwoord gegeven. Rond de overdracht af, of verander de naam."))
        return redirect(found)
    messages.success(request, _("De overdracht is van de baan. Aan de koers veranderde niets."))
    return redirect("course:course", slug=slug)


def _to_hand_over(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    found, person = challenge_or_404(request, slug), person_of(request)
    if not rules.may_hand_over(person, found):
        raise PermissionDenied
    return found, person


def _going_on(request: HttpRequest, slug: str, pk: int) -> tuple[Handover, Person]:
    """A handover that is not finished, for whoever may do it."""
    challenge, person = _to_hand_over(request, slug)
    return get_object_or_404(Handover, pk=pk, challenge=challenge, finished_at=None), person


def _initial(handing: Handing, line: MainLine) -> dict[str, object]:
    """What was said of this line; for a new one who said so of the one before, for that is mostly the same."""
    answers = [one.answer for one in handing.lines if one.answer is not None]
    mine = next((one for one in answers if one.line_id == line.pk), None)
    if mine is not None:
        return model_to_dict(mine) | {"version": mine.version}
    if not answers:
        return {"version": 0}
    last = max(answers, key=lambda one: one.at)
    return {"version": 0, "decided_by": last.decided_by, "mandate": last.mandate}


def _onwards(handover: Handover) -> HttpResponse:
    """To the next line without an answer, and after the last one back to the whole."""
    left = handing_of(handover).left
    if not left:
        return redirect(handover)
    return redirect("course:hand_line", slug=handover.challenge.slug, pk=handover.pk, line=left[0].line.pk)
