"""Everything about yourself, to take along: the password is asked again, for a page can be left open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from meervoud_web.people import takeaway
from meervoud_web.people.actions import TooManyAttemptsError
from meervoud_web.people.actions.attempts import Limit, write_down
from meervoud_web.people.forms import OwnPasswordForm
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of

MOST = 5
"""In a quarter of an hour: it is heavy to make, and each try is a guess at a password."""


@sensitive_post_parameters("current")
@require_http_methods(["GET", "HEAD", "POST"])
def everything_about_me(request: HttpRequest) -> HttpResponse:
    """Give all that is held about who asks, after their password."""
    person = person_of(request)
    if request.method != "POST":
        return render(request, "people/everything.html", {"form": OwnPasswordForm(person=person)})
    try:
        write_down([Limit("everything account", str(person.pk), MOST)])
    except TooManyAttemptsError:
        form = OwnPasswordForm(person=person)
        context = {"form": form, "problem": _("U vroeg dit te vaak achter elkaar. Probeer het over een kwartier.")}
        return render(request, "people/everything.html", context, status=429)
    form = OwnPasswordForm(request.POST, person=person)
    if not form.is_valid():
        return render(request, "people/everything.html", {"form": form}, status=422)
    return as_file(person, kind=request.POST.get("vorm", ""), with_mentions=False)


def as_file(person: Person, *, kind: str, with_mentions: bool) -> HttpResponse:
    """Answer with everything about somebody, that nobody on the way may keep."""
    if kind == "json":
        content, ending, media = takeaway.as_json(person, with_mentions=with_mentions), "json", "application/json"
    else:
        content, ending, media = takeaway.as_zip(person, with_mentions=with_mentions), "zip", "application/zip"
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="alles-over-{person.pk}.{ending}"'
    response["Cache-Control"] = "private, no-store"
    return response
