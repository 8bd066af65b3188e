"""Why a file was refused, said so that the person who sent it can mend it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LONGEST_SHOWN = 60

SENTENCES = {
    # about the file as a whole
    "file-too-large": gettext_lazy("Het bestand is te groot: het mag hooguit 25 MB zijn."),
    "too-large": gettext_lazy("Het bestand is uitgepakt te groot."),
    "file-empty": gettext_lazy("Het bestand is leeg."),
    "empty": gettext_lazy("Er staat niets in dit bestand."),
    "wrong-extension": gettext_lazy(
        "Dit soort bestand kunnen we niet lezen. Kies een zip-bestand, een CSV-bestand of een Excel-bestand."
    ),
    "not-what-it-says": gettext_lazy("De naam van het bestand en de inhoud passen niet bij elkaar."),
    "no-votes": gettext_lazy("Er staan geen reacties in dit bestand."),
    "too-many-votes": gettext_lazy("Er staan te veel reacties in dit bestand voor deze website."),
    "bad-spreadsheet": gettext_lazy("Dit Excel-bestand is beschadigd of niet veilig te openen."),
    "spreadsheet-too-large": gettext_lazy("Er staan te veel rijen of kolommen in dit Excel-bestand."),
    # about a zip
    "bad-zip": gettext_lazy("Het zip-bestand is beschadigd en kan niet worden uitgepakt."),
    "zip-bomb": gettext_lazy("Het zip-bestand wordt uitgepakt veel te groot. We hebben het niet uitgepakt."),
    "too-many-files": gettext_lazy("Er zitten te veel bestanden in het zip-bestand: hooguit %(most)s."),
    "zip-unsafe-name": gettext_lazy("In het zip-bestand zit een bestand met een onveilige naam of plaats."),
    "zip-encrypted": gettext_lazy("Het zip-bestand is beveiligd met een wachtwoord. Haal dat er eerst af."),
    "zip-in-zip": gettext_lazy("In het zip-bestand zit weer een ingepakt bestand. Pak dat eerst uit."),
    "zip-too-deep": gettext_lazy(
        "De bestanden in het zip-bestand zitten te diep. Zet ze bovenaan, of samen in één map."
    ),
    "zip-twice": gettext_lazy("Dit bestand zit er twee keer in."),
    "zip-without-votes": gettext_lazy(
        "In het zip-bestand zit geen votes.csv en geen participants-votes.csv. Kies de uitvoer van Polis."
    ),
    "no-votes-file": gettext_lazy(
        "In het zip-bestand zit geen votes.csv en geen participants-votes.csv. Kies de uitvoer van Polis."
    ),
    # about a table
    "not-utf8": gettext_lazy("De tekens zijn niet te lezen. Bewaar het bestand als CSV UTF-8."),
    "bad-csv": gettext_lazy("Dit is geen goed CSV-bestand."),
    "ragged-row": gettext_lazy("Deze rij heeft meer of minder vakken dan de eerste rij."),
    "missing-column": gettext_lazy("Er ontbreekt een kolom. Nodig zijn: participant, statement en vote."),
    "bad-vote": gettext_lazy("Een reactie moet 1, 0 of -1 zijn, of eens, weet ik niet of oneens."),
    "bad-time": gettext_lazy("Een tijdstip moet een getal zijn, of een datum zoals 2026-11-24T09:30."),
    "bad-id": gettext_lazy("Er ontbreekt een nummer van een deelnemer of stelling."),
    "bad-importance": gettext_lazy("Bij belangrijk moet 1 of 0 staan."),
    "bad-moderation": gettext_lazy("Bij moderated moet -1, 0 of 1 staan."),
    "bad-count": gettext_lazy("Hier moet een heel getal staan."),
    "duplicate-id": gettext_lazy("Een nummer komt twee keer voor."),
    "unknown-statement": gettext_lazy("Er is een reactie op een stelling die niet in comments.csv staat."),
    "sign-convention": gettext_lazy(
        "Eens en oneens lijken verwisseld: 1 moet eens zijn en -1 oneens. Haal de uitvoer opnieuw op."
    ),
    "counts-differ": gettext_lazy(
        "De aantallen in votes.csv en comments.csv passen niet bij elkaar. Haal de uitvoer opnieuw op."
    ),
    # about texts
    "turned-text": gettext_lazy("Er staan onzichtbare tekens in die de leesrichting omdraaien."),
    "control-character": gettext_lazy("Er staan onzichtbare besturingstekens in."),
    "formula": gettext_lazy("Een tekst begint als een formule voor een rekenblad. Haal die weg."),
    "text-too-long": gettext_lazy("Een tekst is te lang: hooguit %(most)s tekens."),
}


def refusal_sentence(code: str, details: Mapping[str, object]) -> str:
    """Say what is wrong and where: the file, the row, the column and what stood there."""
    known = SENTENCES.get(code)
    sentence = (
        str(known) % details
        if known and "%(" in str(known)
        else str(known or _("Dit bestand kunnen we niet lezen."))
    )
    place = _place(details)
    return f"{place}: {_lower_first(sentence)}" if place else sentence


def _place(details: Mapping[str, object]) -> str:
    parts = [
        pattern % {"what": _short(details[key])}
        for key, pattern in (
            ("file", "%(what)s"),
            ("row", _("rij %(what)s")),
            ("column", _("kolom %(what)s")),
            ("statement", _("stelling %(what)s")),
            ("value", _("daar staat “%(what)s”")),
        )
        if details.get(key) not in (None, "")
    ]
    return ", ".join(parts)


def _short(value: object) -> str:
    text = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(value))
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _lower_first(sentence: str) -> str:
    """Go on after the place in small letters, unless the sentence begins with an abbreviation."""
    return sentence[:1].lower() + sentence[1:]


def failure_sentence(error: Mapping[str, object]) -> str:
    """Say why an analysis did not work out."""
    if error.get("code") == "too-many-attempts":
        return _(
            "De berekening werd steeds weer afgebroken. Vraag uw beheerder of de server genoeg geheugen heeft."
        )
    if error.get("code") == "only-small-groups":
        return _(
            "Er blijven groepen van minder dan vijf mensen. Daarom kan deze uitkomst niet open voor iedereen."
        )
    return _("Er ging iets mis bij het rekenen. De beheerder kan in het logboek zien wat er is.")
