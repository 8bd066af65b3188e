"""Answer with a page of ours as a PDF, made small enough where it has to fit on one sheet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from meervoud_web.ui.tagged_pdf import NoPrinterError, our_letters, tagged_pdf

SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.78, 0.7, 0.6, 0.5)


def print_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, name: str, one_sheet: bool = False
) -> HttpResponse:
    """Answer with the PDF of a template; or say, on a page, why there is none.

    With ``one_sheet`` the template is made smaller, by its ``scale``, until everything stands on one sheet.
    """
    letters = our_letters()
    try:
        for scale in SCALES:
            page = render_to_string(template, {**context, "letters": letters, "scale": scale}, request)
            printed = tagged_pdf(page)
            if not one_sheet or printed.sheets == 1:
                break
    except NoPrinterError:
        return render(request, "rounds/staff/no_printer.html", context, status=503)
    response = HttpResponse(printed.pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or ""
    return response
