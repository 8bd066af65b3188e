"""Even noteren: one field, and with one tap something out of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meervoud_web.challenges.queries import thread_of
from meervoud_web.challenges.things import thing_of
from meervoud_web.notes import actions, queries, rules
from meervoud_web.notes.forms import FrictionForm, NoteForm, PromiseForm
from meervoud_web.notes.models import Note
from meervoud_web.notes.pages.finding import challenge_to_note_on, note_or_404, own_note_or_404
from meervoud_web.notes.providers import made_from
from meervoud_web.notes.words import promises_something
from meervoud_web.people.models import Person

ON_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write something down."""
    challenge, person = challenge_to_note_on(request, slug)
    form = NoteForm(request.POST or None)
    if form.is_valid():
        note = actions.write_note(
            challenge,
            by=person,
            text=form.cleaned_data["text"],
            is_shared=form.cleaned_data["is_shared"],
            request_id=form.sent_as,
        )
        messages.success(request, _("Bewaard. Wilt u er meteen iets van maken? Dat kan hieronder; later kan ook."))
        return redirect(note)
    return render(request, "notes/write.html", {"challenge": challenge, "form": form})


@require_safe
def notes(request: HttpRequest, slug: str) -> HttpResponse:
    """List one's own notes, and what others shared."""
    challenge, person = challenge_to_note_on(request, slug)
    seen = queries.notes_seen_by(person, challenge.notes.select_related("writer"))
    page = Paginator(seen, ON_A_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "notes/notes.html", {"challenge": challenge, "page": page, "me": person})


@require_safe
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a note, what came of it, and what can be made of it."""
    found, person = note_or_404(request, pk)
    return _show(request, found, person)


@require_POST
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a promise of a note."""
    found, person = _note_to_make_of(request, pk)
    form = PromiseForm(request.POST, challenge=found.challenge, me=person)
    if not form.is_valid():
        return _show(request, found, person, promise_form=form)
    made = actions.make_promise(
        found.challenge, by=person, words=form.words(), sources=[thing_of(found)], request_id=form.sent_as
    )
    messages.success(
        request, _("De toezegging staat op de lijst. Op maandag krijgt wie haar nakomt er bericht van.")
    )
    return redirect(made)


@require_POST
def friction(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a friction of a note before who can lift it."""
    found, person = _note_to_make_of(request, pk)
    form = FrictionForm(request.POST, challenge=found.challenge)
    if not form.is_valid():
        return _show(request, found, person, friction_form=form)
    made = actions.raise_friction(
        found.challenge, by=person, words=form.words(), sources=[thing_of(found)], request_id=form.sent_as
    )
    messages.success(request, _("De schuurplek is voorgelegd."))
    return redirect(made)


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Let who works on the challenge read along, or no longer."""
    found, person = own_note_or_404(request, pk)
    if request.POST.get("delen") == "ja":
        actions.share_note(found, by=person)
        messages.success(request, _("Wie aan de opgave werkt, kan deze notitie nu lezen."))
    else:
        actions.keep_to_oneself(found, by=person)
        messages.success(request, _("Deze notitie is weer alleen voor u."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def tear_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and throw the note away."""
    found, person = own_note_or_404(request, pk)
    if request.method == "POST":
        actions.tear_up(found, by=person)
        messages.success(request, _("De notitie is weggegooid."))
        return redirect("notes:notes", slug=found.challenge.slug)
    return render(request, "notes/tear_up.html", {"note": found, "challenge": found.challenge})


def _note_to_make_of(request: HttpRequest, pk: int) -> tuple[Note, Person]:
    found, person = note_or_404(request, pk)
    if not rules.may_note(person, found.challenge):
        raise PermissionDenied
    return found, person


def _show(request: HttpRequest, found: Note, person: Person, **forms: Any) -> HttpResponse:
    may_make = rules.may_note(person, found.challenge)
    thread = thread_of(thing_of(found), person=person)
    nothing_yet = thread is None or not thread.onwards.steps
    likely = "promise_form" if nothing_yet and promises_something(found.text) else ""
    context = {
        "note": found,
        "challenge": found.challenge,
        "thread": thread,
        "is_mine": rules.owns(person, found),
        "may_make": may_make,
        "promise_form": PromiseForm(challenge=found.challenge, me=person, text=found.text),
        "friction_form": FrictionForm(challenge=found.challenge, text=found.text),
        "made": made_from(found, person) if may_make else [],
        "opened": next(iter(forms), likely),
        **forms,
    }
    return render(request, "notes/note.html", context)
