"""What people fill in while they set a round up, and when they say what was done with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud_web.conversations.queries.assurance import OPEN_LINK, ways_in
from meervoud_web.rounds.forms.words import Words, one_line, plain_lines
from meervoud_web.rounds.models import Moderation
from meervoud_web.ui.forms import DateInput, DateTimeInput

NEEDED_LATER = frozenset({"question", "statements", "fixed", "negotiable", "decider", "how_heard", "answer_by"})
"""What a draft may go without, and an open round not."""


@dataclass(frozen=True)
class Section:
    """A part of a long form."""

    title: str | Promise
    lead: str | Promise
    fields: list[BoundField]


class RoundForm(forms.Form):
    """Everything about a round; only a title is needed to begin, the rest before it opens."""

    title = Words(
        label=_("Titel"),
        max_length=200,
        help_text=_("Kort. Zo heet de stellingenronde op de pagina van de opgave."),
    )
    question = Words(
        label=_("Vraag"),
        max_length=300,
        rows=2,
        required=False,
        help_text=_("Eén vraag, in gewone woorden. Deze staat groot op het affiche."),
    )
    introduction = Words(
        label=_("Inleiding"),
        max_length=1000,
        rows=4,
        required=False,
        help_text=_("Waar gaat het over? Twee of drie korte zinnen zijn genoeg."),
    )
    statements = forms.CharField(
        label=_("Stellingen om mee te beginnen"),
        max_length=20_000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Eén stelling op elke regel, hooguit 200 tekens. Schrijf meningen, van meer dan één kant."),
    )
    fixed = Words(
        label=_("Dit staat vast"),
        max_length=600,
        rows=3,
        required=False,
        help_text=_("Waar reacties niets meer aan veranderen."),
    )
    negotiable = Words(
        label=_("Dit is nog open"), max_length=600, rows=3, required=False, help_text=_("Waar het echt over gaat.")
    )
    decider = Words(label=_("Wie erover gaat"), max_length=200, required=False)
    how_heard = Words(
        label=_("Hoe mensen ervan horen"),
        max_length=300,
        rows=2,
        required=False,
        help_text=_("Bijvoorbeeld: op de pagina van deze ronde, en in de wijkkrant."),
    )
    answer_by = forms.DateField(
        label=_("Uiterlijk op"),
        required=False,
        widget=DateInput(),
        help_text=_("Op deze dag heeft iedereen gehoord wat ermee is gedaan. De datum staat op elke pagina."),
    )
    opens_at = forms.DateTimeField(
        label=_("Gaat open op"),
        required=False,
        widget=DateTimeInput(),
        help_text=_("Leeg: zodra u de ronde opent."),
    )
    closes_at = forms.DateTimeField(
        label=_("Sluit op"), required=False, widget=DateTimeInput(), help_text=_("Leeg: als u de ronde sluit.")
    )
    moderation = forms.ChoiceField(
        label=_("Nieuwe stellingen van deelnemers"),
        choices=Moderation.choices,
        initial=Moderation.BEFORE,
        widget=forms.RadioSelect,
    )
    promised_hours = forms.IntegerField(
        label=_("Gelezen binnen (uren)"),
        min_value=1,
        max_value=336,
        initial=24,
        help_text=_(
            "Zo lang wacht een nieuwe stelling hooguit. Deelnemers lezen dit, en de klok loopt zichtbaar mee."
        ),
    )
    assurance = forms.TypedChoiceField(
        label=_("Hoe doen mensen mee?"),
        choices=ways_in,
        coerce=int,
        initial=OPEN_LINK,
        widget=forms.RadioSelect,
        help_text=_("Dit bepaalt hoe hard u de uitkomst mag noemen. Het staat bij elke uitkomst."),
    )
    hand_in_at = Words(
        label=_("Waar men een papieren kaart inlevert"),
        max_length=200,
        required=False,
        help_text=_("Alleen nodig als u kaarten afdrukt. Bijvoorbeeld: bij de balie van het Huis van de Wijk."),
    )
    hand_in_by = forms.DateField(
        label=_("Tot en met welke dag"),
        required=False,
        widget=DateInput(),
        help_text=_("Kaarten kunt u nog intypen als de ronde gesloten is, tot u terugkoppelt."),
    )
    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES, initial="nl")
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    SECTIONS: ClassVar = (
        (_("De vraag"), "", ("title", "question", "introduction")),
        (
            _("Vooraf gezegd"),
            _("Dit lezen mensen voordat u hun iets vraagt. Zonder deze vijf antwoorden kan de ronde niet open."),
            ("fixed", "negotiable", "decider", "how_heard", "answer_by"),
        ),
        (_("De stellingen"), "", ("statements",)),
        (
            _("Hoe het loopt"),
            "",
            ("assurance", "opens_at", "closes_at", "moderation", "promised_hours", "language"),
        ),
        (_("Op papier"), "", ("hand_in_at", "hand_in_by")),
    )

    def __init__(self, *args: Any, changeable: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in changeable and name != "version"]:
            del self.fields[name]
        for name in NEEDED_LATER & self.fields.keys():
            self.fields[name].is_needed_later = True  # type: ignore[attr-defined]  # the label says so

    @property
    def sections(self) -> list[Section]:
        """The parts of the form that have something to fill in."""
        parts = [
            Section(title, lead, [self[name] for name in names if name in self.fields])
            for title, lead, names in self.SECTIONS
        ]
        return [part for part in parts if part.fields]

    def clean_statements(self) -> tuple[str, ...]:
        return plain_lines(self.cleaned_data["statements"])

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def clean_question(self) -> str:
        return one_line(self.cleaned_data["question"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        opens, closes = given.get("opens_at"), given.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("De ronde sluit voordat die opengaat. Kies een later moment."))
        elif closes and closes <= timezone.now() and "closes_at" in self.changed_data:
            self.add_error("closes_at", _("Dit moment is al voorbij. Kies een later moment."))
        self._hears_after_closing(given.get("answer_by"), closes)
        return given

    def _hears_after_closing(self, day: date | None, closes: datetime | None) -> None:
        if "answer_by" not in self.fields:
            if closes and (promised := self.initial.get("answer_by")) and promised < timezone.localdate(closes):
                self.add_error("closes_at", _("Dan is de dag waarop mensen ervan horen al voorbij."))
        elif day and closes and day < timezone.localdate(closes):
            self.add_error("answer_by", _("Op deze dag kan men nog reageren. Kies een dag na het sluiten."))

    def given(self) -> dict[str, Any]:
        """What was filled in, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class AnswerForm(forms.Form):
    answer = Words(
        label=_("Wat ermee is gedaan"),
        max_length=5000,
        rows=12,
        help_text=_("Wat neemt u over, wat niet, en waarom? Noem ook wat een kleine groep belangrijk vond."),
    )


class CorrectForm(AnswerForm):
    reason = Words(
        label=_("Waarom de tekst verandert"),
        max_length=500,
        rows=3,
        help_text=_("Iedereen leest dit, met wat er eerst stond."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PostponeForm(forms.Form):
    until = forms.DateField(label=_("Nieuwe datum"), widget=DateInput())
    reason = Words(
        label=_("Waarom het later wordt"),
        max_length=500,
        rows=3,
        help_text=_("Iedereen leest dit, naast de datum die eerst was beloofd."),
    )

    def __init__(self, *args: Any, promised: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.promised = promised

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until <= self.promised:
            raise forms.ValidationError(_("Kies een dag na de dag die al is beloofd."))
        if until < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt."))
        return until
