"""What came of my words, for who comes with a follow code; and asking for a mail when there is an answer."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from meervoud_web.challenges.providers import Panel
from meervoud_web.challenges.things import Thing
from meervoud_web.feedback import actions
from meervoud_web.feedback.actions.notice import address_of_key
from meervoud_web.feedback.forms import NoticeForm
from meervoud_web.feedback.queries.following import STATEMENT, themes_of_round
from meervoud_web.feedback.queries.themes import answered, by_thing
from meervoud_web.people.actions import TooManyAttemptsError
from meervoud_web.people.actions.attempts import address_of
from meervoud_web.people.door import open_door
from meervoud_web.rounds.pages.door import refuse_without_token
from meervoud_web.rounds.pages.follow import Following, with_a_code
from meervoud_web.rounds.providers import CameOf, Follower
from meervoud_web.ui.addresses import public_address


def came_of_statements(follower: Follower) -> CameOf:
    """Under each statement its themes with their answers; below, the other themes of the round, and the mail."""
    themes = answered(themes_of_round(follower.round))
    if not themes and not follower.statements:
        return CameOf()
    placed = by_thing(themes)
    own = {key: placed[Thing(STATEMENT, key)] for key in follower.statements if Thing(STATEMENT, key) in placed}
    mine = {one.theme.pk for some in own.values() for _placing, one in some}
    context = {
        "others": [one for one in themes if one.theme.pk not in mine],
        "challenge": follower.round.conversation.challenge,
        "follower": follower,
        "form": NoticeForm(),
    }
    return CameOf(
        under={
            key: Panel(template="feedback/parts/under.html", context={"placed": some}) for key, some in own.items()
        },
        below=Panel(template="feedback/parts/below.html", context=context),
    )


@with_a_code("GET", "POST")
def ask(request: HttpRequest, following: Following) -> HttpResponse:
    """Ask for a mail when there is an answer; the code stands in no mail, and the address beside no statement."""
    form = NoticeForm(request.POST if request.method == "POST" else None)
    status = 422 if form.errors else 200
    is_asked = False
    if form.is_valid():
        try:
            actions.ask_for_notice(
                following.participation.round,
                email=form.cleaned_data["email"],
                language=translation.get_language() or settings.LANGUAGE_CODE,
                address=address_of(request),
                link_of_key=lambda key: public_address(request, reverse("feedback:notice", args=[key])),
            )
            is_asked = True
        except TooManyAttemptsError:
            form.add_error(None, _("Dit is net te vaak gevraagd. Probeer het over een kwartier nog eens."))
            status = 429
    context = following.context | {"form": form, "is_asked": is_asked}
    return render(request, "feedback/ask_notice.html", context, status=status)


@open_door("GET", "POST")
def notice(request: HttpRequest, key: str) -> HttpResponse:
    """Say yes to mail, or no more: with a tap, so that a program that looks through mails says neither.

    Only who reads the mailbox has the key in the address; the form carries a token that is made of it.
    """
    if request.method == "POST":
        refuse_without_token(request, _token(key))
    step = request.POST.get("stap", "")
    if step == "weg":
        actions.let_go_of_address(key)
        return _unkept(render(request, "feedback/notice_gone.html"))
    found = actions.confirm_notice(key) if step == "ja" else address_of_key(key)
    if found is None:
        return _unkept(render(request, "feedback/notice_gone.html", {"is_unknown": True}, status=404))
    translation.activate(found.language)
    conversation = found.round.conversation
    context = {
        "token": _token(key),
        "address": found,
        "conversation": conversation,
        "challenge": conversation.challenge,
    }
    return _unkept(render(request, "feedback/notice.html", context))


def _token(key: str) -> str:
    return salted_hmac("meervoud_web.feedback.form", key, algorithm="sha256").hexdigest()


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
