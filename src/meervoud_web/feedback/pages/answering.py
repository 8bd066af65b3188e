"""Naming a theme, promising when people hear, answering it, and telling what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from meervoud_web.challenges.things import Thing, shown_to
from meervoud_web.feedback import actions
from meervoud_web.feedback.forms import AdditionForm, AnswerForm, PostponeForm, ResultForm, ThemeForm
from meervoud_web.feedback.models import Theme
from meervoud_web.feedback.pages.finding import challenge_to_answer, theme_to_answer
from meervoud_web.feedback.remarks import remarks_on

MEANWHILE = gettext_lazy(
    "Iemand anders heeft dit intussen veranderd. Uw tekst is nog niet bewaard; die staat hieronder nog. "
    "Kijk wat er nu staat, en bewaar daarna opnieuw."
)
TAKEN = gettext_lazy("Er is al een thema met deze naam. Kies andere woorden.")
COME_SECOND = (
    actions.ThemeChangedMeanwhileError,
    actions.AnsweredMeanwhileError,
    actions.AddedMeanwhileError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a theme. ``?bijdrage=statement:12`` is what it begins with."""
    challenge, person = challenge_to_answer(request, slug)
    form = ThemeForm(_sent(request), challenge=challenge, me=person)
    named = [thing for thing in map(Thing.parse, request.GET.getlist("bijdrage")) if thing is not None]

    def act() -> Theme:
        try:
            return actions.name_theme(challenge, by=person, words=form.words(), sources=named)
        except actions.NotBroughtInError as nothing:
            raise Http404 from nothing

    return _write(
        request,
        form,
        act,
        done=_("Het thema is er. Alleen wie aan de opgave werkt, ziet het nog."),
        challenge=challenge,
        title=_("Een thema beginnen"),
        lead=_("Een thema is wat meer mensen zeggen. Eén antwoord geldt dan voor hen allemaal."),
        button=_("Begin dit thema"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change the words of a theme."""
    theme, person = theme_to_answer(request, slug, pk)
    form = ThemeForm(_sent(request), challenge=theme.challenge, me=person, theme=theme)

    def act() -> Theme:
        return actions.edit_theme(theme, by=person, words=form.words(), version=form.cleaned_data["version"])

    return _write(
        request,
        form,
        act,
        done=_("Het thema is bewaard."),
        theme=theme,
        fresh={"version": theme.version},
        title=_("Thema bewerken"),
        button=_("Bewaar"),
    )


@require_POST
def publish(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let everyone read the theme and when there is an answer."""
    theme, person = theme_to_answer(request, slug, pk)
    actions.publish_theme(theme, by=person)
    messages.success(request, _("Iedereen die de opgave mag lezen, leest nu dit thema."))
    return redirect(theme)


@require_http_methods(["GET", "HEAD", "POST"])
def postpone(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Promise a later day."""
    theme, person = theme_to_answer(request, slug, pk)
    form = PostponeForm(_sent(request), initial={"version": theme.version})
    return _write(
        request,
        form,
        lambda: actions.postpone(theme, by=person, **form.cleaned_data),
        done=_("De nieuwe dag staat op de pagina, met de reden."),
        theme=theme,
        fresh={"version": theme.version},
        title=_("Een latere dag beloven"),
        button=_("Beloof deze dag"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Answer a theme, or change the answer with the reason."""
    theme, person = theme_to_answer(request, slug, pk)
    newest = theme.answers.first()
    form = AnswerForm(_sent(request), newest=newest)

    def act() -> object:
        given = form.cleaned_data
        return actions.answer_theme(
            theme, by=person, words=form.words(), number=given["number"], reason=given.get("reason", "")
        )

    return _write(
        request,
        form,
        act,
        done=_("Het antwoord is bewaard."),
        theme=theme,
        newest=newest,
        fresh={"number": (newest.number if newest else 0) + 1},
        title=_("Antwoord veranderen") if newest else _("Antwoord geven"),
        lead=_("Eén antwoord voor iedereen die hierover iets inbracht."),
        button=_("Bewaar dit antwoord"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Tell what came of it."""
    theme, person = theme_to_answer(request, slug, pk)
    form = ResultForm(_sent(request))
    return _write(
        request,
        form,
        lambda: actions.tell_result(theme, by=person, **form.cleaned_data),
        done=_("Mensen lezen nu wat ervan kwam."),
        theme=theme,
        title=_("Vertellen wat ervan kwam"),
        button=_("Bewaar"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str, pk: int, placing_id: int) -> HttpResponse:
    """Write a few words to who brought in one contribution."""
    theme, person = theme_to_answer(request, slug, pk)
    placing = theme.placings.select_related("theme__challenge").filter(pk=placing_id).first()
    shown = shown_to(person, [placing.thing]) if placing is not None else {}
    if placing is None or not shown:
        raise Http404
    form = AdditionForm(_sent(request), initial={"text": placing.addition, "number": placing.addition_number})
    return _write(
        request,
        form,
        lambda: actions.add_for_one(placing, by=person, **form.cleaned_data),
        done=_("Bewaard. Alleen wie dit inbracht, leest het."),
        theme=theme,
        is_public=False,
        quote=shown[placing.thing].title,
        current=placing.addition,
        fresh={"number": placing.addition_number},
        title=_("Iets aan één persoon zeggen"),
        button=_("Bewaar"),
    )


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in, also where that is nothing at all."""
    return request.POST if request.method == "POST" else None


def _write(
    request: HttpRequest,
    form: Form,
    act: Callable[[], object],
    *,
    done: str,
    fresh: Mapping[str, int] | None = None,
    is_public: bool = True,
    **words: Any,
) -> HttpResponse:
    """Show a form, and when it is whole do ``act``.

    Who comes second keeps what they typed, sees what is there now, and may then save again: ``fresh`` is which
    version they have seen by then.
    """
    theme: Theme | None = words.get("theme")
    if form.is_valid():
        try:
            made = act()
        except COME_SECOND:
            form.data = request.POST.dict() | {name: str(value) for name, value in (fresh or {}).items()}
            form.add_error(None, MEANWHILE)
        except actions.ThemeTakenError:
            form.add_error("title", TAKEN)
        else:
            messages.success(request, done)
            for remark in remarks_on(form.cleaned_data.get("text", "")) if is_public else ():
                messages.warning(request, remark)
            return redirect(made if isinstance(made, Theme) else words["theme"])
    context = {"challenge": theme.challenge if theme else None, "form": form, **words}
    return render(request, "feedback/write.html", context, status=422 if form.errors else 200)
