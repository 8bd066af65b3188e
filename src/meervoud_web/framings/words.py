"""What the screens say about verdicts, traits, steps and counts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meervoud_web.challenges.models import Challenge
from meervoud_web.framings.models import Rung
from meervoud_web.framings.queries.wicked import Verdict

VERDICTS: dict[Verdict, tuple[str | Promise, str | Promise]] = {
    Verdict.TOO_FEW: (
        gettext_lazy("Nog niet te zeggen"),
        gettext_lazy("Zodra vijf mensen antwoord gaven, staat hier wat zij samen zeggen."),
    ),
    Verdict.TAME: (
        gettext_lazy("Dit kan een project zijn"),
        gettext_lazy(
            "Op elke vraag zegt minstens vier van de vijf mensen ja. Dan is een plan met een begin en een eind "
            "misschien eenvoudiger dan een opgave."
        ),
    ),
    Verdict.BETWEEN: (
        gettext_lazy("Het zit ertussenin"),
        gettext_lazy(
            "Op elke vraag zegt minstens de helft ja, maar niet bijna iedereen. Praat over het verschil."
        ),
    ),
    Verdict.WICKED: (
        gettext_lazy("Dit is een opgave"),
        gettext_lazy("Op minstens één vraag zegt minder dan de helft ja. Een plan vooraf past hier niet."),
    ),
}

TEN_TRAITS = (
    gettext_lazy("Wat het probleem precies is, staat nooit vast: wie het anders ziet, zoekt iets anders."),
    gettext_lazy("Het is nooit af. Men stopt omdat de tijd of het geld op is."),
    gettext_lazy("Een oplossing is niet goed of fout, maar beter of slechter."),
    gettext_lazy("Of iets hielp, is niet meteen te zien, en ook later nooit helemaal."),
    gettext_lazy("Elke poging telt. Wat gedaan is, laat sporen na."),
    gettext_lazy("Er is geen lijst met alle mogelijke oplossingen."),
    gettext_lazy("Het lijkt op andere vraagstukken, maar is in de kern uniek."),
    gettext_lazy("Elk vraagstuk kan een gevolg zijn van een ander."),
    gettext_lazy("Hoe men het verklaart, bepaalt wat men gaat doen."),
    gettext_lazy("Wie handelt, is verantwoordelijk voor de gevolgen voor mensen."),
)
"""Rittel and Webber, Dilemmas in a General Theory of Planning, 1973."""

RUNGS: dict[Rung, str | Promise] = {
    Rung.LET_GO: gettext_lazy("De overheid heeft hier geen rol. Kunnen wij verdragen dat het anders gaat?"),
    Rung.FACILITATE: gettext_lazy("Anderen nemen het initiatief, de overheid helpt. Wat vragen zij?"),
    Rung.STIMULATE: gettext_lazy("De overheid wil dat het gebeurt, anderen doen het. Mag het mislukken?"),
    Rung.DIRECT: gettext_lazy("De overheid houdt de leiding, anderen hebben een rol. Bepalen wij de hoofdlijn?"),
    Rung.REGULATE: gettext_lazy("De overheid stelt regels en handhaaft. Is dwang door de wet nodig?"),
}
"""What each step means, with the question that tests it (ROB, Loslaten in vertrouwen, 2012)."""


def sides_of(challenge: Challenge, count: int) -> str:
    """The title of the page on which framings stand side by side."""
    titles = {
        0: _("Kijken op {title}"),
        1: _("Eén kant van {title}"),
        2: _("Twee kanten van {title}"),
        3: _("Drie kanten van {title}"),
        4: _("Vier kanten van {title}"),
        5: _("Vijf kanten van {title}"),
        6: _("Zes kanten van {title}"),
    }
    return titles.get(count, _("{count} kanten van {title}")).format(title=challenge.title, count=count)
