"""What the administrator does when somebody asks what is held about them, or asks to be erased (AVG)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from meervoud_web.people import actions, queries, rules
from meervoud_web.people.forms import ErasureForm, LookUpForm, OwnPasswordForm
from meervoud_web.people.models import Person
from meervoud_web.people.pages.manage import LAST_ADMINISTRATOR
from meervoud_web.people.pages.taking_along import as_file
from meervoud_web.people.visitor import person_of

log = structlog.get_logger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def requests(request: HttpRequest) -> HttpResponse:
    """Find somebody by e-mail address; show who was erased, as numbers."""
    _administrator(request)
    form = LookUpForm(request.POST or None)
    if form.is_valid():
        found = queries.person_at(form.cleaned_data["who"])
        if found is not None:
            return redirect("people:request", pk=found.pk)
        form.add_error("who", _("Er is geen account met dit e-mailadres of nummer."))
    backups = {
        "days": settings.BACKUP_DAYS,
        "gone_on": timezone.localdate() + timedelta(days=settings.BACKUP_DAYS),
    }
    context = {"form": form, "erased": queries.erased_lately(), "backups": backups}
    return render(request, "people/requests.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
def request_of(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how much is held about somebody, and never what: that is for them to read."""
    administrator, found = _administrator(request), _person_or_404(pk)
    context = _held(found) | {"form": ErasureForm(person=found), "is_oneself": found.pk == administrator.pk}
    return render(request, "people/request.html", context)


@require_POST
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give everything about somebody, to hand over to them."""
    administrator, found = _administrator(request), _person_or_404(pk)
    log.info("person exported", by=administrator.pk, person=found.pk)
    return as_file(found, kind=request.POST.get("vorm", ""), with_mentions=True)


@sensitive_post_parameters("current")
@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Show once more what goes and what stays, and erase after the administrator's own password."""
    administrator, found = _administrator(request), _person_or_404(pk)
    form = ErasureForm(request.POST, person=found)
    if found.pk == administrator.pk or not form.is_valid():
        context = _held(found) | {"form": form, "is_oneself": found.pk == administrator.pk}
        return render(request, "people/request.html", context, status=422)
    sure = OwnPasswordForm(request.POST if "current" in request.POST else None, person=administrator)
    if not sure.is_valid():
        context = _held(found) | {"form": form, "sure": sure, "reason": form.cleaned_data["reason"]}
        return render(request, "people/erase.html", context, status=422 if sure.errors else 200)
    return _erased(request, found, by=administrator, reason=form.cleaned_data["reason"])


def _erased(request: HttpRequest, found: Person, *, by: Person, reason: str) -> HttpResponse:
    try:
        erased = actions.erase(found, by=by, reason=reason)
    except actions.LastAdministratorError:
        messages.error(request, LAST_ADMINISTRATOR)
        return redirect("people:request", pk=found.pk)
    if erased.swept_at is None:
        messages.warning(
            request, _("De persoon is gewist. De bestanden van de database worden vannacht schoongemaakt.")
        )
    else:
        messages.success(request, _("De persoon is gewist, ook uit de bestanden van de database."))
    return redirect("people:requests")


def _held(found: Person) -> dict[str, Any]:
    return {
        "person": found,
        "held": queries.held_about(found),
        "mentions": queries.named_elsewhere(found),
        "work": queries.open_work_of(found),
        "backup_days": settings.BACKUP_DAYS,
    }


def _administrator(request: HttpRequest) -> Person:
    # Always asked before whether an account exists, so that nobody else can find that out.
    somebody = person_of(request)
    if not rules.may_manage_people(somebody):
        raise PermissionDenied
    return somebody


def _person_or_404(pk: int) -> Person:
    found = queries.person_with_roles(pk)
    if found is None:
        raise Http404
    return found
