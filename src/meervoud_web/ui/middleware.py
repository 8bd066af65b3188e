"""What holds for every page: how it travels, who may keep a copy, its language, how large a request may be."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from meervoud_web.ui.errors import too_large
from meervoud_web.ui.outage import out_of_reach

GetResponse = Callable[[HttpRequest], HttpResponse]

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"

UNKEPT = "private, no-store"

PACKABLE = ("text/html", "text/plain", "text/csv", "application/json", "application/problem+json", "image/svg+xml")


def packed_pages(get_response: GetResponse) -> GetResponse:
    """Send words in a small parcel; never a stream, which arrives piece by piece, nor what is packed already.

    Django gives every parcel a random length more, and its form tokens another face each time, so that the size
    of an answer betrays no secret in it (BREACH).
    """
    packer = GZipMiddleware(get_response)

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        kind = response.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in PACKABLE:
            return response
        packer.process_response(request, response)  # packs it where it stands
        return response

    return respond


def private_pages(get_response: GetResponse) -> GetResponse:
    """Let nobody but the reader keep a page that a cookie may have coloured."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        patch_vary_headers(response, ["Cookie"])
        private = bool(request.COOKIES or response.cookies)
        if response.headers.get("Cache-Control") != UNKEPT:  # a page may say so itself
            response["Cache-Control"] = UNKEPT if private else "no-cache"
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        return response

    return respond


def chosen_language(get_response: GetResponse) -> GetResponse:
    """Speak Dutch, unless the reader chose otherwise; the language of the browser does not decide."""

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond


def modest_size(get_response: GetResponse) -> GetResponse:
    """Refuse what is too large, or found our disk full, before anything reads it, with words that help."""

    def respond(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > settings.MAX_REQUEST_BYTES:
            return too_large(request)
        if getattr(request, "has_no_room", False):
            return out_of_reach(request)
        return get_response(request)

    return respond
