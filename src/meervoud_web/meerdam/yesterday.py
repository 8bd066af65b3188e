"""The result of Meerdam as it was a day ago, so that its page can say what changed since."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from django.utils import timezone

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.analyses.models import Analysis
from meervoud_web.analyses.sources import source_of
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.people.models import Person

EACH = 25
"""One in so many came in the last day."""
RESAMPLES = 40


def remember_yesterday(conversation: Conversation, audience: Audience, *, by: Person) -> None:
    """Compute the result over those who had come by yesterday, where there is none yet."""
    if analyses.analyses_of(audience, conversation.pk).exists():
        return
    source = source_of(audience)
    votes: landscape.Votes = source.load(conversation.pk)
    rows = np.arange(len(votes.participants))
    early = votes.of_people(rows[rows % EACH != 0])
    found = source.withhold(source.analyse(early, seed=0, resamples=RESAMPLES))
    shown = source.present(conversation.pk, early, found)
    Analysis.objects.create(
        source=source.name,
        subject=conversation.pk,
        method=source.method,
        parameters={"resamples": RESAMPLES},
        created_by=by,
        state=Analysis.State.DONE,
        progress=100,
        finished_at=timezone.now() - timedelta(days=1),
        method_version=found.method.version,
        input_hash=found.method.input_hash,
        record=records.to_json(found),
        summary=dict(shown.summary),
    )
