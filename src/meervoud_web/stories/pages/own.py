"""The door of a teller: reading back what they told, agreeing or not, taking it all back; without an account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.cache import never_cache

from meervoud_web.people.codes import plain
from meervoud_web.people.door import NotFromHereError, open_door
from meervoud_web.stories import actions
from meervoud_web.stories.models import Story, Teller
from meervoud_web.stories.queries import followed

LONGEST_REMARK = 1000


@never_cache
@open_door("GET", "POST")
def own(request: HttpRequest, code: str) -> HttpResponse:
    """Show somebody their own stories; a code that is unknown and one whose stories are gone look the same."""
    tellers = followed(Teller.objects.select_related("challenge").prefetch_related("consents"))
    teller = tellers.filter(code=plain(code)).first() if len(code) < 40 else None
    if teller is None:
        raise Http404
    if request.method == "POST":
        return _do(request, teller)
    context = {
        "challenge": teller.challenge,
        "teller": teller,
        "consent": teller.consent,
        "stories": [(one, token_of(teller, one)) for one in teller.stories.order_by("-told_on", "-pk")],
        "token": token_of(teller),
        "asks": request.GET.get("vraag", ""),
        "is_done": request.GET.get("gedaan", ""),
    }
    return render(request, "stories/own.html", context)


def _do(request: HttpRequest, teller: Teller) -> HttpResponse:
    """Do what a form of this page asks; each carries a token that only the page itself can make."""
    step, given = request.POST.get("stap", ""), request.POST.get("token", "")
    number = request.POST.get("verhaal", "")
    story = teller.stories.filter(pk=int(number)).first() if number.isascii() and number.isdigit() else None
    if not constant_time_compare(given, token_of(teller, story)):
        raise NotFromHereError
    if step == "weg" and story is None:
        actions.withdraw(teller, by=None)
        return render(request, "stories/gone.html", {})
    if story is not None and step in ("klopt", "klopt-niet"):
        remark = request.POST.get("opmerking", "").replace("\x00", "").strip()[:LONGEST_REMARK]
        return _settle(teller, story, step=step, remark=remark)
    return _back(teller, "")


def _settle(teller: Teller, story: Story, *, step: str, remark: str) -> HttpResponse:
    try:
        if step == "klopt":
            actions.agree(story, by=None, version=story.version)
        else:
            actions.say_what_is_wrong(story, version=story.version, remark=remark)
    except actions.ChangedMeanwhileError:
        return _back(teller, "")
    return _back(teller, step)


def _back(teller: Teller, done: str) -> HttpResponse:
    response = HttpResponseRedirect(f"{teller.get_own_url()}?gedaan={done}" if done else teller.get_own_url())
    response.status_code = 303
    return response


def token_of(teller: Teller, story: Story | None = None) -> str:
    """What a form of this page carries. It covers the version: one agrees with exactly what one read."""
    about = f"{teller.pk}:{teller.code}" + (f":{story.pk}:{story.version}" if story is not None else "")
    return salted_hmac("meervoud_web.stories.own", about, algorithm="sha256").hexdigest()
