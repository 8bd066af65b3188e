"""What people fill in about a challenge and about the municipality."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.actions import ChallengeText, ChallengeWords
from meervoud_web.challenges.models import Challenge, Involvement, Municipality, Status
from meervoud_web.ui.forms import DateInput


class ChallengeForm(forms.ModelForm[Challenge]):
    class Meta:
        model = Challenge
        fields = ("title", "question", "importance", "concerns", "status", "is_public")
        widgets: ClassVar = {
            "question": forms.Textarea(attrs={"rows": 3}),
            "importance": forms.Textarea(attrs={"rows": 6}),
            "concerns": forms.Textarea(attrs={"rows": 4}),
            "status": forms.RadioSelect,
        }

    def text(self) -> ChallengeText:
        """Return what was filled in."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return ChallengeText(**{**given, "status": Status(given["status"])})


class EditChallengeForm(forms.ModelForm[Challenge]):
    """The words that change without a reason; remembers which version the editor was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    class Meta:
        model = Challenge
        fields = ("title", "importance", "concerns", "is_public")
        widgets: ClassVar = {
            "importance": forms.Textarea(attrs={"rows": 6}),
            "concerns": forms.Textarea(attrs={"rows": 4}),
        }

    def words(self) -> ChallengeWords:
        """Return what was filled in."""
        return ChallengeWords(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class QuestionForm(forms.Form):
    """The question in other words, and why."""

    question = forms.CharField(
        label=_("De vraag"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De vraag waar het om gaat, in gewone woorden."),
    )
    reason = forms.CharField(
        label=_("Waarom vraagt u het anders?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Iedereen die de opgave mag lezen, leest ook dit."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class TurnForm(forms.Form):
    """What the challenge asks for now, and why."""

    status = forms.ChoiceField(
        label=_("Wat vraagt de opgave nu?"), choices=Status.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Terug mag altijd. Iedereen die de opgave mag lezen, leest ook dit."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class InvolvementForm(forms.ModelForm[Involvement]):
    class Meta:
        model = Involvement
        fields = ("person", "role", "organisation", "starts_on", "ends_on", "why")
        widgets: ClassVar = {"starts_on": DateInput(), "ends_on": DateInput()}
        help_texts: ClassVar = {
            "organisation": _("Alleen als iemand voor een andere organisatie meedoet."),
            "ends_on": _("Daarna vervalt de rol vanzelf. Een externe adviseur heeft altijd een einddatum."),
        }


class EndForm(forms.Form):
    why = forms.CharField(label=_("Waarom?"), max_length=300, required=False)


class MunicipalityForm(forms.ModelForm[Municipality]):
    formal_link = forms.URLField(
        label=_("Pagina voor zienswijze, bezwaar, aanvraag of melding"),
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("Onderaan elke pagina staat dat dit geen zienswijze, bezwaar, aanvraag of melding is."),
    )

    class Meta:
        model = Municipality
        fields = ("name", "formal_link", "contact_email")


class RedactionForm(forms.Form):
    words = forms.CharField(
        label=_("Welke woorden moeten weg?"),
        min_length=2,
        max_length=500,
        help_text=_("Precies zoals ze er staan. Op die plek komt [weggelakt] te staan."),
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=300,
        help_text=_("Dit komt in de tijdlijn. Herhaal dus niet wat u weglakt."),
    )

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        words = self.cleaned_data.get("words")
        if words and words.casefold() in reason.casefold():
            raise forms.ValidationError(_("In de reden staat wat u wilt weglakken. Schrijf het anders op."))
        return reason
