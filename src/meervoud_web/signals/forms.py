"""What people fill in about signals: little when it is reported, the rest when it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from meervoud_web.signals.actions import Report, Snapshot
from meervoud_web.signals.actions.read import Found
from meervoud_web.signals.models import Observer, Signal, Theme
from meervoud_web.signals.models.signal import LONGEST, MIDDLE
from meervoud_web.signals.photograph import MOST_BYTES
from meervoud_web.ui.forms import DateInput
from meervoud_web.ui.written import Lines, OneLine

REASONS = {
    "unexpected": _("Het past niet bij wat wij dachten."),
    "again": _("Wij horen het vaker."),
    "touches": _("Het raakt iets wat nu speelt."),
    "alone": _("Het staat op zichzelf."),
    "known": _("Wij wisten dit al."),
}
"""Reasons that come back; one click instead of a sentence."""
PHOTO_REFUSED = {
    "too-large": _("Deze foto is groter dan 8 MB. Kies een kleinere, of stuur het signaal zonder foto."),
    "no-photo": _("Dit is geen foto die wij kunnen lezen. Kies een JPEG, PNG of WebP."),
    "too-many-pixels": _("Deze foto is te groot om te lezen. Maak hem kleiner, of stuur het signaal zonder foto."),
}
"""Why a photo is not taken, in words."""
OWN_WORDS = "own"
HOW_STRANGE = {
    1: _("1: dit kennen wij"),
    2: _("2: een beetje anders"),
    3: _("3: opvallend"),
    4: _("4: vreemd"),
    5: _("5: nooit eerder gezien"),
}
HOW_LARGE = {
    1: _("1: klein, voor een enkeling"),
    2: _("2: voor een paar mensen"),
    3: _("3: voor een straat of een groep"),
    4: _("4: voor een hele wijk"),
    5: _("5: voor de hele opgave"),
}


class ReportForm(forms.Form):
    """What was seen, where, and by whom in which role: thirty seconds."""

    tekst = Lines(
        label=_("Wat viel u op?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén of twee zinnen. Schrijf geen namen, adressen of telefoonnummers op."),
        error_messages={"required": _("Schrijf eerst wat u opviel.")},
    )
    plek = OneLine(
        label=_("Waar?"), max_length=120, required=False, help_text=_("Een buurt, een straat of een plek.")
    )
    rol = forms.ChoiceField(
        label=_("U zag dit als"),
        choices=Observer.choices,
        initial=Observer.RESIDENT,
        error_messages={"required": _("Kies in welke rol u dit zag.")},
    )
    organisatie = OneLine(label=_("Organisatie"), max_length=100, required=False)
    foto = forms.FileField(
        label=_("Foto"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_(
            "Zet niemand herkenbaar op de foto, en ook geen kenteken of huisnummer. "
            "Wij halen eruit waar en wanneer hij is gemaakt. JPEG, PNG of WebP, hooguit 8 MB."
        ),
    )
    foto_toont = OneLine(
        label=_("Wat is er op de foto te zien?"),
        max_length=200,
        required=False,
        help_text=_("Voor wie de foto niet kan zien."),
    )

    def clean_foto(self) -> UploadedFile[bytes] | None:
        """Refuse what is too large before anybody reads it."""
        sent: UploadedFile[bytes] | None = self.cleaned_data["foto"]
        if sent is not None and (sent.size or 0) > MOST_BYTES:
            raise forms.ValidationError(PHOTO_REFUSED["too-large"])
        return sent

    def clean(self) -> dict[str, Any]:
        """A photo is described, for who cannot see it."""
        given = self.cleaned_data
        if given.get("foto") and not given.get("foto_toont") and "foto_toont" not in self.errors:
            self.add_error("foto_toont", _("Schrijf in een paar woorden wat er op de foto te zien is."))
        return given

    def snapshot(self) -> Snapshot | None:
        """Return the photo as it came in, if there is one."""
        sent = self.cleaned_data["foto"]
        return Snapshot(data=sent.read(), shows=self.cleaned_data["foto_toont"]) if sent else None

    @property
    def words(self) -> str:
        """Everything that was written in it and that may give somebody away."""
        return "\n".join(filter(None, (self.cleaned_data["tekst"], self.cleaned_data["foto_toont"])))

    def report(self) -> Report:
        """Return what was filled in."""
        given = self.cleaned_data
        return Report(
            seen=given["tekst"],
            place=given["plek"],
            observer=Observer(given["rol"]),
            organisation=given["organisatie"],
        )


class ReadingForm(forms.Form):
    """Why a signal is what the button says, and what else the reader knows of it."""

    reden = forms.ChoiceField(
        label=_("Waarom?"),
        choices=[*REASONS.items(), (OWN_WORDS, _("Anders, in eigen woorden"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een reden, of schrijf er zelf een.")},
    )
    woorden = OneLine(label=_("In eigen woorden"), max_length=400, required=False)
    vreemd = forms.TypedChoiceField(
        label=_("Hoe vreemd is het?"), choices=list(HOW_STRANGE.items()), coerce=int, initial=MIDDLE
    )
    groot = forms.TypedChoiceField(
        label=_("Hoe groot kan het worden?"), choices=list(HOW_LARGE.items()), coerce=int, initial=MIDDLE
    )
    thema = forms.ChoiceField(
        label=_("Waar speelt het?"), choices=[("", _("weet ik nog niet")), *Theme.choices], required=False
    )
    raakt = OneLine(
        label=_("Wat raakt het?"),
        max_length=200,
        required=False,
        help_text=_("Een aanname, een dilemma of iets anders waar u aan werkt."),
    )
    kijken = forms.DateField(
        label=_("Wanneer kijken wij weer?"),
        required=False,
        widget=DateInput(),
        help_text=_("Leeg: over vier weken, bij handelen over een week, bij ruis niet."),
    )
    hoort_bij = forms.ModelChoiceField(
        label=_("Gaat het over hetzelfde als een eerder signaal?"),
        queryset=Signal.objects.none(),
        required=False,
        empty_label=_("nee, of dat weet ik niet"),
        help_text=_("Dan telt het daar mee als bevestiging."),
    )
    nummer = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, given: Mapping[str, Any] | None, *, signal: Signal, earlier: Sequence[int]) -> None:
        initial = {
            "vreemd": signal.strangeness,
            "groot": signal.impact,
            "thema": signal.theme,
            "raakt": signal.touches,
            "hoort_bij": signal.belongs_to_id,
            "nummer": signal.readings.count() + 1,
        }
        super().__init__(given, initial=initial)
        choice = self.fields["hoort_bij"]
        if isinstance(choice, forms.ModelChoiceField):
            others = Signal.objects.filter(
                challenge=signal.challenge_id, pk__in=[*earlier, signal.belongs_to_id or 0]
            )
            choice.queryset = others.exclude(pk=signal.pk).select_related("belongs_to")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("reden") == OWN_WORDS and "woorden" in given and not given["woorden"]:
            self.add_error("woorden", _("Kies een reden, of schrijf er zelf een."))
        return given

    def why(self) -> str:
        """The reason in one text: the one that was chosen, and what the reader adds."""
        chosen = REASONS.get(self.cleaned_data["reden"])
        return " ".join(part for part in (str(chosen or ""), self.cleaned_data["woorden"]) if part)

    def found(self) -> Found:
        """Return what was filled in beside the reason."""
        given = self.cleaned_data
        return Found(
            impact=given["groot"],
            strangeness=given["vreemd"],
            theme=Theme(given["thema"]) if given["thema"] else None,
            touches=given["raakt"],
            next_look_on=given["kijken"],
            belongs_to=given["hoort_bij"],
        )


class ShowForm(forms.Form):
    """In which words everyone may read it."""

    woorden = OneLine(
        label=_("Zo leest iedereen het"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Schrijf het zo dat niemand te herkennen is."),
        error_messages={"required": _("Schrijf in welke woorden iedereen het mag lezen.")},
    )


class TakePhotoAwayForm(forms.Form):
    """Why a photo has to go."""

    reden = OneLine(
        label=_("Waarom moet de foto weg?"),
        max_length=300,
        help_text=_("De reden komt in het journaal. Noem niemand bij naam."),
    )
