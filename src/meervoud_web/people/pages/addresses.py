"""Links that go into mails: whole addresses, since they are opened elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse


def link_maker(request: HttpRequest, name: str) -> Callable[[str], str]:
    """Return what makes a link to the page called ``name`` out of a key."""

    def link_of_key(key: str) -> str:
        return request.build_absolute_uri(reverse(name, kwargs={"key": key}))

    return link_of_key
