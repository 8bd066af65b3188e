"""Come in with a link from a mail."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from meervoud_web.people import actions
from meervoud_web.people.forms import EmailForm
from meervoud_web.people.links import LinkKind, person_of_key
from meervoud_web.people.pages.addresses import link_maker, safe_target
from meervoud_web.people.pages.entry import TOO_MANY
from meervoud_web.people.visitor import visitor
from meervoud_web.ui.pages import remember_language


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail; the answer is the same whether there is an account or not."""
    target = safe_target(request)
    if visitor(request) is not None:
        return redirect(target)
    form = EmailForm(request.POST or None)
    if form.is_valid():
        link_of_key = link_maker(request, "people:log_in_with_link", target=target)
        try:
            actions.ask_for_log_in_link(request, email=form.cleaned_data["email"], link_of_key=link_of_key)
        except actions.TooManyAttemptsError:
            form.add_error(None, TOO_MANY)
            return render(request, "people/by_mail.html", {"form": form, "target": target}, status=429)
        return render(request, "people/by_mail_sent.html")
    return render(request, "people/by_mail.html", {"form": form, "target": target})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for one tap more: programs that look through mails open every link, and would use this one up."""
    target = safe_target(request)
    if request.method == "POST":
        person = actions.log_in_with_link(request, key=key)
        if person is not None:
            return remember_language(redirect(target), person.language)
    if request.method == "POST" or person_of_key(key, LinkKind.LOG_IN) is None:
        return render(request, "people/by_mail_over.html", {"target": target}, status=410)
    return render(request, "people/by_mail_come_in.html", {"target": target})
