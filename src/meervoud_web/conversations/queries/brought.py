"""Statements as what people brought in, and how many people stand behind some of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import IntegerField, QuerySet, Subquery

from meervoud_web.challenges.contributions import MOST_COUNTED, Contribution, ContributionSource
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.conversations.models import Statement, Vote


def statements_brought(challenge: Challenge) -> Iterator[Contribution]:
    """Every statement of a challenge that takes part and is about its question, oldest first."""
    rows = Statement.objects.filter(conversation__challenge=challenge, is_moderated=False, is_meta=False)
    for row in rows.exclude(text="").select_related("conversation").order_by("pk"):
        yield Contribution(thing=Thing("statement", row.pk), text=row.text, occasion=row.conversation.title)


class _CountOf(Subquery):
    """How many rows a query gives, as a part of another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def people_behind_statements(statements: Mapping[int, Collection[int]]) -> dict[int, int]:
    """How many people reacted to at least one of each collection of statements; one query for all of them.

    Nobody is counted beyond :data:`MOST_COUNTED`: so a hundred thousand reactions take no longer than a few.
    """
    if not statements:
        return {}
    counts = [_CountOf(_people(some)) for some in statements.values()]
    row = Statement.objects.order_by().values_list(*counts)[:1]  # of one row: only the counts in it matter
    return dict(zip(statements, *row, strict=True)) if row else {}


def _people(statements: Collection[int]) -> QuerySet[Any, Any]:
    reacted = Vote.objects.filter(statement__in=statements).order_by().values("participant").distinct()
    return reacted[: MOST_COUNTED + 1]


def statements_left(keys: Collection[int]) -> list[int]:
    """Which of these still take part: what was taken back or is not shown has no words."""
    return list(Statement.objects.filter(pk__in=keys, is_moderated=False).values_list("pk", flat=True))


STATEMENTS = ContributionSource(
    kind="statement", brought=statements_brought, behind=people_behind_statements, left=statements_left
)
