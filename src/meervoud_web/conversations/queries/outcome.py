"""The meningenlandschap of a stellingenronde: computed, and made ready for its page."""

from __future__ import annotations

from collections.abc import Mapping

from meervoud_web.analyses.sources import Outcome, Progress


def run_everything(subject: int, *, seed: int, parameters: Mapping[str, object], progress: Progress) -> Outcome:
    raise NotImplementedError


def run_public(subject: int, *, seed: int, parameters: Mapping[str, object], progress: Progress) -> Outcome:
    raise NotImplementedError
