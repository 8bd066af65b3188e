"""The door that participants come through: one cookie, no account, and forms that no other site can send.

A page for participants never opens a session, so Django's own token (which needs a cookie of its own) is not used
here. What stands in its place: a token derived from the cookie, compared in constant time, and what
``people.door`` asks of every form from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.crypto import constant_time_compare

from meervoud_web.people.door import NotFromHereError, open_door
from meervoud_web.rounds.codes import device_follow_code, follow_hash, form_token
from meervoud_web.rounds.models import Participation, Round
from meervoud_web.rounds.queries.entering import participation_of, round_to_read, round_to_write_in

COOKIE = "__Host-deelnemer" if settings.HTTPS else "deelnemer"
COOKIE_DAYS = 180
TOKEN_FIELD = "token"  # noqa: S105  The name of a field.
LONGEST_SECRET = 100

P = ParamSpec("P")


@dataclass(frozen=True)
class Visit:
    """Somebody at a round: the device they use, and how they take part, if they do."""

    round: Round
    device: str
    """The secret in the cookie; empty on a device that has none."""
    participation: Participation | None

    @property
    def token(self) -> str:
        """What every form on the page carries."""
        return form_token(self.device, round_id=self.round.pk)

    @property
    def follow_code(self) -> str | None:
        """The follow code, where this device began the participation and so can tell it again."""
        if self.participation is None:
            return None
        code = device_follow_code(self.device, round_id=self.round.pk)
        return code if follow_hash(code) == self.participation.follow_hash else None


def device_of(request: HttpRequest) -> str:
    """Return the secret that a device carries, or nothing."""
    return request.COOKIES.get(COOKIE, "")[:LONGEST_SECRET]


def remember(response: HttpResponse, *, device: str) -> None:
    """Let a device keep its secret: the one strictly necessary cookie of who takes part."""
    response.set_cookie(
        COOKIE,
        device,
        max_age=COOKIE_DAYS * 24 * 60 * 60,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def let_go(response: HttpResponse) -> None:
    """Take the cookie away from a device."""
    response.delete_cookie(COOKIE, samesite="Lax")
    response.cookies[COOKIE]["secure"] = settings.HTTPS or ""


def refuse_without_token(request: HttpRequest, *tokens: str) -> None:
    """Refuse a form that this page did not make for this device."""
    given = request.POST.get(TOKEN_FIELD, "")
    fits = [constant_time_compare(given, token) for token in tokens]
    if True not in fits:
        raise NotFromHereError


def of_a_round(
    *methods: str, also_before_beginning: bool = False
) -> Callable[[Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]], Callable[..., HttpResponse]]:
    """Make a page about a round, in its language, for whoever visits it: ``page(request, visit)``.

    A form that changes nothing of a participant, such as the one with which one begins, may also have been opened
    before this device had its cookie: ``also_before_beginning``.
    """

    def decorate(page: Callable[Concatenate[HttpRequest, Visit, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @open_door(*methods)
        @wraps(page)
        def answer(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            visit = visit_of(request, code)
            if request.method == "POST":
                before = [replace(visit, device="").token] if also_before_beginning else []
                refuse_without_token(request, visit.token, *before)
            speak(request, visit.round.language)
            response = page(request, visit, *args, **kwargs)
            response["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
            return response

        return answer

    return decorate


def visit_of(request: HttpRequest, code: str) -> Visit:
    """Find the round under this code; a draft is not there yet for anybody who would take part."""
    round_ = round_to_write_in(code) if request.method == "POST" else round_to_read(code)
    if round_ is None:
        raise Http404
    device = device_of(request)
    return Visit(round=round_, device=device, participation=participation_of(round_, device))


def speak(request: HttpRequest, language: str) -> None:
    """Speak the language of the round, unless the reader chose one."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(language)
