"""How what somebody sends comes in: no larger than we take, and whole or not at all.

Django believes what a request says of its own length. One that says nothing (chunked transfer encoding) counts as
empty, a form that was cut off counts as complete, and one that is far too large is on our disk before anybody
looks. So here a request is as long as what really came in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextvars import copy_context
from tempfile import SpooledTemporaryFile
from typing import Any

from asgiref.sync import ThreadSensitiveContext
from django.conf import settings
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, ASGIRequest, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.core.signals import request_started
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBadRequest, HttpResponseBase
from django.urls import set_script_prefix

from meervoud_web.config.lanes import Lane, Lanes
from meervoud_web.ui.outage import is_outage

STREAMS = "/live/"
FORM_WITH_FILES = "multipart/form-data"


class Body(SpooledTemporaryFile[bytes]):
    """What came in, as long as it is of a modest size; of what is larger only the length."""

    length = 0
    has_no_room = False
    """Whether the disk was full while it came in: then nothing of it is kept."""

    def take(self, piece: bytes) -> None:
        """Add a piece, or let everything go once it is too much."""
        self.length += len(piece)
        if self.length <= settings.MAX_REQUEST_BYTES and not self.has_no_room:
            self._keep(piece)
        else:
            self._let_go()

    def _keep(self, piece: bytes) -> None:
        try:
            self.write(piece)
            self.flush()
        except OSError as error:
            if not is_outage(error):
                raise
            self.has_no_room = True

    def _let_go(self) -> None:
        self.seek(0)
        self.truncate()

    def ends_with(self, end: bytes) -> bool:
        """Whether this is the end, apart from a line break; what was read stays read."""
        here = self.tell()
        self.seek(max(0, self.seek(0, 2) - len(end) - len(b"\r\n")))
        tail = self.read()
        self.seek(here)
        return tail.rstrip(b"\r\n").endswith(end)


class MeasuredRequest(ASGIRequest):
    """A request that knows its real length, and whose form has to have an end."""

    _stream: Body  # type: ignore[assignment]

    def __init__(self, scope: Mapping[str, Any], body_file: Body) -> None:
        super().__init__(scope, body_file)
        self.META["CONTENT_LENGTH"] = str(body_file.length)
        self.has_no_room = body_file.has_no_room

    def _load_post_and_files(self) -> None:
        if self.content_type == FORM_WITH_FILES and not self._stream.ends_with(self._end_of_form()):
            raise MultiPartParserError("The form was cut off.")
        super()._load_post_and_files()

    def _end_of_form(self) -> bytes:
        return b"--%b--" % (self.content_params or {}).get("boundary", "").encode()


class Door(ASGIHandler):
    """Django's own handler, with another way of letting a body in, and pages that are made in a lane.

    Streams stay asynchronous. All other pages are plain functions: each is made in one go, in one thread.
    """

    request_class = MeasuredRequest

    def __init__(self) -> None:
        super().__init__()
        self.lanes = Lanes()
        self.pages = BaseHandler()
        self.pages.load_middleware()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request, with all that is not asynchronous in one lane."""
        lane = self.lanes.quietest()
        async with ThreadSensitiveContext(executor=lane):
            if scope["type"] != "http" or scope["path"].startswith(STREAMS):
                await super().__call__(scope, receive, send)
            else:
                await self.answer(scope, receive, send, lane)

    async def answer(self, scope: Any, receive: Any, send: Any, lane: Lane) -> None:
        """Make a page and send it."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        loop, context = asyncio.get_running_loop(), copy_context()
        response = await loop.run_in_executor(lane, context.run, self.make, scope, body)
        await self.send_response(response, send)
        if response.streaming:
            await loop.run_in_executor(lane, context.run, response.close)

    def make(self, scope: Any, body: Body) -> HttpResponseBase:
        """Make a page, in the thread of its lane; what is not sent in pieces is finished then."""
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        if request is None:
            response: HttpResponseBase = refusal or HttpResponseBadRequest()
        else:
            response = self.pages.get_response(request)
        if not response.streaming:
            response.close()
            body.close()
        return response

    async def read_body(self, receive: Callable[[], Awaitable[Mapping[str, Any]]]) -> Body:
        """Read to the end also what is too large: whoever sends hears our answer only then."""
        body = Body(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE, mode="w+b")
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                body.close()
                raise RequestAborted
            body.take(message.get("body", b""))
            more = message.get("more_body", False)
        body.seek(0)
        return body
