"""The door that people without an account come through: no session, and forms that no other site can send.

Django's own token needs a cookie, which a page without an account does not set. What stands in its place: a
browser that says the form comes from this site, and whatever the page itself asks of its form. This is the only
place where a page goes without Django's token.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt  # noqa: TID251  What is said above stands in its place.
from django.views.decorators.http import require_http_methods

from meervoud_web.ui.errors import csrf_failure

P = ParamSpec("P")


class NotFromHereError(Exception):
    """A form that no page of ours made for this device, or not any more: nothing was done."""


def refuse_other_sites(request: HttpRequest) -> None:
    """Refuse a form that a browser says comes from elsewhere."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise NotFromHereError
    origin = request.headers.get("Origin")
    ours = {request.get_host(), *(address.netloc for address in settings.PUBLIC_ADDRESSES)}
    if origin and urlsplit(origin).netloc not in ours:
        raise NotFromHereError


def open_door(*methods: str) -> Callable[[Callable[P, HttpResponse]], Callable[..., HttpResponse]]:
    """Open a page to people without an account; whoever uses this checks the token of every form."""

    def decorate(page: Callable[P, HttpResponse]) -> Callable[..., HttpResponse]:
        @login_not_required
        @require_http_methods([*methods, *(["HEAD"] if "GET" in methods else [])])
        @wraps(page)
        def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            request = args[0]
            if not isinstance(request, HttpRequest) or request.method != "POST":
                return page(*args, **kwargs)
            try:
                refuse_other_sites(request)
                return page(*args, **kwargs)
            except NotFromHereError:
                return csrf_failure(request)

        # A page without forms takes no POST at all, and keeps Django's own guard.
        return csrf_exempt(answer) if "POST" in methods else answer

    return decorate
