"""Laying the thread: every act that makes something out of something names its sources."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied

from meervoud_web.challenges.models import Challenge, Link, LinkKind
from meervoud_web.challenges.things import Thing, shown_to
from meervoud_web.people.models import Person


def trace(
    result: Thing,
    *,
    sources: Sequence[Thing],
    challenge: Challenge,
    by: Person | None,
    kind: LinkKind = LinkKind.CAME_FROM,
) -> None:
    """Say that ``result`` came from ``sources`` (or was changed by them, is what was done with them, …).

    Call it in the transaction that makes ``result``. Saying it twice changes nothing. Somebody can only name what
    they may see: a source that does not exist or is not for them is refused.
    """
    wanted = set(sources) - {result}
    if by is not None and wanted - shown_to(by, wanted).keys():
        raise PermissionDenied
    Link.objects.bulk_create(
        [
            Link(
                kind=kind,
                from_kind=source.kind,
                from_id=source.id,
                to_kind=result.kind,
                to_id=result.id,
                challenge=challenge,
                by=by,
            )
            for source in sorted(wanted)
        ],
        ignore_conflicts=True,
    )


def untrace(result: Thing, *, sources: Sequence[Thing], kind: LinkKind = LinkKind.CAME_FROM) -> None:
    """Take steps of the thread back that were laid by mistake, in the transaction that puts the mistake right."""
    for source in sources:
        Link.objects.filter(
            kind=kind, from_kind=source.kind, from_id=source.id, to_kind=result.kind, to_id=result.id
        ).delete()
