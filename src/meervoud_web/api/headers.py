"""What every answer of the API is and carries: its version, leave for pages elsewhere to read it, no HTML."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from meervoud_web.ui.problems import CONTENT_TYPE, problem

VERSION = "1.0.0"
ROOT = "/v1/"
METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS"

GetResponse = Callable[[HttpRequest], HttpResponse]


def api_headers(get_response: GetResponse) -> GetResponse:
    """Add the headers of the API; who acts there carries a token and never a cookie, so that any page may ask."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return get_response(request)
        response = HttpResponse(status=204) if request.method == "OPTIONS" else get_response(request)
        if response.status_code >= 400 and response["Content-Type"] != CONTENT_TYPE:
            response = _as_problem(response)
        response["API-Version"] = VERSION
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = METHODS
        response["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Idempotency-Key"
        response["Access-Control-Expose-Headers"] = "API-Version, Retry-After"
        return response

    return respond


def _as_problem(page: HttpResponse) -> HttpResponse:
    if page.status_code != 503:
        return problem(page.status_code, title=page.reason_phrase, detail=_("Dit kan hier niet."))
    answer = problem(
        503,
        title=_("Het lukt nu even niet"),
        detail=_("Wij kunnen nu even niets bewaren of opzoeken. Stuur het later opnieuw, met dezelfde sleutel."),
    )
    answer["Retry-After"] = page["Retry-After"]
    return answer
