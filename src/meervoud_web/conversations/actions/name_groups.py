"""Give groups a name in one's own words."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud import records
from meervoud_web.analyses import actions as analyses
from meervoud_web.analyses import queries as analyses_queries
from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation, GroupName
from meervoud_web.conversations.queries.outcome import pictures_of
from meervoud_web.people.models import Person


def name_groups(
    conversation: Conversation, *, audience: Audience, names: Mapping[str, str], by: Person | None = None
) -> None:
    """Name groups; an empty name takes the name away. The pictures are drawn again with the new names."""
    if by is not None and not rules.may_manage(by, conversation):
        raise PermissionDenied
    with transaction.atomic():
        for group, name in names.items():
            _name(conversation, audience=audience, group=group, name=name)
        analysis = analyses_queries.newest_result(audience, conversation.pk)
        if analysis is not None:
            result = records.from_json(analyses_queries.record_of(analysis))
            analyses.redraw(analysis, pictures_of(conversation, audience, result, ends=None))


def _name(conversation: Conversation, *, audience: Audience, group: str, name: str) -> None:
    if name:
        GroupName.objects.update_or_create(
            conversation=conversation, audience=audience, group=group, defaults={"name": name}
        )
    else:
        GroupName.objects.filter(conversation=conversation, audience=audience, group=group).delete()
