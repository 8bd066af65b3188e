"""What was computed, said in plain words: the verdict, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud import landscape
from meervoud_web.conversations.models import Assurance

MOST_NUMBERS_IN_WORDS = 10
FEW_PEOPLE = 30
"""Below this a person is a large part of everything; the page says so."""


@dataclass(frozen=True)
class Verdict:
    """The headline of a result, and the sentences under it."""

    headline: str
    sentences: tuple[str, ...]


def verdict_of(result: landscape.Landscape) -> Verdict:
    """Say whether there are groups, and why we think so or cannot tell."""
    match result.structure.verdict:
        case "groups":
            return Verdict(_groups_headline(len(result.groups)), _about_groups(result))
        case "spectrum":
            return Verdict(_("Mensen verschillen geleidelijk"), _about_spectrum())
        case "none":
            return Verdict(_("Er zijn geen duidelijke groepen"), _about_none())
        case _:
            return Verdict(_("We kunnen niet zeggen of er groepen zijn"), _about_unknown(result))


def _groups_headline(count: int) -> str:
    return ngettext("Er is %(count)s groep", "Er zijn %(count)s groepen", count) % {"count": in_words(count)}


def quoted(name: str) -> str:
    """Set the name of a group apart from the sentence around it: names are often sentences of their own."""
    return f"“{name}”"


def in_words(count: int) -> str:
    """Write a small number as a word."""
    words = (
        _("nul"), _("één"), _("twee"), _("drie"), _("vier"), _("vijf"),
        _("zes"), _("zeven"), _("acht"), _("negen"), _("tien"),
    )  # fmt: skip
    return words[count] if count <= MOST_NUMBERS_IN_WORDS else str(count)


def _about_groups(result: landscape.Landscape) -> tuple[str, ...]:
    sentences = [
        _(
            "Wie bij elkaar staan, gaven ongeveer dezelfde reacties. De groepen zijn duidelijker dan bij toeval, "
            "en ook duidelijker dan wanneer mensen alleen geleidelijk verschillen."
        )
    ]
    certainty = result.structure.k_certainty
    if certainty is not None:
        sentences.append(_certainty(certainty, len(result.groups)))
    return (*sentences, *_few(result))


def _certainty(certainty: float, count: int) -> str:
    often = {"often": round(100 * certainty), "count": in_words(count)}
    if certainty >= 0.9:
        return (
            _(
                "Het aantal groepen is zeker: bij %(often)s van de 100 herhalingen waarin telkens andere "
                "mensen zwaarder telden, kwamen er weer %(count)s uit."
            )
            % often
        )
    if certainty >= 0.7:
        return (
            _(
                "Het aantal groepen is vrij zeker: bij %(often)s van de 100 herhalingen waarin telkens "
                "andere mensen zwaarder telden, kwamen er weer %(count)s uit."
            )
            % often
        )
    return (
        _(
            "Hoeveel groepen er zijn, is onzeker: bij maar %(often)s van de 100 herhalingen waarin telkens "
            "andere mensen zwaarder telden, kwamen er weer %(count)s uit. Lees de groepen dus als een eerste "
            "indruk."
        )
        % often
    )


def _about_spectrum() -> tuple[str, ...]:
    return (
        _(
            "Er is verschil van mening, maar het loopt geleidelijk. Nergens ligt een grens waar de ene groep "
            "ophoudt en de andere begint."
        ),
        _("Daarom delen we mensen niet in groepen in."),
    )


def _about_none() -> tuple[str, ...]:
    return (
        _(
            "Mensen vinden verschillende dingen, maar het patroon is niet sterker dan toeval. Wie het over de ene "
            "stelling eens zijn, zijn dat niet vaker ook over de andere."
        ),
        _("Daarom delen we mensen niet in groepen in."),
    )


def _about_unknown(result: landscape.Landscape) -> tuple[str, ...]:
    if result.counts.participants_placed < FEW_PEOPLE:
        return (
            _(
                "Er reageerden te weinig mensen op genoeg stellingen. Vanaf ongeveer dertig mensen kunnen we "
                "toeval van een patroon onderscheiden."
            ),
        )
    return (
        _("Bij deze berekening is niet nagegaan of het patroon sterker is dan toeval. Dat maakt het onzeker."),
    )


def _few(result: landscape.Landscape) -> tuple[str, ...]:
    if result.counts.participants_placed >= FEW_PEOPLE:
        return ()
    return (_("Let op: er deden weinig mensen mee. Eén iemand meer of minder kan de uitkomst veranderen."),)


def of_hundred(share: float) -> int:
    """Round a share to a number of people out of a hundred."""
    return max(0, min(100, round(100 * share)))


def out_of_hundred(sizes: Sequence[int], total: int) -> list[int]:
    """Round sizes to numbers out of a hundred that add up as the sizes do: the largest remainders go up."""
    exact = [100 * size / max(1, total) for size in sizes]
    rounded = [floor(one) for one in exact]
    missing = round(sum(exact)) - sum(rounded)
    for place in sorted(range(len(exact)), key=lambda place: rounded[place] - exact[place])[:missing]:
        rounded[place] += 1
    return rounded


def between(low: float, high: float) -> str:
    """Say an interval outwards in people, so that rounding never makes it look surer than it is."""
    # The small step keeps 0.7100000001 from becoming 72.
    least, most = max(0, floor(100 * low + 1e-9)), min(100, ceil(100 * high - 1e-9))
    if least >= most:
        return _("%(count)s van de 100 mensen") % {"count": least}
    return _("tussen %(least)s en %(most)s van de 100 mensen") % {"least": least, "most": most}


def assurance_beforehand(assurance: int) -> str:
    """Say the same to who may still take part."""
    still_to_come = {
        Assurance.OPEN_LINK: _(
            "Iedereen met de link kan meedoen, ook vaker dan één keer. "
            "Dit zijn reacties, geen telling van personen."
        ),
        Assurance.ROOM_CODE: _(
            "Wie in de zaal is, kan meedoen met een code. "
            "De uitkomst is wat de aanwezigen vinden, niet wat iedereen vindt."
        ),
    }
    return still_to_come.get(Assurance(assurance)) or assurance_sentence(assurance)


def assurance_sentence(assurance: int) -> str:
    """Say how hard a result may be called, given how people came in."""
    return {
        Assurance.OPEN_LINK: _(
            "Iedereen met de link kon meedoen, ook vaker dan één keer. "
            "Dit zijn reacties, geen telling van personen."
        ),
        Assurance.ROOM_CODE: _(
            "Wie in de zaal was, kon meedoen met een code. "
            "Dit is wat de aanwezigen vonden, niet wat iedereen vindt."
        ),
        Assurance.ONE_TIME_CODES: _(
            "Elke uitgegeven code telde één keer. Het zijn dus hooguit zoveel mensen als er codes zijn uitgegeven."
        ),
        Assurance.VERIFIED: _("Iedereen logde in: één reactie per gecontroleerde persoon."),
    }[Assurance(assurance)]
