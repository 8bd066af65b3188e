"""Where do I stand? Only for who asks, and only when that can be said."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from meervoud_web.conversations.queries.place import Place, Unknown, place_of
from meervoud_web.rounds.pages.door import Visit, of_a_round


@of_a_round("GET")
def place(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show somebody's own place, the nearest group in its own statements, and how sure that is."""
    if visit.participation is None:
        return redirect("rounds:welcome", code=visit.round.code)
    found = place_of(visit.round.conversation, visit.participation.participant_id)
    context = {"visit": visit, "round": visit.round, "conversation": visit.round.conversation}
    if isinstance(found, Place):
        context |= {"place": found, "certainty": _certainty(found)}
    else:
        context |= {"why_not": _why_not(found)}
    return render(request, "rounds/take/place.html", context)


def _certainty(found: Place) -> str:
    certainty = found.certainty
    if found.group is None or certainty is None:
        return _("Hoe zeker dit is, kunnen wij niet zeggen.")
    often = {"often": round(100 * certainty)}
    if certainty >= 0.9:
        return _("Dit is vrijwel zeker: bij %(often)s van de 100 herhalingen stond u bij dezelfde mensen.") % often
    if certainty >= 0.7:
        return _("Dit is vrij zeker: bij %(often)s van de 100 herhalingen stond u bij dezelfde mensen.") % often
    return (
        _(
            "Dit is onzeker: bij maar %(often)s van de 100 herhalingen stond u bij dezelfde mensen. "
            "Met meer reacties wordt het duidelijker."
        )
        % often
    )


def _why_not(reason: Unknown) -> str:
    return {
        Unknown.NOT_PUBLIC: _("De uitkomst van deze stellingenronde is nog niet openbaar."),
        Unknown.NO_RESULT: _("Er is nog geen uitkomst berekend. Kijk later nog eens."),
        Unknown.NO_GROUPS: _(
            "Er zijn in deze stellingenronde geen duidelijke groepen. "
            "Dan kunnen wij ook niet zeggen bij wie u staat."
        ),
        Unknown.TOO_FEW_REACTIONS: _(
            "Reageer eerst op minstens zeven stellingen. Dan telt u mee in de volgende uitkomst."
        ),
        Unknown.NOT_IN_RESULT: _(
            "U telt in de laatste uitkomst nog niet mee. Meestal komt dat doordat uw reacties nieuwer zijn: kijk "
            "straks nog eens. Het kan ook zijn dat u in een groep van minder dan vijf mensen staat. Zulke kleine "
            "groepen laten wij niet zien."
        ),
        Unknown.TOO_LITTLE: _(
            "U gaf nog te weinig reacties om te zeggen waar u staat. "
            "Reageer op meer stellingen en kijk dan opnieuw."
        ),
    }[reason]
