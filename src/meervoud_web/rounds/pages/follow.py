"""What came of my words: found back with a follow code, on any device."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from meervoud_web.challenges.providers import Panel
from meervoud_web.people.actions import TooManyAttemptsError
from meervoud_web.people.actions.attempts import address_of
from meervoud_web.people.codes import plain
from meervoud_web.people.door import open_door
from meervoud_web.rounds import actions
from meervoud_web.rounds.actions.follow import NothingToAppealError, UnknownCodeError, appeal, find_by_code
from meervoud_web.rounds.codes import device_hash, form_token, new_device_secret
from meervoud_web.rounds.forms.taking_part import AppealForm
from meervoud_web.rounds.models import Participation, RoundProposal, State
from meervoud_web.rounds.pages.answers import see_other
from meervoud_web.rounds.pages.door import device_of, refuse_without_token, remember, speak
from meervoud_web.rounds.providers import CameOf, Follower, came_of
from meervoud_web.rounds.queries.following import Followed, followed_by, own_submission, reactions_given
from meervoud_web.rounds.queries.proposals import is_late, proposal_by_follow_code
from meervoud_web.rounds.queries.standing import standing_of

P = ParamSpec("P")
NO_ROUND = 0


@dataclass(frozen=True)
class Following:
    """Somebody who came with a follow code that is theirs."""

    code: str
    participation: Participation

    @property
    def token(self) -> str:
        """What the forms on this page carry."""
        return _token(self.code)

    @property
    def context(self) -> dict[str, Any]:
        """What every page under a code shows."""
        round_ = self.participation.round
        return {"following": self, "round": round_, "conversation": round_.conversation}

    def asks(self, statements: list[Followed]) -> Follower:
        """As other apps get to know who asks what came of their words."""
        keys = tuple(one.submission.statement_id for one in statements if one.submission.statement_id)
        return Follower(code=self.code, token=self.token, round=self.participation.round, statements=keys)


@open_door("GET", "POST")
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for a follow code."""
    if request.method != "POST":
        return _ask(request)
    refuse_without_token(request, _token(""))
    typed = request.POST.get("code", "")[:40]
    found = _find(request, typed)
    return found if isinstance(found, HttpResponse) else see_other("rounds:followed", found.code)


def with_a_code(
    *methods: str,
) -> Callable[[Callable[Concatenate[HttpRequest, Following, P], HttpResponse]], Callable[..., HttpResponse]]:
    """Make a page for whoever brings a follow code: ``page(request, following)``; nobody may keep a copy."""

    def decorate(
        page: Callable[Concatenate[HttpRequest, Following, P], HttpResponse],
    ) -> Callable[..., HttpResponse]:
        @open_door(*methods)
        @wraps(page)
        def answer(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method == "POST":
                refuse_without_token(request, _token(code))
            found = _find(request, code)
            if isinstance(found, HttpResponse):
                return found
            speak(request, found.participation.round.language)
            return _unkept(page(request, found, *args, **kwargs))

        return answer

    return decorate


@with_a_code("GET")
def followed(request: HttpRequest, following: Following) -> HttpResponse:
    """Show somebody's own statements, what happened to each, and what was done with the round."""
    mine, statements = following.participation, followed_by(following.participation)
    told = came_of(following.asks(statements))
    context = following.context | {
        "standing": standing_of(mine.round),
        "statements": [(one, _under(one, told)) for one in statements],
        "below": [one.below for one in told if one.below is not None],
        "count": reactions_given(mine),
        "note": request.GET.get("let-op", ""),
        "other_device": _other_on(request, mine),
    }
    return render(request, "rounds/take/followed.html", context)


def _under(one: Followed, told: list[CameOf]) -> list[Panel]:
    """What the apps tell about one statement."""
    key = one.submission.statement_id
    return [came.under[key] for came in told if key in came.under] if key else []


@with_a_code("GET", "POST")
def appeal_(request: HttpRequest, following: Following, submission_id: int) -> HttpResponse:
    """Ask another reader to look again at a statement that is not shown."""
    submission = own_submission(following.participation, submission_id)
    if submission is None:
        raise Http404
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            appeal(submission, text=form.cleaned_data["tekst"])
        except NothingToAppealError as nothing:
            raise Http404 from nothing
        return see_other("rounds:followed", following.code, note="gevraagd")
    context = following.context | {"submission": submission, "form": form}
    return render(request, "rounds/take/appeal.html", context, status=422 if form.errors else 200)


@with_a_code("GET", "POST")
def withdraw(request: HttpRequest, following: Following, submission_id: int) -> HttpResponse:
    """Take one statement back, after asking."""
    submission = own_submission(following.participation, submission_id)
    if submission is None:
        raise Http404
    if request.method == "POST":
        actions.withdraw_statement(submission)
        return see_other("rounds:followed", following.code, note="stelling-terug")
    return render(request, "rounds/take/withdraw.html", following.context | {"submission": submission})


@with_a_code("GET", "POST")
def withdraw_all(request: HttpRequest, following: Following) -> HttpResponse:
    """Take everything back, after asking."""
    if request.method == "POST":
        actions.withdraw_everything(following.participation)
        return see_other("rounds:welcome", following.participation.round.code, note="teruggenomen")
    context = following.context | {
        "count": reactions_given(following.participation),
        "statements": followed_by(following.participation),
    }
    return render(request, "rounds/take/withdraw_all.html", context)


@with_a_code("POST")
def go_on(request: HttpRequest, following: Following) -> HttpResponse:
    """Let this device go on where another one stopped."""
    device = device_of(request) or new_device_secret()
    actions.go_on_with(following.participation, device=device)
    response = see_other("rounds:statement", following.participation.round.code)
    remember(response, device=device)
    return response


def _find(request: HttpRequest, code: str) -> Following | HttpResponse:
    """Find who goes by a code; a wrong code, no code and too many codes each get an answer that tells nothing."""
    try:
        participation = find_by_code(code, address=address_of(request))
    except UnknownCodeError:
        proposal = proposal_by_follow_code(code)
        return _proposed(request, proposal) if proposal else _ask(request, typed=code, is_unknown=True, status=404)
    except TooManyAttemptsError:
        return _ask(request, typed=code, is_too_often=True, status=429)
    signs = plain(code)
    return Following(code=f"{signs[:5]}-{signs[5:]}", participation=participation)


def _proposed(request: HttpRequest, proposal: RoundProposal) -> HttpResponse:
    """Show who proposed a round what came of that; there is nothing more to do there."""
    has_opened = proposal.round is not None and proposal.round.state != State.DRAFT
    context = {"proposal": proposal, "is_late": is_late(proposal), "has_opened": has_opened}
    return _unkept(render(request, "rounds/take/proposal.html", context))


def _ask(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    return _unkept(render(request, "rounds/take/follow.html", {"token": _token(""), **more}, status=status))


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    if not isinstance(response, HttpResponseRedirect):
        response["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    return response


def _token(code: str) -> str:
    return form_token(plain(code), round_id=NO_ROUND)


def _other_on(request: HttpRequest, mine: Participation) -> str:
    """The page with the code of whoever else takes part on this device, who would be let go."""
    device = device_of(request)
    if not device:
        return ""
    found = Participation.objects.filter(device_hash=device_hash(device, round_id=mine.round_id))
    other = found.exclude(pk=mine.pk).exists()
    return reverse("rounds:code", args=[mine.round.code]) if other else ""
