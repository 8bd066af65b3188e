"""Coming in and going out: log in, log out, choose a password with a link."""

from __future__ import annotations

from django.contrib import auth, messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from meervoud_web.people import actions
from meervoud_web.people.forms import EmailForm, LogInForm, NewPasswordForm
from meervoud_web.people.links import LinkKind, person_of_key
from meervoud_web.people.pages.addresses import link_maker, safe_target
from meervoud_web.people.visitor import visitor
from meervoud_web.ui.pages import remember_language

TOO_MANY = gettext_lazy("Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.")


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Begin a session, and go where the person was going."""
    target = safe_target(request)
    if visitor(request) is not None:
        return redirect(target)
    form = LogInForm(request.POST or None)
    status = 200
    if form.is_valid():
        try:
            person = actions.log_in(request, **form.cleaned_data)
        except actions.WrongCredentialsError:
            form.add_error(
                None, _("Dit e-mailadres en wachtwoord horen niet bij elkaar, of uw toegang is voorbij.")
            )
        except actions.TooManyAttemptsError:
            form.add_error(None, TOO_MANY)
            status = 429
        else:
            return remember_language(redirect(target), person.language)
    return render(request, "people/log_in.html", {"form": form, "target": target}, status=status)


@login_not_required
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    auth.logout(request)
    messages.success(request, _("U bent uitgelogd."))
    return redirect("challenges:front")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def forgot_password(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail; the answer is the same whether there is an account or not."""
    form = EmailForm(request.POST or None)
    if form.is_valid():
        try:
            actions.ask_for_reset_link(
                request, email=form.cleaned_data["email"], link_of_key=link_maker(request, "people:reset_password")
            )
        except actions.TooManyAttemptsError:
            form.add_error(None, TOO_MANY)
            return render(request, "people/forgot_password.html", {"form": form}, status=429)
        return render(request, "people/forgot_password_sent.html")
    return render(request, "people/forgot_password.html", {"form": form})


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Choose the first password."""
    return _choose_password(request, key, LinkKind.INVITATION)


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def reset_password(request: HttpRequest, key: str) -> HttpResponse:
    """Choose another password after it was forgotten."""
    return _choose_password(request, key, LinkKind.RESET)


def _choose_password(request: HttpRequest, key: str, kind: LinkKind) -> HttpResponse:
    person = person_of_key(key, kind)
    if person is None:
        return render(request, "people/link_over.html", {"is_invitation": kind is LinkKind.INVITATION}, status=410)
    form = NewPasswordForm(request.POST or None, person=person)
    if form.is_valid():
        if actions.choose_password(key=key, kind=kind, password=form.cleaned_data["password"]) is None:
            return _choose_password(request, key, kind)  # used in the meantime: say so
        messages.success(request, _("Uw wachtwoord is bewaard. Log nu in."))
        return redirect("people:log_in")
    context = {"form": form, "person": person, "is_invitation": kind is LinkKind.INVITATION}
    return render(request, "people/choose_password.html", context)
