"""A stellingenronde with its results, computed by the real engine with few resamples."""

from __future__ import annotations

from unittest.mock import patch

from meervoud import landscape
from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses.models import Analysis, Picture
from meervoud_web.challenges.models import Challenge
from meervoud_web.conversations import actions
from meervoud_web.conversations.models import Audience, Conversation
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.landscapes import by_hand

QUICK = {"resamples": 20}
"""Enough to tell two groups that differ on almost everything."""
RESULT = (
    "method", "state", "progress", "finished_at", "method_version", "input_hash", "parameters", "record",
    "summary",
)  # fmt: skip


def ready(
    challenge: Challenge, votes: landscape.Votes, *, title: str = "Wat helpt u?", public: bool = False
) -> Conversation:
    """Import votes, open them if asked, and run what has to be run."""
    conversation = actions.import_votes(challenge=challenge, title=title, question="Wat vindt u?", votes=votes)
    if public:
        actions.open_to_public(conversation)
    actions.analyse_conversation(conversation, parameters=QUICK)
    run_all()
    return conversation


def run_all() -> None:
    """Do what the worker does."""
    for analysis in Analysis.objects.filter(state=Analysis.State.WAITING):
        analyses.run_analysis(analysis.pk)


def by_hand_ready(challenge: Challenge, votes: landscape.Votes, *, verdict: landscape.Verdict) -> Conversation:
    """A round, open to everyone, with a result that was made by hand."""
    conversation = actions.import_votes(challenge=challenge, title="Wat helpt u?", votes=votes)
    actions.open_to_public(conversation)
    with patch(
        "meervoud_web.analyses.actions.run._compute",
        lambda analysis, lease, given: by_hand(verdict=verdict, sizes={}, ids=given.participants),
    ):
        run_all()
    return conversation


_KEPT: dict[str, tuple[dict[str, object], list[dict[str, str]]]] = {}


def ready_at_once(challenge: Challenge, *, title: str, public: bool) -> Conversation:
    """The same, for tests that need hundreds of them: the results are computed the first time only."""
    audiences = (Audience.STAFF, Audience.EVERYONE) if public else (Audience.STAFF,)
    if not set(audiences) <= _KEPT.keys():
        conversation = ready(challenge, votes_of_two_groups(), title=title, public=public)
        for analysis in Analysis.objects.filter(source__in=audiences, subject=conversation.pk):
            pictures = list(analysis.pictures.values("language", "shape", "svg"))
            _KEPT[analysis.source] = ({name: getattr(analysis, name) for name in RESULT}, pictures)
        return conversation
    few = votes_of_two_groups(people=24, statements=10)
    conversation = actions.import_votes(challenge=challenge, title=title, votes=few)
    Conversation.objects.filter(pk=conversation.pk).update(is_public=public)
    for audience in audiences:
        fields, pictures = _KEPT[audience]
        analysis = Analysis.objects.create(source=audience, subject=conversation.pk, **fields)
        Picture.objects.bulk_create(Picture(analysis=analysis, **picture) for picture in pictures)
    return conversation
