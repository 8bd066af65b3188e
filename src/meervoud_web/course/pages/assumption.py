"""The page of an assumption, and the forms by which confidence in it moves."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import Thing
from meervoud_web.course import actions, rules
from meervoud_web.course.forms import AssumptionForm, EvidenceForm, JudgementForm, RenewForm
from meervoud_web.course.models import Assumption, Evidence
from meervoud_web.course.pages.drawing import drawing_of
from meervoud_web.course.pages.writing import challenge_to_keep, sources_of, write
from meervoud_web.course.queries import course_of
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def assumption(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show an assumption: its words, how confidence in it moved and why, and what hangs on it."""
    found, person = challenge_or_404(request, slug), visitor(request)
    course = course_of(found)
    stand = course.stands.get(pk)
    if stand is None:
        raise Http404
    thing = Thing("assumption", pk)
    context = {
        "challenge": found,
        "stand": stand,
        "drawing": drawing_of(stand),
        "counted": [(one, step, _is_for(one, person)) for one, step in stand.counted],
        "waiting": [(one, _is_for(one, person)) for one in stand.waiting],
        "reopened": [one for one in course.reopened if stand.assumption in one.because],
        "hangs_on_it": [one for one in course.choices if stand.assumption in one.assumptions.all()],
        "carries": [
            one.assumption for one in course.stands.values() if stand.assumption in one.assumption.rests_on.all()
        ],
        "may_keep": rules.may_keep_course(person, found),
        "may_read_names": person is not None and person.works_here,
        "thread": thread_of(thing, person=person),
    }
    return render(request, "course/assumption.html", context)


def _is_for(evidence: Evidence, person: Person | None) -> bool:
    """Whether this person has not judged it yet."""
    return all(one.judge_id != (person and person.pk) for one in evidence.judgements.all())


@require_http_methods(["GET", "HEAD", "POST"])
def assume(request: HttpRequest, slug: str) -> HttpResponse:
    """Write an assumption down."""
    found, person = challenge_to_keep(request, slug)
    form = AssumptionForm(
        request.POST or None, challenge=found, initial={"main_line": request.GET.get("hoofdlijn", "")[:18]}
    )
    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=lambda: actions.assume(
            found,
            by=person,
            text=form.text(),
            rests_on=list(form.cleaned_data.get("rests_on", ())),
            sources=sources_of(request, person),
        ),
        done=_("De aanname staat in de koers. Wat spreekt ervoor, en wat ertegen?"),
        title=_("Een aanname opschrijven"),
        lead=_("Waar rekent u op? Zeg het zo, dat iemand kan zien of het klopt."),
        button=_("Bewaar deze aanname"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say until when an assumption holds."""
    found, person = challenge_to_keep(request, slug)
    row = get_object_or_404(Assumption, pk=pk, challenge=found)
    form = RenewForm(request.POST or None, initial={"valid_until": row.valid_until})

    def act() -> Assumption:
        actions.renew(row, by=person, **form.cleaned_data)
        return row

    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=act,
        done=_("De houdbaarheid is bewaard."),
        title=_("Hoe lang is deze aanname houdbaar?"),
        lead=row.title,
        button=_("Bewaar"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bring_evidence(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Bring in something that speaks for or against an assumption."""
    found, person = challenge_to_keep(request, slug)
    row = get_object_or_404(Assumption, pk=pk, challenge=found)
    form = EvidenceForm(request.POST or None)
    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=lambda: actions.bring_evidence(
            row, by=person, sources=sources_of(request, person), **form.cleaned_data
        ),
        done=_("De aanwijzing is bewaard. Zij telt mee zodra twee mensen haar hebben gewogen."),
        title=_("Een aanwijzing inbrengen"),
        lead=row.title,
        button=_("Bewaar deze aanwijzing"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what a piece of evidence says; who already did is led back to what they said."""
    found, person = challenge_to_keep(request, slug)
    row = get_object_or_404(
        Evidence.objects.select_related("assumption__challenge"), pk=pk, assumption__challenge=found
    )
    if row.judgements.filter(judge=person).exists():
        return redirect(row)
    form = JudgementForm(request.POST or None)

    def act() -> Evidence:
        actions.judge(row, by=person, **form.cleaned_data)
        return row

    words: dict[str, Any] = {
        "title": _("Een aanwijzing wegen"),
        "lead": row.assumption.title,
        "button": _("Bewaar mijn oordeel"),
        "quote": row,
    }
    done = _("Uw oordeel is bewaard, naast dat van anderen.")
    return write(request, challenge=found, person=person, form=form, act=act, done=done, **words)
