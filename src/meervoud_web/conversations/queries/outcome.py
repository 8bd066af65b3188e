"""The meningenlandschap of a stellingenronde: what goes in, and what its pages need of what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from meervoud import landscape, records
from meervoud_web.analyses.sources import Presentation
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.providers import arrivals
from meervoud_web.conversations.queries.conversations import given_names_of, texts_of
from meervoud_web.conversations.queries.disclosure import votes_behind
from meervoud_web.conversations.queries.given import packed
from meervoud_web.conversations.queries.picture_words import words
from meervoud_web.conversations.queries.result import group_names
from meervoud_web.conversations.queries.votes import public_votes_of, votes_of
from meervoud_web.conversations.queries.wording import assurance_sentence, verdict_of

Ends = tuple[Sequence[str], Sequence[str]]
"""The statements at the two ends of a spectrum."""

SHAPES: tuple[landscape.Shape, ...] = ("wide", "tall")
"""One for a wide screen and one for a phone."""


def all_votes(conversation_id: int) -> landscape.Votes:
    """Give what the analysis for staff starts from."""
    return votes_of(Conversation.objects.get(pk=conversation_id))


def public_votes(conversation_id: int) -> landscape.Votes:
    """Give what the analysis for everyone starts from."""
    return public_votes_of(Conversation.objects.get(pk=conversation_id))


def analyse(votes: landscape.Votes, **options: Any) -> landscape.Landscape:
    """Compute the landscape."""
    return landscape.analyse(votes, **options)


def follow(result: landscape.Landscape, before: landscape.Landscape) -> landscape.Landscape:
    """Let groups keep the id, and with it the name, that most of their people had."""
    return landscape.keep_names(result, before)


def present_to_staff(conversation_id: int, votes: landscape.Votes, result: landscape.Landscape) -> Presentation:
    """Make the result ready for the page that staff read."""
    return _present(conversation_id, Audience.STAFF, votes, result)


def present_to_everyone(conversation_id: int, votes: landscape.Votes, result: landscape.Landscape) -> Presentation:
    """Make the result ready for the page that everyone reads."""
    return _present(conversation_id, Audience.EVERYONE, votes_behind(votes, result), result)


def _present(
    conversation_id: int, audience: Audience, votes: landscape.Votes, result: landscape.Landscape
) -> Presentation:
    conversation = Conversation.objects.get(pk=conversation_id)
    ends = landscape.ends(votes, result) if result.structure.verdict == "spectrum" else None
    summary = {
        "result": records.to_json(_without_people(result)),
        "ends": ends,
        "amounts": {"participants": result.counts.participants, "votes": result.counts.votes},
    }
    return Presentation(
        summary=summary,
        pictures=pictures_of(conversation, audience, result, ends=ends),
        given=packed(votes) if arrivals().is_running_here(conversation_id) else b"",
    )


def _without_people(result: landscape.Landscape) -> landscape.Landscape:
    """Leave out the places of people: a page shows them in a picture that is already drawn."""
    nobody = slice(0)
    members = result.members
    return replace(
        result,
        members=replace(
            members,
            ids=(),
            group=members.group[nobody],
            x=members.x[nobody],
            y=members.y[nobody],
            reliability=members.reliability[nobody],
            certainty=members.certainty[nobody],
        ),
    )


def pictures_of(
    conversation: Conversation, audience: Audience, result: landscape.Landscape, *, ends: Ends | None
) -> Mapping[tuple[str, str], str]:
    """Draw the result in every language, in every shape that its page needs."""
    return {
        (language, shape): picture_of(conversation, audience, result, ends=ends, language=language, shape=shape)
        for language, _name in settings.LANGUAGES
        for shape in SHAPES
    }


def picture_of(
    conversation: Conversation,
    audience: Audience,
    result: landscape.Landscape,
    *,
    ends: Ends | None,
    language: str,
    shape: landscape.Shape,
) -> str:
    """Draw the result once."""
    with translation.override(language):
        verdict = verdict_of(result)
        # A poster goes out on its own; on a page this stands beside the picture.
        alone = (assurance_sentence(conversation.assurance),) if shape == "poster" else ()
        return landscape.draw(
            result,
            texts=texts_of(conversation),
            labels=group_names(result, given_names_of(conversation, audience)),
            title=_("Meningenlandschap van “%(title)s”") % {"title": conversation.title},
            description=" ".join((f"{verdict.headline}.", *verdict.sentences, *alone)),
            words=words(),
            shape=shape,
            ends=ends,
        )
