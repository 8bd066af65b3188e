"""Why we keep what we keep about people. Every model states it; a test fails where it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class DataPolicy:
    """What the privacy law asks of each kind of record: purpose, legal ground and term.

    The words end up on the public privacy page, so they are Dutch and go through ``gettext_lazy``.
    """

    purpose: str | Promise
    ground: str | Promise
    term: str | Promise


@dataclass(frozen=True)
class _NoPersonalData:
    """The statement that a record says nothing about a person."""


NO_PERSONAL_DATA = _NoPersonalData()
