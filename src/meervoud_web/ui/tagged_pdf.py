"""Make a PDF of a page of ours: with a title, a language and tags (PDF/UA), so that it can also be read aloud.

Nothing is fetched from anywhere: pictures and letters come along as data::

    page = render_to_string("papers/print/paper.html", {..., "letters": our_letters()}, request)
    printed = tagged_pdf(page)

The tags are those of the page: headings, lists, the headers of tables, the ``alt`` of pictures, the ``lang`` of
what is in another language. What is not in the page is not in the PDF.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

LETTERS = {"Figtree": "figtree-latin-wght-normal", "Source Serif": "source-serif-4-latin-600-normal"}


class NoPrinterError(Exception):
    """What makes PDFs needs a library of the system, and it is not there."""


@dataclass(frozen=True)
class Printed:
    """A PDF, and how many sheets it takes."""

    pdf: bytes
    sheets: int


def tagged_pdf(page: str) -> Printed:
    """Make an accessible PDF of a page.

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
    return Printed(pdf=sheets.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True), sheets=len(sheets.pages))


def our_letters() -> list[tuple[str, str]]:
    """Our own letters as data, where they have been built; else the PDF has those of the system."""
    found = [(family, path) for family, file in LETTERS.items() for path in _built(file)]
    return [(family, f"data:font/woff2;base64,{b64encode(path.read_bytes()).decode()}") for family, path in found]


def _built(file: str) -> list[Path]:
    return sorted(settings.BUILT.glob(f"{file}*.woff2"))[:1]
