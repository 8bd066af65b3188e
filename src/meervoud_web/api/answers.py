"""Let every error of the API be a problem."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from meervoud_web.ui.problems import ProblemError, problem


def answer_with_problems(api: NinjaAPI) -> None:
    """Let every error of this API be a problem."""

    @api.exception_handler(ProblemError)
    def ours(_request: HttpRequest, error: ProblemError) -> HttpResponse:
        answer = problem(error.status, title=error.title, detail=error.detail)
        if error.retry_after is not None:
            answer["Retry-After"] = str(error.retry_after)
        return answer

    @api.exception_handler(ValidationError)
    def wrong_fields(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [{"where": ".".join(map(str, one["loc"])), "detail": one["msg"]} for one in error.errors]
        return problem(
            400,
            title=_("De vraag klopt niet"),
            detail=_("Kijk bij «errors» welke velden niet kloppen."),
            errors=errors,
        )

    @api.exception_handler(AuthenticationError)
    def unknown_token(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return problem(
            401, title=_("Geen geldig token"), detail=_("Stuur het token van uw deelname mee als Bearer-token.")
        )

    @api.exception_handler(Http404)
    def not_there(_request: HttpRequest, _error: Http404) -> HttpResponse:
        return problem(404, title=_("Niet gevonden"), detail=_("Dit bestaat niet, of het is niet openbaar."))

    @api.exception_handler(HttpError)
    def other(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, title=_("De vraag klopt niet"), detail=str(error))
