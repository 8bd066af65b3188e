"""A paper to take along: a Word file that a clerk can edit, and a PDF that can be read aloud."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from meervoud_web.challenges.queries.challenge import the_municipality
from meervoud_web.papers.actions import LANGUAGE
from meervoud_web.papers.models import Paper
from meervoud_web.papers.pages.finding import paper_or_404
from meervoud_web.papers.pages.showing import as_shown
from meervoud_web.papers.queries import chapters_of
from meervoud_web.papers.queries.facts import facts_of, first_sources, standing_of
from meervoud_web.papers.queries.word import word_file
from meervoud_web.people.models import Person
from meervoud_web.ui.addresses import public_address
from meervoud_web.ui.tagged_pdf import NoPrinterError, our_letters, tagged_pdf
from meervoud_web.ui.written import printable

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def as_docx(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the paper as a Word file."""
    paper, person = paper_or_404(request, pk)
    with translation.override(LANGUAGE):
        content = word_file(
            paper,
            chapters_of(paper, person=person),
            site=public_address(request, "/").rstrip("/"),
            municipality=str(the_municipality() or ""),
        )
    return _file(content, paper, ending="docx", content_type=WORD)


@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the paper as a tagged PDF; or say, on a page, why there is none."""
    paper, person = paper_or_404(request, pk)
    with translation.override(LANGUAGE):
        page = page_to_print(request, paper, person=person)
    try:
        printed = tagged_pdf(page)
    except NoPrinterError:
        return render(
            request, "papers/no_printer.html", {"paper": paper, "challenge": paper.challenge}, status=503
        )
    return _file(printed.pdf, paper, ending="pdf", content_type="application/pdf")


def page_to_print(request: HttpRequest, paper: Paper, *, person: Person) -> str:
    """The paper as one page with everything inside."""
    municipality = the_municipality()
    shown = as_shown(paper, chapters_of(paper, person=person), subject=paper.subject)
    context: dict[str, Any] = {
        **shown,
        "notes": [(line, *first_sources(line)) for line in shown["notes"]],
        "facts": facts_of(paper, municipality=str(municipality or "")),
        "standing": standing_of(paper),
        "challenge": paper.challenge,
        "municipality": municipality,
        "site": public_address(request, "/").rstrip("/"),
        "letters": our_letters(),
    }
    return printable(render_to_string("papers/print/paper.html", context))


def _file(content: bytes, paper: Paper, *, ending: str, content_type: str) -> HttpResponse:
    name = f"{slugify(str(paper))[:80] or 'stuk'}.{ending}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
