"""Dissent: filing it in safety, keeping one's own, and answering it. Who may not read it finds no page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.course import actions, rules
from meervoud_web.course.forms import (
    AdditionForm,
    CorrectDissentForm,
    DissentAnswerForm,
    DissentForm,
    OpennessForm,
)
from meervoud_web.course.models import Choice, Dissent, Reply
from meervoud_web.course.pages.writing import sources_of, write
from meervoud_web.course.queries import dissents_seen_by
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of


@require_safe
def dissents(request: HttpRequest, slug: str) -> HttpResponse:
    """List the dissent in a challenge by what it is about; never by who wrote it."""
    challenge, person = _for_staff(request, slug)
    seen = dissents_seen_by(person, challenge.dissents.select_related("choice", "challenge"))
    by_choice: dict[Choice | None, list[Dissent]] = {}
    for one in seen.prefetch_related("answers").order_by("-at", "-pk"):
        by_choice.setdefault(one.choice, []).append(one)
    context = {"challenge": challenge, "by_choice": by_choice.items()}
    return render(request, "course/dissents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def file_dissent(request: HttpRequest, slug: str) -> HttpResponse:
    """File dissent from the course as a whole."""
    challenge, person = _for_staff(request, slug)
    return _file(request, challenge, person, choice=None, lead=_("Over de koers van deze opgave."))


@require_http_methods(["GET", "HEAD", "POST"])
def file_dissent_from(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """File dissent from a choice."""
    challenge, person = _for_staff(request, slug)
    choice = get_object_or_404(Choice, pk=pk, challenge=challenge)
    return _file(
        request, challenge, person, choice=choice, lead=_("Over de keuze: %(what)s") % {"what": choice.what}
    )


def _file(
    request: HttpRequest, challenge: Challenge, person: Person, *, choice: Choice | None, lead: str
) -> HttpResponse:
    form = DissentForm(request.POST or None)
    return write(
        request,
        challenge=challenge,
        person=person,
        form=form,
        act=lambda: actions.dissent(
            challenge,
            by=person,
            text=form.text(),
            openness=form.allowed(),
            sources=sources_of(request, person),
            choice=choice,
        ),
        done=_("Uw tegenspraak is vastgelegd. Niemand anders kan haar veranderen of weghalen."),
        title=_("Tegenspraak vastleggen"),
        lead=lead,
        button=_("Leg vast"),
    )


@require_safe
def dissent(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show dissent with all its texts and answers, to whoever may read it."""
    found, person = _found(request, slug, pk)
    is_own = found.author_id == person.pk
    context = {
        "challenge": found.challenge,
        "dissent": found,
        "is_own": is_own,
        "may_correct": is_own and found.can_be_corrected(clock.now()),
        "may_answer": rules.may_answer(person, found),
        "thread": thread_of(thing_of(found), person=person),
    }
    return render(request, "course/dissent.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Put one's own words right, while that can be done."""
    found, person = _own(request, slug, pk)
    if not found.can_be_corrected(clock.now()):
        messages.error(request, _("Verbeteren kan niet meer. Aanvullen kan altijd."))
        return redirect(found)
    form = CorrectDissentForm(request.POST or None, initial=_words_of(found))

    def act() -> object:
        return actions.correct_dissent(found, by=person, text=form.text())

    return _keep(
        request,
        found,
        person,
        form,
        act,
        done=_("De verbetering is bewaard. Wat er eerst stond, blijft erbij."),
        title=_("Mijn tegenspraak verbeteren"),
        button=_("Bewaar de verbetering"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Add to one's own dissent."""
    found, person = _own(request, slug, pk)
    form = AdditionForm(request.POST or None)
    return _keep(
        request,
        found,
        person,
        form,
        lambda: actions.add_to_dissent(found, by=person, text=form.cleaned_data["text"]),
        done=_("De aanvulling is bewaard."),
        title=_("Mijn tegenspraak aanvullen"),
        button=_("Bewaar de aanvulling"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def allow(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what of one's own dissent may be public."""
    found, person = _own(request, slug, pk)
    form = OpennessForm(request.POST or None, initial={"openness": found.openness})
    return _keep(
        request,
        found,
        person,
        form,
        lambda: actions.open_dissent(found, by=person, openness=form.allowed()),
        done=_("Uw keuze is bewaard. Wat al in een openbaar stuk staat, blijft daar staan."),
        title=_("Wat mag er openbaar zijn?"),
        button=_("Bewaar"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Answer dissent."""
    found, person = _found(request, slug, pk)
    if not rules.may_answer(person, found):
        raise PermissionDenied
    form = DissentAnswerForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        reply = Reply(given["reply"])
        return actions.answer_dissent(
            found, by=person, reply=reply, reason=given["reason"], decided_by=given["decided_by"]
        )

    return _keep(
        request,
        found,
        person,
        form,
        act,
        done=_("Uw antwoord staat ernaast."),
        title=_("Antwoorden op tegenspraak"),
        button=_("Bewaar het antwoord"),
    )


def _keep(
    request: HttpRequest,
    found: Dissent,
    person: Person,
    form: BaseForm,
    do: Callable[[], object],
    **words: Any,
) -> HttpResponse:
    """Do one thing with dissent that stands, and go back to it."""

    def act() -> Dissent:
        do()
        return found

    return write(
        request, challenge=found.challenge, person=person, form=form, act=act, lead=found.otherwise, **words
    )


def _words_of(found: Dissent) -> dict[str, str]:
    return {"otherwise": found.otherwise, "why": found.why, "trade": found.trade}


def _for_staff(request: HttpRequest, slug: str) -> tuple[Challenge, Person]:
    found, person = challenge_or_404(request, slug), person_of(request)
    if not rules.may_dissent(person, found):
        raise PermissionDenied
    return found, person


def _found(request: HttpRequest, slug: str, pk: int) -> tuple[Dissent, Person]:
    """Dissent that this person may read; for everybody else it is not there."""
    challenge, person = challenge_or_404(request, slug), person_of(request)
    rows = challenge.dissents.select_related("challenge", "choice", "author").prefetch_related(
        "versions", "additions"
    )
    found = dissents_seen_by(person, rows).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found, person


def _own(request: HttpRequest, slug: str, pk: int) -> tuple[Dissent, Person]:
    found, person = _found(request, slug, pk)
    if found.author_id != person.pk:
        raise PermissionDenied
    return found, person
