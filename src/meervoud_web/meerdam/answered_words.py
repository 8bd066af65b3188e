"""The themes of Meerdam in words: what people said, what is done with it, why, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from meervoud_web.feedback.actions import AnswerWords
from meervoud_web.feedback.models import Weighed


@dataclass(frozen=True, kw_only=True)
class Themed:
    """A theme with the numbers of its statements and the signals in it; days count back from today."""

    title: str
    about: str
    statements: tuple[str, ...]
    signals: tuple[str, ...] = ()
    due: int
    """In how many days an answer was promised; negative is a day that passed."""
    mailbox: str = "opgavemanager"
    choice: str = ""
    answers: tuple[tuple[int, AnswerWords, str], ...] = ()
    """Days ago, the answer, and why it changed."""
    result: tuple[int, str] | None = None


COLLEGE, TEAM = "het college", "het team van de opgave"
ONE_FACE = "Elke wijk krijgt één vast gezicht, met één telefoonnummer"
CHOICE_DAYS_AGO = 12
CHOICE = {
    "what": ONE_FACE,
    "chosen_by": COLLEGE,
    "mandate": "binnen de begroting, na gesprek met de raad",
    "weighed": "Tien loketten die alles weten, of één mens die de weg kent. Mensen kozen massaal voor die mens.",
    "on_monday": "Vier collega's krijgen een wijk, een telefoon en één dag per week zonder vergadering.",
    "courage": "Loketten sluiten waar anderen aan hechten. De wethouder en de directeur staan erachter.",
}
TO_ONE_PERSON = (
    "Uw zin over het praatje bij de deur hangt nu in de kamer van de consulenten. Zij blijven voortaan een "
    "kwartier langer als iemand dat wil."
)
THEMES = (
    Themed(
        title="Eén gezicht, één verhaal",
        about="Mensen willen hun verhaal één keer vertellen. Een bekende is meer waard dan een uur extra.",
        statements=("1", "2", "9"),
        due=-10,
        choice=ONE_FACE,
        answers=(
            (
                12,
                AnswerWords(
                    weighed=Weighed.ADOPTED,
                    text=(
                        "Dit gaan wij doen. Elke wijk krijgt één vast gezicht en één telefoonnummer. U "
                        "vertelt uw verhaal één keer; wie u helpt, schrijft het met u op.\n\nBijna iedereen "
                        "was het hierover eens, in elke groep. Daarom wachten wij niet tot de "
                        "stellingenronde sluit."
                    ),
                    who=COLLEGE,
                ),
                "",
            ),
        ),
        result=(
            2,
            "In Zuid en Oost hangt het nummer bij de huisarts en de kapper. In de eerste week belden 31 mensen.",
        ),
    ),
    Themed(
        title="Even weg kunnen als u voor iemand zorgt",
        about="Wie elke dag zorgt, is op. Een logeerplek bestaat op papier. Een vaste vrije middag zou al helpen.",
        statements=("4", "31", "33", "35", "38"),
        signals=("Mantelzorgers in Oost",),
        due=-5,
        answers=(
            (
                11,
                AnswerWords(
                    weighed=Weighed.NOT,
                    text="Er is geen geld voor logeerplekken. Daarom doen wij hier nu niets mee.",
                    who=TEAM,
                ),
                "",
            ),
            (
                6,
                AnswerWords(
                    weighed=Weighed.PARTLY,
                    text=(
                        "De vaste vrije middag komt er, als kleine proef met twaalf gezinnen in Oost, zonder "
                        "formulieren. Na een half jaar kijken wij met hen of het helpt.\n\nDe logeerplek "
                        "komt er nu niet. Er zijn in Meerdam geen bedden met verpleging, en wij kunnen die "
                        "niet in ons eentje betalen. In het voorjaar praten wij erover met de buurgemeenten."
                    ),
                    who=COLLEGE,
                ),
                "Mantelzorgers lieten zien dat wij twee dingen op één hoop gooiden.",
            ),
        ),
    ),
    Themed(
        title="Meer belasting voor vaste hulp",
        about="Liever iets meer betalen dan hulp die van toeval afhangt. En vaste teams, niet elk jaar nieuwe.",
        statements=("25", "30"),
        due=-2,
        answers=(
            (
                4,
                AnswerWords(
                    weighed=Weighed.NOT,
                    text=(
                        "Dit doen wij niet. De raad sprak af dat de belasting voor huizen tot en met 2028 "
                        "niet omhoog gaat. Wie van een klein pensioen leeft, zou het ook meteen "
                        "merken.\n\nWij zeggen dat liever nu dan dat u erop wacht. De groep die het vroeg is "
                        "niet klein, en haar zin staat daarom in de brief aan de raad."
                    ),
                    who=COLLEGE,
                ),
                "",
            ),
        ),
    ),
    Themed(
        title="Een lift die weken stuk is",
        about="Wie boven woont en niet kan lopen, zit opgesloten als de lift het niet doet.",
        statements=("7",),
        due=3,
        answers=(
            (
                8,
                AnswerWords(
                    weighed=Weighed.ELSEWHERE,
                    text=(
                        "Over liften gaat de verhuurder. Wij hebben het daar op tafel gelegd, met uw "
                        "woorden. De verhuurder belooft dat iemand die niet kan lopen, dezelfde dag gebeld "
                        "wordt."
                    ),
                    elsewhere="De reparatielijn van uw verhuurder. Helpt dat niet, bel dan de huurdersvereniging.",
                    who=TEAM,
                ),
                "",
            ),
        ),
    ),
    Themed(
        title="Alleen zijn, en dat niet durven zeggen",
        about="Niet iedereen heeft buren of familie. Wie alleen is, wil gebeld worden zonder erom te vragen.",
        statements=("42", "43", "45", "46", "48", "50"),
        due=-6,
        mailbox="ambtenaar",
        choice="Het Huis van de Wijk in Oost blijft ook in het weekend open",
    ),
    Themed(
        title="Brieven die u begrijpt",
        about="Brieven van de gemeente mogen korter en gewoner.",
        statements=("6",),
        due=25,
        mailbox="ambtenaar",
    ),
)
