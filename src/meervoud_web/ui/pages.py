"""Pages that belong to no app: how we compute, accessibility, the language, security.txt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible this site is and where to report what is not."""
    return render(request, "ui/accessibility.html")


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say in plain words how results are computed."""
    return render(request, "ui/method.html")


@login_not_required
@require_safe
def language(request: HttpRequest, code: str) -> HttpResponse:
    """Remember the language that the reader chose, and go back to where they were."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    target = request.GET.get("naar", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/"
    return remember_language(HttpResponseRedirect(target), code)


def remember_language(response: HttpResponse, code: str) -> HttpResponse:
    """Let the next pages speak this language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell finders of weaknesses where to go (RFC 9116)."""
    expires = (datetime.now(UTC) + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
