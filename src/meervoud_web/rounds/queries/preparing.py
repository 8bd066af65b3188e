"""What is still missing before a round can open, and what may still be changed in it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud_web.conversations.queries.seeds import seed_texts
from meervoud_web.rounds.models import Receipt, Round, State
from meervoud_web.rounds.queries.standing import standing_of

BEFORE_ASKING: dict[str, str | Promise] = {
    "fixed": _("wat vaststaat"),
    "negotiable": _("wat nog open is"),
    "decider": _("wie erover gaat"),
    "how_heard": _("hoe mensen ervan horen"),
    "answer_by": _("wanneer mensen ervan horen"),
}
ON_PAPER = ("hand_in_at", "hand_in_by")
FEWEST_STATEMENTS = 3
"""With fewer there is nothing to tell people apart by."""


def checklist(round_: Round) -> list[tuple[str | Promise, bool]]:
    """What a round needs before it opens, each with whether it is there."""
    conversation = round_.conversation
    needs: list[tuple[str | Promise, bool]] = [(_("een vraag"), bool(conversation.question))]
    needs += [(words, bool(getattr(round_, name))) for name, words in BEFORE_ASKING.items()]
    if round_.answer_by and round_.answer_by < timezone.localdate():
        needs.append((_("een dag waarop mensen ervan horen die nog moet komen"), False))
    if round_.closes_at and round_.closes_at <= timezone.now():
        needs.append((_("een moment van sluiten dat nog moet komen"), False))
    enough = len(seed_texts(conversation.pk)) >= FEWEST_STATEMENTS
    return [*needs, (_("ten minste drie stellingen om mee te beginnen"), enough)]


def missing(round_: Round) -> list[str | Promise]:
    """What has to be there before a round can open, and is not."""
    return [words for words, is_there in checklist(round_) if not is_there]


def has_reactions(round_: Round) -> bool:
    """Whether somebody reacted, ever: from then on the question is what they reacted to."""
    if round_.conversation.vote_count:  # brought in from elsewhere, before the round ran on here
        return True
    return Receipt.objects.filter(conversation_id=round_.conversation_id).exists()


def changeable(round_: Round, *, touched: bool) -> frozenset[str]:
    """The names of what may still be changed; what people were told before they reacted stays as it was."""
    always = {"closes_at", "moderation", "promised_hours", *ON_PAPER}
    if round_.state == State.DRAFT:
        words = {
            "title",
            "question",
            "introduction",
            "assurance",
            "language",
            "statements",
            "opens_at",
            *BEFORE_ASKING,
        }
        return frozenset(always | words)
    if standing_of(round_) in ("over", "answered"):
        return frozenset({"promised_hours"})
    if touched:
        return frozenset(always)
    return frozenset(always | {"title", "question", "introduction", "fixed", "negotiable", "decider", "how_heard"})
