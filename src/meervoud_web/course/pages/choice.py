"""The page of a choice, writing one down, and looking at it again."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud import assumptions
from meervoud_web.challenges.beside import beside
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import Thing
from meervoud_web.course import actions, rules
from meervoud_web.course.forms import ChoiceForm, SecondLookForm
from meervoud_web.course.models import Choice, Outcome
from meervoud_web.course.pages.writing import challenge_to_keep, sources_of, write
from meervoud_web.course.queries import course_of, dissents_seen_by
from meervoud_web.people.visitor import visitor


@login_not_required
@require_safe
def choice(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a choice: who made it, the three questions, what it rests on, and how it was looked at again."""
    found, person = challenge_or_404(request, slug), visitor(request)
    course = course_of(found)
    row = next((one for one in course.choices if one.pk == pk), None)
    if row is None:
        raise Http404
    grounds = [course.stands[one.pk] for one in row.assumptions.all()]
    dissents = dissents_seen_by(person, row.dissents.select_related("challenge")).prefetch_related("answers")
    chain = assumptions.strength({stand.assumption: stand.line.now for stand in grounds})
    context = {
        "challenge": found,
        "choice": row,
        "grounds": grounds,
        "together": round(100 * chain.product),
        "weakest": chain.weakest,
        "reopened": next((one for one in course.reopened if one.thing == Thing("choice", pk)), None),
        "built_on_it": [one for one in course.choices if row in one.builds_on.all()],
        "dissents": dissents,
        "may_dissent": rules.may_dissent(person, found),
        "may_keep": rules.may_keep_course(person, found),
        "beside": beside("choice", row, person=person),
        "thread": thread_of(Thing("choice", pk), person=person),
    }
    return render(request, "course/choice.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a choice down."""
    found, person = challenge_to_keep(request, slug)
    form = ChoiceForm(request.POST or None, challenge=found, initial={"chosen_on": timezone.localdate()})
    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=lambda: actions.choose(
            found,
            by=person,
            text=form.text(),
            on=list(form.cleaned_data.get("assumptions", ())),
            builds_on=list(form.cleaned_data.get("builds_on", ())),
            sources=sources_of(request, person),
        ),
        done=_("De keuze staat in de koers."),
        title=_("Een keuze opschrijven"),
        lead=_("Wie later leest, wil weten wat u woog, wat u deed en wat u durfde."),
        button=_("Bewaar deze keuze"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def look_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Reconsider a choice."""
    found, person = challenge_to_keep(request, slug)
    row = get_object_or_404(Choice, pk=pk, challenge=found)
    form = SecondLookForm(request.POST or None)

    def act() -> Choice:
        given = form.cleaned_data
        actions.look_again(row, by=person, outcome=Outcome(given["outcome"]), why=given["why"])
        return row

    return write(
        request,
        challenge=found,
        person=person,
        form=form,
        act=act,
        done=_("De heroverweging is bewaard."),
        title=_("Een keuze heroverwegen"),
        lead=row.what,
        button=_("Bewaar de heroverweging"),
    )
