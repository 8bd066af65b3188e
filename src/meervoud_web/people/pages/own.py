"""Your own account, and what we keep about people."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.people import actions, queries
from meervoud_web.people.forms import ChangePasswordForm, ProfileForm
from meervoud_web.people.visitor import person_of
from meervoud_web.ui.pages import remember_language


@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """Show your roles; change your name and language."""
    person = person_of(request)
    form = ProfileForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if form.is_valid():
        actions.edit_own_profile(person, **form.cleaned_data)
        messages.success(request, _("Uw gegevens zijn bewaard."))
        return remember_language(redirect("people:own_page"), form.cleaned_data["language"])
    return render(request, "people/own_page.html", {"form": form, "person": person})


@sensitive_post_parameters("current", "password")
@require_http_methods(["GET", "HEAD", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Change your own password; elsewhere you are logged out."""
    person = person_of(request)
    form = ChangePasswordForm(request.POST or None, person=person)
    if form.is_valid():
        actions.change_password(person, password=form.cleaned_data["password"])
        update_session_auth_hash(request, person)
        messages.success(request, _("Uw wachtwoord is veranderd. Op andere apparaten bent u nu uitgelogd."))
        return redirect("people:own_page")
    return render(request, "people/change_password.html", {"form": form})


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Log out everywhere but here."""
    person = person_of(request)
    actions.end_other_sessions(person)
    update_session_auth_hash(request, person)
    messages.success(request, _("Op andere apparaten bent u nu uitgelogd."))
    return redirect("people:own_page")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what we keep about people, why and how long: read from the models, so that it cannot be out of date."""
    context = {"kept_data": queries.kept_data(), "terms_kept_at": queries.terms_kept_at()}
    return render(request, "ui/privacy.html", context)
