"""What can be asked about challenges."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from meervoud_web.challenges.models import Municipality


def municipality_of_page(request: HttpRequest) -> dict[str, Any]:
    """Give every template the municipality (a context processor)."""
    return {"municipality": Municipality.objects.first()}
