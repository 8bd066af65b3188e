"""The administrator's pages: who works here, in which role, and who may still come in."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.people import actions, queries, rules
from meervoud_web.people.forms import InvitationForm, RoleForm
from meervoud_web.people.models import Person
from meervoud_web.people.pages.addresses import link_maker
from meervoud_web.people.visitor import person_of

LAST_ADMINISTRATOR = gettext_lazy(
    "Dit kan niet: dan is er geen beheerder meer. Maak eerst iemand anders beheerder, zonder einddatum."
)
_LINK = "invitation-link"


@require_safe
def everyone(request: HttpRequest) -> HttpResponse:
    """List who has an account."""
    _administrator(request)
    return render(request, "people/list.html", {"people": queries.everyone()})


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account and a link with which to choose a password."""
    administrator = _administrator(request)
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        try:
            person, link = actions.invite(
                by=administrator, link_of_key=link_maker(request, "people:accept_invitation"), **form.cleaned_data
            )
        except actions.AlreadyKnownError as error:
            # Also what the second click of a double click finds: the page of the person says what there is.
            messages.warning(request, _("Dit e-mailadres was al bekend. Er is niets veranderd."))
            return redirect("people:person", pk=error.person.pk)
        request.session[_LINK] = {"person": person.pk, "link": link}
        return redirect("people:person", pk=person.pk)
    return render(request, "people/invite.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account and give it a role. A fresh invitation link is shown here once."""
    administrator = _administrator(request)
    found = _person_or_404(pk)
    form = RoleForm(request.POST or None)
    if form.is_valid():
        try:
            actions.give_role(found, by=administrator, **form.cleaned_data)
        except actions.LastAdministratorError:
            messages.error(request, LAST_ADMINISTRATOR)
        else:
            messages.success(request, _("De rol is gegeven."))
        return redirect("people:person", pk=pk)
    context = {"person": found, "form": form, "link": _link_shown_once(request, found)}
    return render(request, "people/person.html", context)


@require_POST
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a new link for somebody who did not use theirs."""
    administrator, found = _administrator(request), _person_or_404(pk)
    if found.has_usable_password():
        raise Http404
    link = actions.invite_again(
        found, by=administrator, link_of_key=link_maker(request, "people:accept_invitation")
    )
    request.session[_LINK] = {"person": pk, "link": link}
    return redirect("people:person", pk=pk)


@require_POST
def send_reset_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail somebody a link to choose another password."""
    administrator, found = _administrator(request), _person_or_404(pk)
    sent = actions.send_reset_link(
        found, by=administrator, link_of_key=link_maker(request, "people:reset_password")
    )
    if sent:
        messages.success(request, _("De mail met een link voor een nieuw wachtwoord is verstuurd."))
    else:
        messages.error(request, _("De mail is niet verstuurd. Kijk of de mailserver werkt."))
    return redirect("people:person", pk=pk)


@require_POST
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody's access away, now."""
    administrator, found = _administrator(request), _person_or_404(pk)
    try:
        actions.deactivate(found, by=administrator)
    except actions.LastAdministratorError:
        messages.error(request, LAST_ADMINISTRATOR)
    else:
        messages.success(request, _("De toegang is weg. U kunt die hier ook weer teruggeven."))
    return redirect("people:person", pk=pk)


@require_POST
def reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody's access back."""
    administrator, found = _administrator(request), _person_or_404(pk)
    actions.reactivate(found, by=administrator)
    messages.success(request, _("De toegang is terug."))
    return redirect("people:person", pk=pk)


@require_POST
def end_role(request: HttpRequest, pk: int, assignment: int) -> HttpResponse:
    """Take a role away."""
    administrator = _administrator(request)
    held = queries.assignment_of(_person_or_404(pk), assignment)
    if held is None:
        raise Http404
    try:
        actions.end_role(held, by=administrator)
    except actions.LastAdministratorError:
        messages.error(request, LAST_ADMINISTRATOR)
    else:
        messages.success(request, _("De rol is beëindigd."))
    return redirect("people:person", pk=pk)


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


def _link_shown_once(request: HttpRequest, found: Person) -> str | None:
    kept = request.session.get(_LINK)
    if not kept or kept["person"] != found.pk:
        return None
    del request.session[_LINK]
    link: str = kept["link"]
    return link
