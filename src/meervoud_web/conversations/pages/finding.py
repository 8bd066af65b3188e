"""Which round and whose result a page is about; who may not see it gets a page that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from meervoud_web.conversations import rules
from meervoud_web.conversations.models import Audience, Conversation
from meervoud_web.conversations.queries.conversations import conversation_for
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor


@dataclass(frozen=True)
class Seen:
    """A round as somebody sees it."""

    conversation: Conversation
    person: Person | None
    audience: Audience

    @property
    def is_preview(self) -> bool:
        """Whether somebody who works here looks at what everyone sees."""
        works_here = self.person is not None and self.person.works_here
        return works_here and self.audience == Audience.EVERYONE

    @property
    def query(self) -> str:
        """What keeps the same view on the next page."""
        return "?voor=iedereen" if self.is_preview else ""


def seen_or_404(request: HttpRequest, conversation_id: int) -> Seen:
    """Find the round; those who work here see all reactions, unless they ask for what everyone sees."""
    person = visitor(request)
    conversation = conversation_for(person, conversation_id)
    if conversation is None:
        raise Http404
    everything = rules.may_read_all(person, conversation) and request.GET.get("voor") != "iedereen"
    audience = Audience.STAFF if everything else Audience.EVERYONE
    return Seen(conversation=conversation, person=person, audience=audience)


def may_listen(audience: Audience, request: HttpRequest, conversation_id: int) -> bool:
    """Whether whoever asks may know that this result moves."""
    person = visitor(request)
    conversation = conversation_for(person, conversation_id)
    if conversation is None:
        return False
    return audience == Audience.EVERYONE or rules.may_read_all(person, conversation)


def address_of(request: HttpRequest, page: str, conversation_id: int) -> str:
    """A whole address, to be used elsewhere."""
    here = settings.PUBLIC_ADDRESSES[0].geturl() if settings.PUBLIC_ADDRESSES else request.build_absolute_uri("/")
    return urljoin(here, reverse(page, args=[conversation_id]))


def managed_or_404(request: HttpRequest, conversation_id: int) -> tuple[Conversation, Person]:
    """Find a round that this person may open, close and name groups of."""
    person = person_of(request)
    conversation = conversation_for(person, conversation_id)
    if conversation is None:
        raise Http404
    if not rules.may_manage(person, conversation):
        raise PermissionDenied
    return conversation, person
