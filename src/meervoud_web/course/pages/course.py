"""The page of the course, its main lines and the public values at stake."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import shown_to
from meervoud_web.course import actions, rules
from meervoud_web.course.forms import LetGoForm, MainLineForm, PublicValueForm
from meervoud_web.course.models import MainLine, ValueKind
from meervoud_web.course.pages.drawing import sketch_of
from meervoud_web.course.pages.writing import challenge_to_keep, sources_of, write
from meervoud_web.course.queries import (
    course_of,
    finished_handovers,
    handovers_seen_by,
    held_by,
    is_taken_back,
)
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def course(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the challenge holds on to for years, what that rests on, and what there is to reconsider.

    Who comes with ``?bron=signal:12`` is asked to which assumption that speaks.
    """
    found = challenge_or_404(request, slug)
    person, held = visitor(request), course_of(found)
    may_keep = rules.may_keep_course(person, found)
    blocks = [(line, held.under(line)) for line in held.lines]
    over = finished_handovers(found)
    context = {
        "challenge": found,
        "course": held,
        "blocks": [
            (line, [(one, sketch_of(one)) for one in stands], held_by(line, over)) for line, stands in blocks
        ],
        "loose": [(one, sketch_of(one)) for one in held.under(None)],
        "values": [(kind.label, [one for one in held.values if one.kind == kind]) for kind in ValueKind],
        "choices": [(choice, is_taken_back(choice)) for choice in held.choices],
        "reopened": {one.what.pk for one in held.reopened_choices()},
        "let_go": [(line, held_by(line, over)) for line in held.let_go],
        "handovers": handovers_seen_by(person, found.handovers.select_related("challenge")),
        "may_keep": may_keep,
        "may_dissent": rules.may_dissent(person, found),
        "may_hand_over": rules.may_hand_over(person, found),
        "sources": shown_to(person, sources_of(request, person)) if person and may_keep else {},
    }
    return render(request, "course/course.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_line(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a main line down."""
    found, person = challenge_to_keep(request, slug)
    form = MainLineForm(request.POST or None)
    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=lambda: actions.add_main_line(
            found, by=person, sources=sources_of(request, person), **form.cleaned_data
        ),
        done=_("De hoofdlijn staat in de koers."),
        title=_("Een hoofdlijn opschrijven"),
        lead=_("Een hoofdlijn is een richting en geen einddoel. Zij heeft geen einddatum."),
        button=_("Bewaar deze hoofdlijn"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def let_go(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a main line go, with the reason."""
    found, person = challenge_to_keep(request, slug)
    line = get_object_or_404(MainLine, pk=pk, challenge=found)
    form = LetGoForm(request.POST or None)

    def act() -> MainLine:
        actions.let_go_main_line(line, by=person, why=form.cleaned_data["why"])
        return line

    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=act,
        done=_("De hoofdlijn is losgelaten. Zij blijft leesbaar, met de reden."),
        title=_("Een hoofdlijn loslaten"),
        lead=line.sentence,
        button=_("Laat deze hoofdlijn los"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def name_value(request: HttpRequest, slug: str) -> HttpResponse:
    """Name a public value that is at stake."""
    found, person = challenge_to_keep(request, slug)
    form = PublicValueForm(request.POST or None, initial={"kind": ValueKind.RESULT})
    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=lambda: actions.name_value(found, by=person, sources=sources_of(request, person), **form.cleaned_data),
        done=_("De publieke waarde staat in de koers."),
        title=_("Een publieke waarde noemen"),
        lead=_("Wat is hier van waarde voor iedereen, en kan verloren gaan?"),
        button=_("Bewaar deze waarde"),
    )
