"""What a page answers after it did something, and what it reads of a form that may come twice."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse


def see_other(name: str, code: str, *, note: str = "", **query: str) -> HttpResponse:
    """Send the browser on with a GET, so that going back or loading again sends nothing twice."""
    asked = query | ({"let-op": note} if note else {})
    response = HttpResponseRedirect(reverse(name, args=[code]) + (f"?{urlencode(asked)}" if asked else ""))
    response.status_code = 303
    return response


def request_id_of(request: HttpRequest) -> UUID:
    """Read the id that a form carries, so that sending it twice is sending it once."""
    try:
        return UUID(request.POST.get("request_id", ""))
    except ValueError as wrong:
        raise BadRequest from wrong
