"""Where the public finds a page: the address that goes on paper."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest


def public_address(request: HttpRequest, path: str) -> str:
    """Return the whole address of a page: on the public site where that is known, else where staff are now."""
    if settings.PUBLIC_ADDRESSES:
        public = settings.PUBLIC_ADDRESSES[0]
        return f"{public.scheme}://{public.netloc}{path}"
    return request.build_absolute_uri(path)


def site_address() -> str:
    """Where the site is, without a slash, for a mail that no request asked for: it is opened elsewhere."""
    known = settings.PUBLIC_ADDRESSES
    return f"{known[0].scheme}://{known[0].netloc}" if known else "http://localhost:8000"


def without_scheme(address: str) -> str:
    """An address as people type it."""
    return address.split("://", 1)[-1].rstrip("/")


def qr_picture(address: str) -> str:
    """A QR code as a picture inside the page itself; it survives a fold, a stain and a far-away poster."""
    picture: str = segno.make(address, error="q", micro=False).svg_data_uri(border=4, dark="#1c2630", light="#fff")
    return picture
