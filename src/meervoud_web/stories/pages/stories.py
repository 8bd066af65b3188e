"""Stories to read, and what their writers do with them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import visitor
from meervoud_web.people.warnings import warnings_in
from meervoud_web.stories import actions, rules
from meervoud_web.stories.forms import AloudForm, StoryForm
from meervoud_web.stories.models import Story
from meervoud_web.stories.pages.finding import story_or_404, write
from meervoud_web.stories.queries import chosen_seen_by, stories_of, tellers_of, told_and_chosen


@login_not_required
@require_safe
def stories(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was chosen and why, and all stories that somebody may read."""
    challenge, person = challenge_or_404(request, slug), visitor(request)
    may_follow = rules.may_follow(person, challenge)
    chosen = challenge.chosen_stories.select_related("challenge", "story__teller__challenge")
    context = {
        "challenge": challenge,
        "chosen": chosen_seen_by(person, chosen),
        "stories": stories_of(challenge, person=person),
        "tellers": tellers_of(challenge).select_related("challenge") if may_follow else [],
        "domains": told_and_chosen(challenge, person=person),
        "may_follow": may_follow,
    }
    return render(request, "stories/stories.html", context)


@login_not_required
@require_safe
def story(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show one story, with those of the same person before and after it."""
    found, person = story_or_404(request, slug, pk)
    challenge = found.teller.challenge
    may_follow = rules.may_follow(person, challenge)
    context = {
        "challenge": challenge,
        "story": found,
        "through_time": stories_of(challenge, person=person).filter(teller=found.teller).order_by("told_on", "pk"),
        "warned": warnings_in(found.text) if may_follow and not found.is_agreed else [],
        "may_follow": may_follow,
        "thread": thread_of(thing_of(found), person=person),
    }
    return render(request, "stories/story.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def rewrite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write a story down better, as long as its teller did not agree."""
    found, person = _to_write(request, slug, pk)
    form = StoryForm(request.POST or None, initial=model_to_dict(found) | {"version": found.version})

    def act() -> Story:
        actions.rewrite(found, by=person, told=form.told(), version=form.cleaned_data["version"] or 0)
        return found

    return write(
        request,
        challenge=found.teller.challenge,
        form=form,
        act=act,
        done=_("Het verhaal is herschreven. De verteller leest het opnieuw."),
        title=_("Een verhaal herschrijven"),
        lead=found.remark or str(found),
        button=_("Bewaar het verhaal"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def agreed(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say that its teller heard a story and found it right."""
    found, person = _to_write(request, slug, pk)
    if found.is_agreed:
        return redirect(found)
    form = AloudForm(request.POST or None, initial={"version": found.version})

    def act() -> Story:
        given = form.cleaned_data
        actions.agree(found, by=person, version=given["version"], how=given["how"])
        return found

    return write(
        request,
        challenge=found.teller.challenge,
        form=form,
        act=act,
        done=_("Het verhaal mag nu gebruikt worden, zoals de verteller goedvond."),
        title=_("De verteller vindt dat het klopt"),
        lead=str(found),
        button=_("Bewaar"),
    )


def _to_write(request: HttpRequest, slug: str, pk: int) -> tuple[Story, Person]:
    found, person = story_or_404(request, slug, pk)
    if person is None or not rules.may_follow(person, found.teller.challenge):
        raise PermissionDenied
    return found, person
