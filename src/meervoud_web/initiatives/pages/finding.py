"""What a page is about, for who may see it, or no page: nobody learns what they may not read."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy

from meervoud_web.challenges.pages.finding import challenge_or_404
from meervoud_web.challenges.things import Thing
from meervoud_web.initiatives import rules
from meervoud_web.initiatives.models import Proposal, Sighting
from meervoud_web.initiatives.queries.proposals import proposals_of
from meervoud_web.initiatives.queries.sightings import sightings_of
from meervoud_web.people.models import Person
from meervoud_web.people.visitor import person_of, visitor

CHANGED_MEANWHILE = gettext_lazy(
    "Iemand anders heeft dit intussen veranderd. Wat u typte, is nog niet bewaard; het staat hier nog. "
    "Open de pagina in een nieuw tabblad, kijk wat er anders is en bewaar het daarna opnieuw."
)


def sighting_or_404(request: HttpRequest, slug: str, pk: int) -> Sighting:
    """Find something that was seen in the city, for whoever may read it."""
    found = sightings_of(challenge_or_404(request, slug), person=visitor(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def kept_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Sighting, Person]:
    """Find it for somebody who may change it."""
    person, found = person_of(request), sighting_or_404(request, slug, pk)
    if not rules.may_keep(person, found):
        raise PermissionDenied
    return found, person


def proposal_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Proposal, Person]:
    """Find a proposal that this person may read."""
    person, challenge = person_of(request), challenge_or_404(request, slug)
    found = proposals_of(challenge, person=person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found, person


def own_proposal_or_404(request: HttpRequest, slug: str, pk: int) -> tuple[Proposal, Person]:
    """Find a proposal for who made it."""
    found, person = proposal_or_404(request, slug, pk)
    if not rules.owns(person, found):
        raise PermissionDenied
    return found, person


def sources_of(request: HttpRequest) -> list[Thing]:
    """What this comes from: ``?bron=note:12``, or ``uit`` in a form that another page shows."""
    named = [*request.GET.getlist("bron"), *request.POST.getlist("uit")]
    return [thing for thing in map(Thing.parse, named) if thing is not None]
