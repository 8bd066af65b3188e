"""The stream itself, as server-sent events: ``moved`` with a number, and a sign of life in between."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.contrib.auth.decorators import login_not_required
from django.core.handlers.asgi import ASGIRequest
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from meervoud_web.live.hub import Hub, Listener, TooManyListenersError, hub
from meervoud_web.live.streams import Stream, stream_called

HEARTBEAT_SECONDS = 15.0
LONGEST_SECONDS = 30 * 60.0
"""Then the browser comes back by itself, and is asked again whether it may listen."""
MILLISECONDS_EACH = 10
ASK_AGAIN_MILLISECONDS = 15_000
"""Where a stream cannot stay open."""
CONTENT_TYPE = "text/event-stream; charset=utf-8"


@login_not_required
@require_GET
async def listen(request: HttpRequest, stream: str, subject: int) -> HttpResponseBase:
    """Tell whoever may know it that a subject moved, from the number on that they know of."""
    found = stream_called(stream)
    if found is None or not await sync_to_async(found.may_listen)(request, subject):
        raise Http404
    known = _known(request)
    if not isinstance(request, ASGIRequest):  # a server that cannot keep a stream open: the browser asks again
        return await sync_to_async(_at_once)(found, subject, known)
    listener = Listener(found, subject, address=request.META.get("REMOTE_ADDR", ""), number=known)
    here = hub()
    try:
        here.join(listener)
    except TooManyListenersError:
        words = _("Er kijken nu te veel mensen tegelijk. De pagina werkt; alleen gaat zij niet vanzelf mee.")
        return HttpResponse(
            words, status=503, headers={"Retry-After": "120"}, content_type="text/plain; charset=utf-8"
        )
    response = StreamingHttpResponse(_told(here, listener), content_type=CONTENT_TYPE)
    response["X-Accel-Buffering"] = "no"
    # Also when nobody ever reads from it.
    response._resource_closers.append(lambda: here.leave(listener))  # type: ignore[attr-defined]
    return response


async def _told(here: Hub, listener: Listener) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST_SECONDS
    try:
        # Not everybody at the same moment when the server starts again.
        yield b"retry: %d\n\n" % (2_000 + secrets.randbelow(4_000))
        while loop.time() < end:
            try:
                await asyncio.wait_for(listener.moved.wait(), timeout=HEARTBEAT_SECONDS)
            except TimeoutError:
                yield b": \n\n"
                continue
            listener.moved.clear()
            yield _moved(listener.number, within=MILLISECONDS_EACH * len(here.listeners))
    finally:
        here.leave(listener)


def _at_once(stream: Stream, subject: int, known: int) -> HttpResponse:
    number = stream.newest({subject}).get(subject, 0)
    news = _moved(number) if number > known else b""
    return HttpResponse(b"retry: %d\n\n" % ASK_AGAIN_MILLISECONDS + news, content_type=CONTENT_TYPE)


def _moved(number: int, *, within: int = 0) -> bytes:
    """Say what moved, and within how many milliseconds to fetch it, so that not everybody does so at once."""
    return b'id: %d\nevent: moved\ndata: {"newest": %d, "within": %d}\n\n' % (number, number, within)


def _known(request: HttpRequest) -> int:
    """The number that the browser has: from its last event, or else of the page that it opened."""
    for given in (request.headers.get("Last-Event-ID", ""), request.GET.get("na", "")):
        if given.isascii() and given.isdigit() and len(given) <= 18:
            return int(given)
    return 0
