"""Naming a theme, changing its words, letting everyone read it, and promising a later day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace, untrace
from meervoud_web.challenges.models import Challenge, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course.models import Choice
from meervoud_web.feedback import rules
from meervoud_web.feedback.actions.sort import place_all
from meervoud_web.feedback.models import Theme, ThemePostponement
from meervoud_web.feedback.tasks import tell_soon
from meervoud_web.people.models import Person


class ThemeTakenError(Exception):
    """There is a theme of this name already."""


class ThemeChangedMeanwhileError(Exception):
    """Somebody else changed the theme since this person looked at it."""


@dataclass(frozen=True, kw_only=True)
class ThemeWords:
    """What a theme is about, and by when whom answers it."""

    title: str
    answer_by: date
    about: str = ""
    keeper: Person | None = None
    choice: Choice | None = None


def name_theme(challenge: Challenge, *, by: Person, words: ThemeWords, sources: Sequence[Thing]) -> Theme:
    """Begin a theme with the contributions that made it; only who works on the challenge sees it yet.

    The same words sent twice, as by a double click, give one theme.
    """
    _allow(by, challenge, words)
    try:
        with transaction.atomic():
            theme = Theme.objects.create(challenge=challenge, **vars(words))
            record(challenge=challenge, by=by, verb="theme-named", thing=thing_of(theme), about=theme.title)
            place_all(theme, by=by, sources=sources)
            return theme
    except IntegrityError as error:
        known = Theme.objects.filter(challenge=challenge, title=words.title).first()
        if known is None or any(getattr(known, field) != value for field, value in vars(words).items()):
            raise ThemeTakenError(words.title) from error
        return known


@transaction.atomic
def edit_theme(theme: Theme, *, by: Person, words: ThemeWords, version: int) -> Theme:
    """Change the words of a theme. Once everyone reads it, its day moves by :func:`postpone` only."""
    _allow(by, theme.challenge, words)
    if all(getattr(theme, field) == value for field, value in vars(words).items()):
        return theme  # the same form, sent twice
    found = take_hold(theme, version=version)
    if Theme.objects.filter(challenge=found.challenge, title=words.title).exclude(pk=found.pk).exists():
        raise ThemeTakenError(words.title)
    was = found.choice
    kept = {"answer_by": found.answer_by} if found.published_at else {}
    for field, value in {**vars(words), **kept}.items():
        setattr(found, field, value)
    found.save()
    if was is not None and was != words.choice:
        untrace(thing_of(was), sources=[thing_of(found)], kind=LinkKind.DONE_WITH)
    lead_to_choice(found, by=by)
    record(challenge=found.challenge, by=by, verb="theme-edited", thing=thing_of(found), about=found.title)
    return found


@transaction.atomic
def publish_theme(theme: Theme, *, by: Person) -> None:
    """Let everyone who may see the challenge read the theme, with the day of its answer; done twice it is once."""
    _allow(by, theme.challenge)
    if Theme.objects.filter(pk=theme.pk, published_at=None).update(published_at=clock.now()):
        record(challenge=theme.challenge, by=by, verb="theme-published", thing=thing_of(theme), about=theme.title)
        if theme.is_answered:
            tell_soon()


@transaction.atomic
def postpone(theme: Theme, *, by: Person, until: date, reason: str, version: int) -> None:
    """Promise a later day, with the reason; sent twice, it is one postponement."""
    _allow(by, theme.challenge)
    if Theme.objects.filter(pk=theme.pk, answer_by=until).exists():
        return
    found = take_hold(theme, version=version)
    ThemePostponement.objects.create(theme=found, was=found.answer_by, becomes=until, reason=reason, by=by)
    found.answer_by = until
    found.save(update_fields=["answer_by", "version"])
    record(
        challenge=found.challenge,
        by=by,
        verb="theme-postponed",
        thing=thing_of(found),
        about=found.title,
        why=reason,
    )


def take_hold(theme: Theme, *, version: int) -> Theme:
    """Take hold of the theme as somebody saw it; who comes second gets to see what came first."""
    held = Theme.objects.select_for_update(of=("self",)).select_related("challenge")
    found = held.filter(pk=theme.pk, version=version).first()
    if found is None:
        raise ThemeChangedMeanwhileError(theme.title)
    found.version += 1
    return found


def _allow(by: Person, challenge: Challenge, words: ThemeWords | None = None) -> None:
    """Refuse whoever does not work on the challenge, and a choice of another one."""
    choice = words.choice if words else None
    if not rules.may_answer(by, challenge) or (choice and choice.challenge_id != challenge.pk):
        raise PermissionDenied


def lead_to_choice(theme: Theme, *, by: Person) -> None:
    """Once there is an answer, the choice is what was done with the theme."""
    if theme.choice is not None and theme.is_answered:
        trace(
            thing_of(theme.choice),
            sources=[thing_of(theme)],
            challenge=theme.challenge,
            by=by,
            kind=LinkKind.DONE_WITH,
        )
