"""Sorting contributions into themes: many at once, with the keyboard alone, and what resembles stands together."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.feedback import actions
from meervoud_web.feedback.forms import SIX_WEEKS, NameForm
from meervoud_web.feedback.models import Theme
from meervoud_web.feedback.pages.finding import challenge_to_answer
from meervoud_web.feedback.queries.sorting import sorting_of
from meervoud_web.people.models import Person

ALL, NEW = "alles", "nieuw"


@require_http_methods(["GET", "HEAD", "POST"])
def sort(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what stands under no theme yet (or all, or one theme), and put what was ticked under a theme."""
    challenge, person = challenge_to_answer(request, slug)
    if request.method == "POST":
        error = _act(request, challenge, person)
        if error:
            messages.warning(request, error)
        here = {name: value for name in ("toon", "zoek") if (value := request.GET.get(name, ""))}
        return redirect(reverse("feedback:sort", args=[slug]) + (f"?{urlencode(here)}" if here else ""))
    themes = list(challenge.themes.order_by("title"))
    under = _theme_in(themes, request.GET.get("toon", ""))
    words = request.GET.get("zoek", "")[:100].strip()
    all_ = request.GET.get("toon") == ALL
    context = {
        "challenge": challenge,
        "themes": themes,
        "under": under,
        "shows_all": all_,
        "words": words,
        "ticked": _theme_in(themes, request.GET.get("aan", "")),
        "here": urlencode({name: request.GET[name] for name in ("toon", "zoek") if name in request.GET}),
        "sorting": sorting_of(challenge, themes, person=person, under=under, words=words, all_=all_),
    }
    return render(request, "feedback/sort.html", context)


def _act(request: HttpRequest, challenge: Challenge, person: Person) -> str:
    """Do what the button says; return what was wrong, or nothing."""
    things = _ticked(request.POST)
    if not things:
        return _("Vink eerst aan welke bijdragen u bedoelt.")
    if request.POST.get("stap") == "eruit":
        return _take_out(request, challenge, person, things)
    chosen = request.POST.get("hierbij") or request.POST.get("thema", "")
    try:
        theme = (
            _new(request, challenge, person, things)
            if chosen == NEW
            else _theme_in(challenge.themes.all(), chosen)
        )
        if theme is None:
            return _("Kies bij welk thema de bijdragen horen, of geef een nieuw thema een naam.")
        actions.place(theme, by=person, sources=things)
    except actions.NotBroughtInError:
        return _("Een van de bijdragen is er niet meer. Er is niets veranderd.")
    done = ngettext(
        "%(number)d bijdrage staat nu bij %(theme)s.", "%(number)d bijdragen staan nu bij %(theme)s.", len(things)
    )
    messages.success(request, done % {"number": len(things), "theme": theme.title})
    return ""


def _take_out(request: HttpRequest, challenge: Challenge, person: Person, things: list[Thing]) -> str:
    theme = _theme_in(challenge.themes.all(), request.GET.get("toon", ""))
    if theme is None:
        return _("Kies eerst een thema om bijdragen uit te halen.")
    count = actions.take_out(theme, by=person, things=things)
    done = ngettext("%(number)d bijdrage is uit %(theme)s.", "%(number)d bijdragen zijn uit %(theme)s.", count)
    messages.success(request, done % {"number": count, "theme": theme.title})
    return ""


def _new(request: HttpRequest, challenge: Challenge, person: Person, things: list[Thing]) -> Theme | None:
    """Begin a theme with only a name; when people hear is filled in before everyone reads it."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return None
    title = form.cleaned_data["naam"]
    known = challenge.themes.filter(title=title).first()
    if known is not None:
        return known
    words = actions.ThemeWords(title=title, answer_by=timezone.localdate() + SIX_WEEKS, keeper=person)
    return actions.name_theme(challenge, by=person, words=words, sources=things)


def _ticked(sent: QueryDict) -> list[Thing]:
    return list(dict.fromkeys(thing for thing in map(Thing.parse, sent.getlist("bijdrage")) if thing is not None))


def _theme_in(themes: Iterable[Theme], key: str) -> Theme | None:
    """The theme with this key, of these alone."""
    return next((theme for theme in themes if str(theme.pk) == key), None)
