"""The example with landscapes of few resamples: whole pages in a few seconds, where the numbers do not matter."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from meervoud_web.analyses import actions as analyses
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.people.models import Person

FEW = 10


def load_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Load Meerdam as ``load_example`` does, in a third of the time."""

    def analyse(conversation: Conversation, audience: Audience, *, by: Person) -> None:
        asked = analyses.request_analysis(
            source=audience, subject=conversation.pk, by=by, parameters={"resamples": FEW}
        )
        analyses.run_analysis(asked.pk)

    monkeypatch.setattr("meervoud_web.meerdam.held._analyse", analyse)
    call_command("load_example")
