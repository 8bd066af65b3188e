"""The things of this app that the journal and the thread speak of, and how the journal says what was done."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.feedback.models import Theme
from meervoud_web.feedback.queries.seen import themes_seen_by, with_their_theme

VERBS = {
    "theme-named": _("{who} noemde een thema in wat mensen inbrachten: {what}"),
    "theme-edited": _("{who} veranderde de tekst van een thema: {what}"),
    "theme-published": _("{who} liet iedereen lezen wanneer er antwoord komt op: {what}"),
    "theme-postponed": _("{who} beloofde een latere dag voor het antwoord op: {what}"),
    "theme-answered": _("{who} antwoordde op een thema: {what}"),
    "theme-answer-changed": _("{who} veranderde het antwoord op een thema: {what}"),
    "theme-result": _("{who} vertelde wat er kwam van: {what}"),
    "contributions-sorted": _("{who} zette bijdragen bij elkaar: {what}"),
    "contribution-answered": _("{who} schreef iets aan één persoon die iets inbracht"),
}
QUIET = frozenset({"theme-edited", "contributions-sorted", "contribution-answered"})


def _words(theme: Theme) -> str:
    answer = next(iter(theme.answers.all()), None)
    return f"{theme.about}\n{answer.text}" if answer else theme.about


KINDS = (
    Kind(
        slug="theme",
        name=_("thema"),
        model="feedback.Theme",
        title=str,
        address=lambda theme: theme.get_absolute_url(),
        seen_by=themes_seen_by,
        related=("challenge",),
        words=_words,
        fetched=("answers",),
    ),
    # An answer and what came of it are things too, so that words can be taken out of each: earlier answers stay.
    Kind(
        slug="theme-answer",
        name=_("antwoord op een thema"),
        model="feedback.ThemeAnswer",
        title=lambda answer: f"{answer.theme.title}: {answer}",
        address=lambda answer: answer.theme.get_absolute_url(),
        seen_by=with_their_theme,
        related=("theme__challenge",),
    ),
    Kind(
        slug="theme-result",
        name=_("wat er van een thema kwam"),
        model="feedback.ThemeResult",
        title=lambda result: result.theme.title,
        address=lambda result: result.theme.get_absolute_url(),
        seen_by=with_their_theme,
        related=("theme__challenge",),
    ),
)
