"""Bring in reactions that were gathered elsewhere."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges.queries import challenge_for
from meervoud_web.conversations import actions, rules
from meervoud_web.conversations.forms import UploadForm
from meervoud_web.people.visitor import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a file, keep its reactions and ask for the first analysis: all of it, or nothing."""
    person = person_of(request)
    challenge = challenge_for(person, slug)
    if challenge is None:
        raise Http404
    if not rules.may_import(person, challenge):
        raise PermissionDenied
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        given = form.cleaned_data
        with transaction.atomic():
            conversation = actions.import_votes(
                challenge=challenge,
                title=given["title"],
                question=given["question"],
                assurance=given["assurance"],
                votes=form.votes,
                by=person,
                file=form.facts,
            )
            actions.analyse_conversation(conversation, by=person)
        return redirect("conversations:progress", conversation.pk)
    status = 422 if form.is_bound else 200
    return render(request, "conversations/upload.html", {"form": form, "challenge": challenge}, status=status)
