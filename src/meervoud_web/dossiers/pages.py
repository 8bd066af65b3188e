"""The page of a dossier, and the files that one takes along from it."""

from __future__ import annotations

from hashlib import sha256
from threading import Lock

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.open_data import tables_by_chapter
from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.providers import Panel
from meervoud_web.dossiers import rules
from meervoud_web.dossiers.actions import hand_over, make_open_data
from meervoud_web.dossiers.queries import Audience, Reader, chapters_of
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import visitor
from meervoud_web.ui.tagged_pdf import NoPrinterError, our_letters, tagged_pdf

MOST_KEPT = 8
_printing = Lock()
_printed: dict[str, bytes] = {}
"""The last PDFs for everyone by what is in them: laying out the same pages for all who ask keeps a server busy."""


def dossier_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """Point to the dossier, under everything else."""
    return Panel(template="dossiers/panel.html", context={"challenge": challenge}, order=900)


@login_not_required
@require_safe
def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what is in the dossier, and hand it over."""
    challenge, person = challenge_or_404(request, slug), visitor(request)
    context = {
        "challenge": challenge,
        "chapters": [(chapter.label, some) for chapter, some in tables_by_chapter().items()],
        "may_take_inside": rules.may_take_inside(person, challenge),
    }
    return render(request, "dossiers/dossier.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand over the zip of open data: for everyone, or, when asked with a form, with what one may read oneself."""
    challenge, reader = _asked(request, slug)
    made = make_open_data(challenge, reader)
    _write_down(request, challenge, reader, what=f"{_('open data')}, SHA-256 {made.manifest_sha256}")
    return _file(made.content, challenge, reader, content_type="application/zip", ending="zip")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand over the readable dossier as a PDF."""
    challenge, reader = _asked(request, slug)
    context = {
        "challenge": challenge,
        "chapters": chapters_of(challenge, reader),
        "is_for_everyone": reader.audience == Audience.EVERYONE,
        "letters": our_letters(),
        "widths": range(1, 101),
    }
    try:
        content = _print(render_to_string("dossiers/print/dossier.html", context, request), reader)
    except NoPrinterError:
        return render(request, "dossiers/no_printer.html", context, status=503)
    _write_down(request, challenge, reader, what=_("PDF"))
    return _file(content, challenge, reader, content_type="application/pdf", ending="pdf")


def _asked(request: HttpRequest, slug: str) -> tuple[Challenge, Reader]:
    """Whose eyes the dossier is made with: those of everyone, unless somebody sends the form."""
    challenge, person = challenge_or_404(request, slug), visitor(request)
    if request.method != "POST":
        if not challenge.is_public:
            raise Http404
        return challenge, Reader()
    if not rules.may_take_inside(person, challenge):
        raise PermissionDenied
    return challenge, Reader(person)


def _write_down(request: HttpRequest, challenge: Challenge, reader: Reader, *, what: str) -> None:
    """Who takes it along without an account stays unknown, as on any page that everyone may read."""
    person = visitor(request)
    if person is not None and request.method != "HEAD":
        hand_over(challenge, reader, by=person, what=what)


def _print(page: str, reader: Reader) -> bytes:
    if reader.audience != Audience.EVERYONE:
        return tagged_pdf(page).pdf
    key = sha256(page.encode()).hexdigest()
    with _printing:  # who asks for the same meanwhile waits, and finds it ready
        if key not in _printed:
            while len(_printed) >= MOST_KEPT:
                _printed.pop(next(iter(_printed)))
            _printed[key] = tagged_pdf(page).pdf
        return _printed[key]


def _file(content: bytes, challenge: Challenge, reader: Reader, *, content_type: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    part = "" if reader.audience == Audience.EVERYONE else f"-{_('intern')}"
    name = f"{challenge.slug}-{_('opgavedossier')}{part}.{ending}"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
