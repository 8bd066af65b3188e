"""The front page, and which municipality this is."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges import actions, queries, rules
from meervoud_web.challenges.forms import MunicipalityForm
from meervoud_web.challenges.providers import front_panels_for
from meervoud_web.people.visitor import person_of, visitor


@login_not_required
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show which municipality this is and what it works on."""
    person = visitor(request)
    context = {
        "challenges": queries.challenges_for(person),
        "panels": front_panels_for(person),
        "may_start": rules.may_edit_challenges(person),
    }
    return render(request, "challenges/front.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def municipality(request: HttpRequest) -> HttpResponse:
    """Say which municipality this is."""
    person = person_of(request)
    if not rules.may_edit_municipality(person):
        raise PermissionDenied
    form = MunicipalityForm(request.POST or None, instance=queries.the_municipality())
    if form.is_valid():
        actions.edit_municipality(by=person, **form.cleaned_data)
        messages.success(request, _("De gegevens van de gemeente zijn bewaard."))
        return redirect("challenges:front")
    return render(request, "challenges/municipality.html", {"form": form})
