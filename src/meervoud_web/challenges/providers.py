"""What other apps show on the page of a challenge, registered in their ``apps.py``.

So ``challenges`` stays at the bottom and knows no app above it::

    class ConversationsConfig(AppConfig):
        def ready(self) -> None:
            from meervoud_web.challenges.providers import register_panel
            from meervoud_web.conversations.pages import challenge_panel

            register_panel(challenge_panel)

A panel function gets the challenge and the person who looks (``None`` for a visitor without an account). It
returns the template to show with its context, or ``None`` when there is nothing to show to this person. Inside
the template the context is called ``panel``: ``{{ panel.conversations }}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One block on the challenge page: ``template`` is rendered with ``context``, lowest ``order`` first."""

    template: str
    context: Mapping[str, Any]
    order: int = 100


PanelProvider = Callable[[Challenge, Person | None], Panel | None]
FrontProvider = Callable[[Person | None], Panel | None]

_providers: list[PanelProvider] = []
_front_providers: list[FrontProvider] = []


def register_front_panel(provider: FrontProvider) -> None:
    """Add a block to the front page; registering twice changes nothing."""
    if provider not in _front_providers:
        _front_providers.append(provider)


def front_panels_for(person: Person | None) -> list[Panel]:
    """Ask every app what it shows to ``person`` on the front page."""
    panels = [panel for provider in _front_providers if (panel := provider(person)) is not None]
    return sorted(panels, key=lambda panel: panel.order)


def register_panel(provider: PanelProvider) -> None:
    """Add a block to the page of every challenge; registering twice changes nothing."""
    if provider not in _providers:
        _providers.append(provider)


def panels_for(challenge: Challenge, person: Person | None) -> list[Panel]:
    """Ask every app what it shows of ``challenge`` to ``person``."""
    panels = [panel for provider in _providers if (panel := provider(challenge, person)) is not None]
    return sorted(panels, key=lambda panel: panel.order)
