"""Write down what a round that runs here asks, and which statements take part. ``rounds`` says whether that may.

Each function is one part of a larger act, and belongs in the transaction of whoever calls it.
"""

from __future__ import annotations

from collections.abc import Sequence

from meervoud_web.challenges.afterwards import changed
from meervoud_web.challenges.things import Thing
from meervoud_web.conversations.actions.draw_anew import draw_anew
from meervoud_web.conversations.models import Conversation, Statement


def set_words(conversation_id: int, *, title: str, question: str, assurance: int) -> None:
    """Say what a conversation is called, what it asks, and how people come in."""
    found = Conversation.objects.filter(pk=conversation_id)
    found.update(title=title, question=question, assurance=assurance)
    changed(Thing("conversation", conversation_id))


def set_seeds(conversation_id: int, texts: Sequence[str]) -> None:
    """Let these be the statements to begin with, in this order. Only before anybody can react to them."""
    before = Statement.objects.filter(conversation_id=conversation_id)
    changed(*(Thing("statement", key) for key in before.values_list("pk", flat=True)))
    before.delete()
    Statement.objects.bulk_create(
        Statement(conversation_id=conversation_id, external_id=str(number), text=text, is_seed=True)
        for number, text in enumerate(texts, start=1)
    )
    changed(Thing("conversation", conversation_id))


def show_to_everyone(conversation_id: int) -> None:
    """Let everyone read what comes out, as soon as there is something."""
    Conversation.objects.filter(pk=conversation_id).update(is_public=True)


def reword_statement(statement_id: int, *, text: str) -> None:
    """Show a statement in these words and let it take part, also when it was silent before."""
    found = Statement.objects.select_related("conversation").get(pk=statement_id)
    Statement.objects.filter(pk=statement_id).update(is_moderated=False, text=text)
    changed(Thing("statement", statement_id))
    draw_anew(found.conversation)
