"""The description of the API, as the NL API Design Rules want it published."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI

from meervoud_web.api.headers import VERSION
from meervoud_web.challenges.queries import the_municipality
from meervoud_web.ui.problems import CONTENT_TYPE

VERSION_HEADER = {
    "API-Version": {"description": "The version of the API that answered.", "schema": {"type": "string"}}
}
PROBLEM = {
    "description": "What went wrong.",
    "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def description(api: NinjaAPI, *, server: str) -> dict[str, Any]:
    """Give the OpenAPI document of an API that is served at an address such as ``https://…/v1``."""
    found: dict[str, Any] = api.get_openapi_schema(path_prefix="")
    house = the_municipality()
    found["info"] = {
        "title": api.title,
        "description": api.description,
        "version": VERSION,
        "license": {"name": "EUPL-1.2"},
        "contact": {
            "name": house.name if house else "Meervoud",
            "email": (house.contact_email if house else "") or "contact@example.org",
            "url": server.removesuffix("/v1"),
        },
    }
    found["servers"] = [{"url": server}]
    for operations in found["paths"].values():
        for operation in operations.values():
            operation["responses"] = _responses(operation["responses"])
    return found


def _responses(given: dict[Any, Any]) -> dict[str, Any]:
    """Every success with the version header; every failure as a problem."""
    answers = {str(status): answer for status, answer in given.items() if int(status) < 400}
    for answer in answers.values():
        answer["headers"] = VERSION_HEADER
    failures = {str(status) for status in given if int(status) >= 400} | {"400"}
    return answers | dict.fromkeys(sorted(failures), PROBLEM)
