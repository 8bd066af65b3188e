"""Links that go into mails, whole since they are opened elsewhere, and where somebody goes on to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def link_maker(request: HttpRequest, name: str, *, target: str = "") -> Callable[[str], str]:
    """Return what makes a link to the page called ``name`` out of a key, from where one goes on to ``target``.

    Where the public address is known it is used, so that nobody can get mail sent that points elsewhere.
    """
    base = settings.PUBLIC_ADDRESSES[0].geturl() if settings.PUBLIC_ADDRESSES else request.build_absolute_uri("/")

    def link_of_key(key: str) -> str:
        asked = f"?{urlencode({'next': target})}" if target else ""
        return urljoin(base, reverse(name, kwargs={"key": key}) + asked)

    return link_of_key


def safe_target(request: HttpRequest) -> str:
    """Where somebody was going, as long as that is a page of ours."""
    target = request.POST.get("next") or request.GET.get("next") or settings.LOGIN_REDIRECT_URL
    is_ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if is_ours else settings.LOGIN_REDIRECT_URL
