"""Make a PDF of a page of ours: with a title, a language and tags, so that it can also be read aloud.

Nothing is fetched from anywhere: pictures and letters come along as data.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.78, 0.7, 0.6, 0.5)
LETTERS = {"Figtree": "figtree-latin-wght-normal", "Source Serif": "source-serif-4-latin-600-normal"}


class NoPrinterError(Exception):
    """What makes PDFs needs a library of the system, and it is not there."""


@dataclass(frozen=True)
class Printed:
    """A PDF, and how many sheets it takes."""

    pdf: bytes
    sheets: int


def print_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, name: str, one_sheet: bool = False
) -> HttpResponse:
    """Answer with the PDF of a template; or say, on a page, why there is none.

    With ``one_sheet`` the template is made smaller, by its ``scale``, until everything stands on one sheet.
    """
    letters = list(_letters())
    try:
        for scale in SCALES:
            page = render_to_string(template, {**context, "letters": letters, "scale": scale}, request)
            printed = print_out(page)
            if not one_sheet or printed.sheets == 1:
                break
    except NoPrinterError:
        return render(request, "rounds/staff/no_printer.html", context, status=503)
    response = HttpResponse(printed.pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    return response


def print_out(page: str) -> Printed:
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
    sheets = HTML(string=page, url_fetcher=inside_only).render(font_config=FontConfiguration())
    return Printed(pdf=sheets.write_pdf(pdf_variant="pdf/ua-1"), sheets=len(sheets.pages))


def _letters() -> Iterator[tuple[str, str]]:
    """Our own letters, where they have been built; else the PDF has those of the system."""
    for family, file in LETTERS.items():
        for path in sorted(settings.BUILT.glob(f"{file}*.woff2"))[:1]:
            yield family, f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}"
