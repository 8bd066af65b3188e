"""Make a PDF of a page of ours: with a title, a language and tags, so that it can also be read aloud.

Nothing is fetched from anywhere: pictures and letters come along as data.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

LETTERS = {"Figtree": "figtree-latin-wght-normal", "Source Serif": "source-serif-4-latin-600-normal"}


class NoPrinterError(Exception):
    """What makes PDFs needs a library of the system, and it is not there."""


def print_page(request: HttpRequest, template: str, context: dict[str, Any], *, name: str) -> HttpResponse:
    """Answer with the PDF of a template; or say, on a page, why there is none."""
    page = render_to_string(template, {**context, "letters": list(_letters())}, request)
    try:
        pdf = pdf_of(page)
    except NoPrinterError:
        return render(request, "rounds/staff/no_printer.html", context, status=503)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    return response


def pdf_of(page: str) -> bytes:
    """Make an accessible PDF (PDF/UA) of a page.

    Raises
    ------
    NoPrinterError
        Where Pango is not installed.
    """
    try:
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as error:  # raised while importing, where the system's own library is not found
        raise NoPrinterError from error
    inside_only = URLFetcher(allowed_protocols=("data",))
    sheet = HTML(string=page, url_fetcher=inside_only)
    pdf: bytes = sheet.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return pdf


def qr_picture(address: str) -> str:
    """A QR code as a picture inside the page itself; it survives a fold, a stain and a far-away poster."""
    picture: str = segno.make(address, error="q", micro=False).svg_data_uri(border=4, dark="#1c2630", light="#fff")
    return picture


def _letters() -> Iterator[tuple[str, str]]:
    """Our own letters, where they have been built; else the PDF has those of the system."""
    for family, file in LETTERS.items():
        for path in sorted(settings.BUILT.glob(f"{file}*.woff2"))[:1]:
            yield family, f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}"
