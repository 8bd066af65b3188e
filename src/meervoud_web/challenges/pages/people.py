"""Who has which part in a challenge, and who is asked for what over all challenges."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.challenges import actions, rules
from meervoud_web.challenges.forms import EndForm, InvolvementForm
from meervoud_web.challenges.models import Part
from meervoud_web.challenges.pages.finding import challenge_or_404, challenge_to_edit
from meervoud_web.challenges.queries.roles import load_of_people
from meervoud_web.people.visitor import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """List everyone who has or had a part, and give somebody one."""
    person, found = person_of(request), challenge_or_404(request, slug)
    if not person.works_here or (request.method == "POST" and not rules.may_manage_involvements(person)):
        raise PermissionDenied
    form = InvolvementForm(request.POST or None)
    if form.is_valid():
        given = {**form.cleaned_data, "role": Part(form.cleaned_data["role"])}
        try:
            actions.involve(given.pop("person"), challenge=found, by=person, **given)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("De rol is gegeven."))
            return redirect("challenges:people", slug=found.slug)
    held = sorted(found.involvements.select_related("person"), key=lambda one: (not one.is_held, one.place))
    context = {
        "challenge": found,
        "held": held,
        "form": form if rules.may_manage_involvements(person) else None,
        "end_form": EndForm(),
    }
    return render(request, "challenges/people.html", context)


@require_POST
def end_part(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End somebody's part."""
    found, person = challenge_to_edit(request, slug)
    involvement = found.involvements.select_related("person", "challenge").filter(pk=pk).first()
    if involvement is None:
        raise Http404
    form = EndForm(request.POST)
    actions.end_involvement(involvement, by=person, why=form.cleaned_data["why"] if form.is_valid() else "")
    messages.success(request, _("De rol is beëindigd."))
    return redirect("challenges:people", slug=found.slug)


@require_safe
def load(request: HttpRequest) -> HttpResponse:
    """Show who is asked for what over all challenges; without a score, for hours cannot be read off a role."""
    if not rules.may_see_load(person_of(request)):
        raise PermissionDenied
    return render(request, "challenges/load.html", {"people": load_of_people()})
