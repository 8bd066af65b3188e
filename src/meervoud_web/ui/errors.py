"""Error pages: what happened, what was kept, what to do now."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meervoud_web.ui.outage import is_outage, out_of_reach


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be understood."""
    return render(request, "ui/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this person may not do this."""
    return render(request, "ui/errors/403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old, or came from another site."""
    return render(request, "ui/errors/csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, or nothing for this person."""
    return render(request, "ui/errors/404.html", status=404)


def too_large(request: HttpRequest) -> HttpResponse:
    """Say that what was sent is too large."""
    return render(request, "ui/errors/413.html", status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that we failed; without the database or the session, since these may be what failed."""
    if is_outage(sys.exc_info()[1]):  # Django calls this while it handles what went wrong
        return out_of_reach(request)
    return HttpResponse(render(None, "ui/errors/500.html").content, status=500)
