"""Give a group a name in one's own words."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.people.models import Person

from .. import rules
from ..models import Conversation, GroupName


def name_group(conversation: Conversation, *, group: str, name: str, for_public: bool, by: Person) -> None:
    """Name a group; an empty name takes the name away. The pictures are drawn again with the new names."""
    if not rules.may_manage(by, conversation):
        raise PermissionDenied
    with transaction.atomic():
        if name:
            GroupName.objects.update_or_create(
                conversation=conversation, for_public=for_public, group=group, defaults={"name": name}
            )
        else:
            GroupName.objects.filter(conversation=conversation, for_public=for_public, group=group).delete()
