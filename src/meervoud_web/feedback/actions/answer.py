"""Answering a theme, changing that answer with a reason, and telling later what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges.actions import record
from meervoud_web.challenges.things import thing_of
from meervoud_web.feedback import rules
from meervoud_web.feedback.actions.theme import lead_to_choice
from meervoud_web.feedback.models import Theme, ThemeAnswer, ThemeResult, Weighed
from meervoud_web.feedback.tasks import tell_soon
from meervoud_web.people.models import Person


class AnsweredMeanwhileError(Exception):
    """Somebody else answered, or changed the answer, since this person looked."""


@dataclass(frozen=True, kw_only=True)
class AnswerWords:
    """What is done with it and why, on whose behalf, and where it belongs when it is not ours."""

    weighed: Weighed
    text: str
    who: str
    elsewhere: str = ""


@transaction.atomic
def answer_theme(theme: Theme, *, by: Person, words: AnswerWords, number: int, reason: str = "") -> ThemeAnswer:
    """Say what is done with a theme. ``number`` is that of the answer that this one follows, plus one.

    From the second on ``reason`` says why it changed; every earlier one stays readable. The same answer sent twice
    is one answer.
    """
    if not rules.may_answer(by, theme.challenge):
        raise PermissionDenied
    held = Theme.objects.select_for_update(of=("self",)).select_related("challenge", "choice__challenge")
    found = held.get(pk=theme.pk)
    newest = found.answers.first()
    if newest is not None and all(getattr(newest, field) == value for field, value in vars(words).items()):
        return newest
    if number != (newest.number if newest else 0) + 1:
        raise AnsweredMeanwhileError
    answer = ThemeAnswer.objects.create(theme=found, number=number, reason=reason, by=by, **vars(words))
    found.weighed, found.answered_at = words.weighed, answer.at if newest is None else found.answered_at
    found.version += 1
    found.save(update_fields=["weighed", "answered_at", "version"])
    lead_to_choice(found, by=by)
    record(
        challenge=theme.challenge,
        by=by,
        verb="theme-answered" if newest is None else "theme-answer-changed",
        thing=thing_of(found),
        about=found.title,
        why=reason or words.text,
    )
    if newest is None and found.published_at is not None:
        tell_soon()
    return answer


def tell_result(theme: Theme, *, by: Person, text: str, request_id: UUID) -> ThemeResult:
    """Tell what came of it; sent twice, it is told once."""
    if not rules.may_answer(by, theme.challenge):
        raise PermissionDenied
    try:
        with transaction.atomic():
            result = ThemeResult.objects.create(theme=theme, text=text, request_id=request_id, by=by)
            record(
                challenge=theme.challenge,
                by=by,
                verb="theme-result",
                thing=thing_of(theme),
                about=theme.title,
                why=text,
            )
            return result
    except IntegrityError:
        known = ThemeResult.objects.filter(request_id=request_id, theme=theme).first()
        if known is None:
            raise PermissionDenied from None
        return known
