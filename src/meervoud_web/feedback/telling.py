"""What a paper for the council tells of what was done with what people brought in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, in_short, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.feedback.models import ThemeAnswer, Weighed
from meervoud_web.feedback.queries.themes import Answered, themes_of
from meervoud_web.people.models import Person


def feedback_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Each theme that was answered since, and every one that waits; only what everyone may read."""
    for one in themes_of(challenge, person=None):
        theme, answer = one.theme, one.answer
        facts = {"title": bare(theme.title), "day": on_day(theme.answer_by)}
        if answer is None:
            words = _("Op het thema “%(title)s” wachten mensen nog op antwoord; beloofd is %(day)s.")
            if theme.is_late:
                words = _("Op het thema “%(title)s” is nog geen antwoord; dat was beloofd voor %(day)s.")
            yield Sentence(text=words % facts, sources=(thing_of(theme),), key="waits")
        elif since is None or answer.at > since:
            yield _answer(one, answer)
        for result in one.results:
            if since is None or result.at > since:
                facts = {"title": bare(theme.title), "text": in_short(result.text)}
                words = _("Wat er van het thema “%(title)s” kwam: %(text)s")
                yield Sentence(text=words % facts, sources=(thing_of(theme),), key=f"result-{result.pk}")


def _answer(one: Answered, answer: ThemeAnswer) -> Sentence:
    facts = {
        "title": bare(one.theme.title),
        "number": one.contributions,
        "weighed": Weighed(answer.weighed).label,
        "who": answer.who,
        "day": on_day(answer.at),
    }
    words = ngettext(
        "Op het thema “%(title)s” (%(number)s bijdrage) antwoordde %(who)s op %(day)s: %(weighed)s.",
        "Op het thema “%(title)s” (%(number)s bijdragen) antwoordde %(who)s op %(day)s: %(weighed)s.",
        one.contributions,
    )
    return Sentence(text=words % facts, sources=(thing_of(one.theme),))


def register() -> None:
    """Tell it in each paper."""
    register_sentences(Section.FEEDBACK, feedback_told)
