"""Give groups a name in one's own words."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.conversations import rules
from meervoud_web.conversations.actions.draw_anew import draw_anew
from meervoud_web.conversations.models import Audience, Conversation, GroupName
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
        draw_anew(conversation, audiences=[audience])


def _name(conversation: Conversation, *, audience: Audience, group: str, name: str) -> None:
    if name:
        GroupName.objects.update_or_create(
            conversation=conversation, audience=audience, group=group, defaults={"name": name}
        )
    else:
        GroupName.objects.filter(conversation=conversation, audience=audience, group=group).delete()
