"""Making a dossier, and writing down that somebody took it along."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from meervoud import dossier
from meervoud_web.challenges.actions import record
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.open_data import HANDED_OVER
from meervoud_web.challenges.things import thing_of
from meervoud_web.dossiers.queries import Audience, Reader, contents_of
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Made:
    """A dossier of open data, and the SHA-256 of its manifest, by which anybody can know it again."""

    content: bytes
    manifest_sha256: str
    files: int
    analyses: int


def make_open_data(challenge: Challenge, reader: Reader) -> Made:
    """Make the zip of open data.

    Not in a transaction: on SQLite that would keep everybody from writing meanwhile. What has to be of one moment,
    a result and the reactions behind it, is kept together when it is computed.
    """
    contents = contents_of(challenge, reader)
    file = io.BytesIO()
    manifest = dossier.write(
        file,
        title=challenge.title,
        audience=reader.audience,
        files=contents.files,
        analyses=contents.analyses,
    )
    return Made(
        content=file.getvalue(),
        manifest_sha256=manifest,
        files=len(contents.files),
        analyses=len(contents.analyses),
    )


def hand_over(challenge: Challenge, reader: Reader, *, by: Person | None, what: str) -> None:
    """Write down who took a dossier along, for whom it was made, and how it can be known again."""
    with translation.override("nl"):  # what is written down stays in one language, whoever reads along
        audience = _("voor iedereen") if reader.audience == Audience.EVERYONE else _("voor wie erbij hoort")
    with transaction.atomic():
        record(
            challenge=challenge,
            by=by,
            verb=HANDED_OVER,
            thing=thing_of(challenge),
            about=challenge.title,
            why=f"{what}, {audience}",
        )
