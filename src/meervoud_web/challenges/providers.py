"""What other apps show on the page of a challenge, registered in their ``apps.py``.

So ``challenges`` stays at the bottom and knows no app above it::

    class ConversationsConfig(AppConfig):
        def ready(self) -> None:
            from meervoud_web.challenges.providers import register_panel
            from meervoud_web.conversations.pages import challenge_panel

            register_panel(challenge_panel)

A panel function gets the challenge and the person who looks (``None`` for a visitor without an account). It
returns the template to show with its context, or ``None`` when there is nothing to show to this person. Inside
the template the context is called ``panel``: ``{{ panel.conversations }}``. With ``movement`` it says where it
belongs: Zien, Wegen, Doen, Leren, or the Koers around which they turn.

``register_waiting`` adds what waits for somebody, ``register_panel`` what there is to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.models import Person


class Movement(models.TextChoices):
    """The four movements through which a challenge turns, and the course around which it does."""

    COURSE = "course", _("Koers")
    SEE = "see", _("Zien")
    WEIGH = "weigh", _("Wegen")
    ACT = "act", _("Doen")
    LEARN = "learn", _("Leren")


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One block on the challenge page: ``template`` is rendered with ``context``, lowest ``order`` first."""

    template: str
    context: Mapping[str, Any]
    order: int = 100
    movement: Movement | None = None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits for somebody: a sentence, where to go, since when, and whether it is past its day."""

    what: str
    address: str
    challenge: Challenge
    since: datetime | None = None
    is_late: bool = False
    due_on: date | None = None
    """The day that was promised, where a list or a mail names it."""


WaitingProvider = Callable[[Person, Challenge], Iterable[Waiting]]
PanelProvider = Callable[[Challenge, Person | None], Panel | None]
FrontProvider = Callable[[Person | None], Panel | None]

_providers: list[PanelProvider] = []
_front_providers: list[FrontProvider] = []
_waiting_providers: list[WaitingProvider] = []


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


def register_waiting(provider: WaitingProvider) -> None:
    """Add what waits for somebody in a challenge; registering twice changes nothing."""
    if provider not in _waiting_providers:
        _waiting_providers.append(provider)


def waiting_for(person: Person | None, challenge: Challenge) -> list[Waiting]:
    """Ask every app what waits for ``person`` in ``challenge``: what is late first, then what waits longest."""
    if person is None:
        return []
    found = [one for provider in _waiting_providers for one in provider(person, challenge)]
    return sorted(found, key=lambda one: (not one.is_late, one.since is None, one.since and one.since.timestamp()))
