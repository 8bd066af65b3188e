"""The role of the government: how it is, and what the municipality and each actor want."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.framings import actions, queries, rules
from meervoud_web.framings.forms import PlaceForm, TopicForm
from meervoud_web.framings.models import GovernmentTopic, Rung, View
from meervoud_web.framings.pages.drawing import dumbbells_of
from meervoud_web.framings.pages.finding import sources_of
from meervoud_web.framings.words import RUNGS
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor


@login_not_required
@require_safe
def role(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each topic with where the role is not what somebody wants, through time."""
    person, challenge = visitor(request), challenge_or_404(request, slug)
    topics = queries.topics_for(challenge, person=person, on=timezone.localdate())
    works = rules.may_write_for_others(person, challenge)
    context = {
        "challenge": challenge,
        "topics": [(topic, dumbbells_of(topic.strands)) for topic in topics],
        "rungs": [(Rung(number), about) for number, about in RUNGS.items()],
        "may_ask": works,
        "may_place": works or (person is not None and _speaks_for_some(person, challenge)),
    }
    return render(request, "framings/role.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Name something in which the government has a role."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    if not rules.may_write_for_others(person, challenge):
        raise PermissionDenied
    form = TopicForm(request.POST or None)
    if form.is_valid():
        try:
            topic = actions.ask_role(
                challenge, by=person, about=form.cleaned_data["about"], sources=sources_of(request)
            )
        except actions.TopicTakenError:
            form.add_error("about", _("Dit onderwerp staat er al."))
        else:
            return redirect("framings:place", slug=challenge.slug, pk=topic.pk)
    return render(request, "framings/ask.html", {"challenge": challenge, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say how it is, or which role one wants."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    topic = challenge.government_topics.select_related("challenge").filter(pk=pk).first()
    if topic is None:
        raise Http404
    if not (rules.may_write_for_others(person, challenge) or _speaks_for_some(person, challenge)):
        raise PermissionDenied
    form = PlaceForm(request.POST or None, challenge=challenge, person=person)
    if form.is_valid():
        _keep(topic, form, by=person)
        messages.success(request, _("De trede is bewaard."))
        return redirect(topic)
    context = {
        "challenge": challenge,
        "topic": topic,
        "form": form,
        "rungs": [(Rung(number), about) for number, about in RUNGS.items()],
    }
    return render(request, "framings/place.html", context)


def _keep(topic: GovernmentTopic, form: PlaceForm, *, by: Person) -> None:
    given = {name: form.cleaned_data[name] for name in ("rung", "since", "why")}
    request_id: UUID = form.cleaned_data["request_id"]
    framing = form.framings.get(form.cleaned_data["of"])
    if framing is not None:
        actions.want(topic, by=by, framing=framing, request_id=request_id, **given)
    else:
        actions.place(topic, by=by, view=View(form.cleaned_data["of"]), request_id=request_id, **given)


def _speaks_for_some(person: Person, challenge: Challenge) -> bool:
    framing = queries.begun_by(person, challenge)
    return framing is not None and rules.speaks_for(person, framing)
