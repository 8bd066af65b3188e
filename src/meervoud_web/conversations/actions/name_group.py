"""Give a group a name in one's own words."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation, GroupName
from meervoud_web.people.models import Person


def name_group(conversation: Conversation, *, group: str, name: str, audience: Audience, by: Person) -> None:
    """Name a group; an empty name takes the name away. The pictures are drawn again with the new names."""
    if not rules.may_manage(by, conversation):
        raise PermissionDenied
    with transaction.atomic():
        if name:
            GroupName.objects.update_or_create(
                conversation=conversation, audience=audience, group=group, defaults={"name": name}
            )
        else:
            GroupName.objects.filter(conversation=conversation, audience=audience, group=group).delete()
