"""The things of this app that the journal and the thread speak of: a round, and each voice in it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.queries import challenges_for
from meervoud_web.challenges.things import Kind
from meervoud_web.conversations.models import Conversation, Statement
from meervoud_web.people.models import Person


def conversations_seen_by(person: Person | None, conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """As ``rules.may_read`` says it, for many at once."""
    if person is not None and person.works_here:
        return conversations.filter(challenge__in=challenges_for(person))
    return conversations.filter(is_public=True, challenge__is_public=True)


def statements_seen_by(person: Person | None, statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """A statement is seen with its round; one that was moderated out is not."""
    seen = conversations_seen_by(person, Conversation.objects.all())
    return statements.filter(is_moderated=False, conversation__in=seen)


KINDS = (
    Kind(
        slug="conversation",
        name=_("stellingenronde"),
        model="conversations.Conversation",
        title=str,
        address=lambda conversation: conversation.get_absolute_url(),
        seen_by=conversations_seen_by,
        words=lambda conversation: conversation.question,
        parts=lambda conversation: {"statement": conversation.statements.all()},
    ),
    Kind(
        slug="statement",
        name=_("stelling"),
        model="conversations.Statement",
        title=str,
        address=lambda statement: reverse("conversations:statements", args=[statement.conversation_id]),
        seen_by=statements_seen_by,
        words=lambda statement: "",
    ),
)
