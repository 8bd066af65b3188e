"""Set a round up, and change it as long as that is honest towards who already reacted."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions as conversations
from meervoud_web.conversations.queries.assurance import OPEN_LINK
from meervoud_web.conversations.queries.seeds import seed_texts
from meervoud_web.people.models import Person
from meervoud_web.rounds import rules
from meervoud_web.rounds.models import Moderation, Round, State
from meervoud_web.rounds.queries.preparing import changeable, has_reactions

IN_CONVERSATION = ("title", "question", "assurance", "statements")
WORDS = ("title", "question", "assurance")


class ChangedMeanwhileError(Exception):
    """Somebody else changed the round since the editor opened it."""


class QuestionStandsError(Exception):
    """People reacted already: what they reacted to stays as it was."""


@dataclass(frozen=True, kw_only=True)
class RoundText:
    """What people write about a round while they set it up."""

    title: str
    question: str = ""
    introduction: str = ""
    assurance: int = OPEN_LINK
    language: str = "nl"
    statements: tuple[str, ...] = ()
    fixed: str = ""
    negotiable: str = ""
    decider: str = ""
    how_heard: str = ""
    answer_by: date | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    moderation: Moderation = Moderation.BEFORE
    promised_hours: int = 24
    hand_in_at: str = ""
    hand_in_by: date | None = None


def prepare_round(challenge: Challenge, *, by: Person, text: RoundText) -> Round:
    """Begin a draft. The same words sent twice, as by a double click, give one draft."""
    if not rules.may_prepare(by, challenge):
        raise PermissionDenied
    with transaction.atomic():
        Challenge.objects.select_for_update().get(pk=challenge.pk)  # so that the second of two clicks waits
        drafts = Round.objects.filter(conversation__challenge=challenge, state=State.DRAFT)
        for draft in drafts.select_related("conversation"):
            if text_of(draft) == text:
                return draft
        conversation = conversations.begin_conversation(
            challenge=challenge, created_by=by, **{name: getattr(text, name) for name in WORDS}
        )
        conversations.set_seeds(conversation.pk, text.statements)
        return Round.objects.create(conversation=conversation, **_own(vars(text)))


def edit_round(round_: Round, *, by: Person, changes: dict[str, Any], version: int) -> None:
    """Change a round. ``version`` is the one that the editor had before them: who comes second hears so.

    Raises
    ------
    ChangedMeanwhileError
        When somebody else changed it first.
    QuestionStandsError
        When words would change that people already reacted to.
    """
    if not rules.may_run(by, round_):
        raise PermissionDenied
    with transaction.atomic():
        # The lock comes before the look at reactions: a reaction that was acknowledged is never overlooked.
        current = Round.objects.select_for_update(of=("self",)).select_related("conversation").get(pk=round_.pk)
        if current.version != version:
            raise ChangedMeanwhileError
        before = vars(text_of(current))
        changed = {name: value for name, value in changes.items() if value != before[name]}
        if not changed.keys() <= changeable(current, touched=has_reactions(current)):
            raise QuestionStandsError
        Round.objects.filter(pk=current.pk).update(version=version + 1, **_own(changed))
        if changed.keys() & set(WORDS):
            words = {name: changed.get(name, before[name]) for name in WORDS}
            conversations.set_words(current.conversation_id, **words)
        if "statements" in changed:
            conversations.set_seeds(current.conversation_id, changed["statements"])


def text_of(round_: Round) -> RoundText:
    """What a round says now."""
    conversation = round_.conversation
    own = {
        field.name: getattr(round_, field.name) for field in fields(RoundText) if field.name not in IN_CONVERSATION
    }
    return RoundText(
        title=conversation.title,
        question=conversation.question,
        assurance=conversation.assurance,
        statements=tuple(seed_texts(conversation.pk)),
        **{**own, "moderation": Moderation(own["moderation"])},
    )


def _own(text: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in text.items() if name not in IN_CONVERSATION}
