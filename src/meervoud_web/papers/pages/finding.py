"""The paper that a page is about, for who may see it, or no page: nobody learns what they may not read."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy

from meervoud_web.papers import rules
from meervoud_web.papers.models import Paper
from meervoud_web.papers.queries.seen import papers_seen_by
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of

CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft dit stuk intussen veranderd of vastgesteld. Uw tekst staat hier nog, en is niet bewaard. "
    "Open het stuk in een nieuw tabblad, bekijk wat er anders is en neem over wat u wilt houden."
)
READ_AGAIN = gettext_lazy(
    "Er is intussen iets veranderd in waar dit stuk uit bestaat. Het is nog niet vastgesteld. Lees hieronder hoe "
    "het nu is, en stel het dan vast."
)


def paper_or_404(request: HttpRequest, pk: int) -> tuple[Paper, Person]:
    """Find a paper that this person may read."""
    person = person_of(request)
    papers = papers_seen_by(person, Paper.objects.select_related("challenge"))
    found = papers.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found, person


def paper_to_write(request: HttpRequest, pk: int) -> tuple[Paper, Person]:
    """Find a paper for somebody who may write it; who may only read it changes nothing."""
    found, person = paper_or_404(request, pk)
    if not rules.may_write(person, found.challenge):
        raise PermissionDenied
    return found, person


def draft_or_404(request: HttpRequest, pk: int) -> tuple[Paper, Person]:
    """Find a draft; a paper that is set has no page to write on any more."""
    found, person = paper_to_write(request, pk)
    if found.is_set:
        raise Http404
    return found, person
