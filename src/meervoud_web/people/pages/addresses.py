"""Links that go into mails: whole addresses, since they are opened elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


def link_maker(request: HttpRequest, name: str) -> Callable[[str], str]:
    """Return what makes a link to the page called ``name`` out of a key.

    Where the public address is known it is used, so that nobody can get mail sent that points elsewhere.
    """
    base = settings.PUBLIC_ADDRESSES[0].geturl() if settings.PUBLIC_ADDRESSES else request.build_absolute_uri("/")

    def link_of_key(key: str) -> str:
        return urljoin(base, reverse(name, kwargs={"key": key}))

    return link_of_key
