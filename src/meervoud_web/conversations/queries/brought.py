"""Statements as what people brought in, and how many people stand behind some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from django.db.models import Count, Q

from meervoud_web.challenges.contributions import Contribution, ContributionSource
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.conversations.models import Statement, Vote


def statements_brought(challenge: Challenge) -> Iterator[Contribution]:
    """Every statement of a challenge that takes part and is about its question, oldest first."""
    rows = Statement.objects.filter(conversation__challenge=challenge, is_moderated=False, is_meta=False)
    for row in rows.exclude(text="").select_related("conversation").order_by("pk"):
        yield Contribution(thing=Thing("statement", row.pk), text=row.text, occasion=row.conversation.title)


def people_behind_statements(statements: Mapping[int, Collection[int]]) -> dict[int, int]:
    """How many people reacted to at least one of each collection of statements; one query for all of them."""
    if not statements:
        return {}
    counts = {
        f"behind_{key}": Count("participant", distinct=True, filter=Q(statement__in=some))
        for key, some in statements.items()
    }
    asked = {one for some in statements.values() for one in some}
    found = Vote.objects.filter(statement__in=asked).aggregate(**counts)
    return {key: found[f"behind_{key}"] for key in statements}


def statements_left(keys: Collection[int]) -> list[int]:
    """Which of these still take part: what was taken back or is not shown has no words."""
    return list(Statement.objects.filter(pk__in=keys, is_moderated=False).values_list("pk", flat=True))


STATEMENTS = ContributionSource(
    kind="statement", brought=statements_brought, behind=people_behind_statements, left=statements_left
)
