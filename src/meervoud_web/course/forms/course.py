"""What people fill in about the course of a challenge."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.course.actions import AssumptionText, ChoiceText
from meervoud_web.course.models import (
    Assumption,
    Choice,
    Evidence,
    Judgement,
    MainLine,
    Outcome,
    PublicValue,
)
from meervoud_web.ui.forms import DateInput, SeveralRows

STARTS = ((30, _("wij twijfelen")), (50, _("wij weten het niet")), (70, _("wij denken van wel")))
EVERYBODY_READS = _("Iedereen die de opgave mag lezen, leest ook dit.")


class MainLineForm(forms.ModelForm[MainLine]):
    class Meta:
        model = MainLine
        fields = ("sentence", "why")
        widgets: ClassVar = {"why": forms.Textarea(attrs={"rows": 4})}
        labels: ClassVar = {"sentence": _("De hoofdlijn, in één zin"), "why": _("Waarom deze richting?")}
        help_texts: ClassVar = {"sentence": _("Waar houdt u jaren aan vast, ook als de weg erheen verandert?")}


class LetGoForm(forms.Form):
    why = forms.CharField(
        label=_("Waarom laat u haar los?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=EVERYBODY_READS,
    )


class PublicValueForm(forms.ModelForm[PublicValue]):
    class Meta:
        model = PublicValue
        fields = ("name", "kind", "at_stake")
        widgets: ClassVar = {"kind": forms.RadioSelect, "at_stake": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {
            "name": _("Publieke waarde, in een paar woorden"),
            "kind": _("Wat voor waarde is het?"),
            "at_stake": _("Wat staat er op het spel?"),
        }


class AssumptionForm(forms.ModelForm[Assumption]):
    start = forms.TypedChoiceField(
        label=_("Hoe zeker bent u nu, voordat u ernaar kijkt?"),
        choices=STARTS,
        coerce=int,
        initial=50,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Assumption
        fields = (
            "title",
            "condition",
            "result",
            "because",
            "provided",
            "start",
            "main_line",
            "rests_on",
            "valid_until",
        )
        field_classes: ClassVar = {"rests_on": SeveralRows}
        widgets: ClassVar = {"valid_until": DateInput(), "rests_on": forms.CheckboxSelectMultiple}
        labels: ClassVar = {
            "title": _("De aanname, in het kort"),
            "condition": _("Als …"),
            "result": _("dan …"),
            "because": _("omdat …"),
            "provided": _("mits …"),
            "main_line": _("Bij welke hoofdlijn hoort zij?"),
            "rests_on": _("Rust zij op andere aannames?"),
            "valid_until": _("Tot en met wanneer is zij houdbaar?"),
        }
        help_texts: ClassVar = {
            "title": _("Bijvoorbeeld: buren kennen elkaar goed genoeg om hulp te vragen."),
            "valid_until": _("Daarna vraagt Meervoud om opnieuw te kijken naar alles wat erop rust."),
        }

    def __init__(self, *args: Any, challenge: Challenge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["main_line"].queryset = challenge.main_lines.filter(let_go_at=None)  # type: ignore[attr-defined]
        self.fields["rests_on"].queryset = challenge.assumptions.all()  # type: ignore[attr-defined]
        if not challenge.assumptions.exists():
            del self.fields["rests_on"]

    def text(self) -> AssumptionText:
        """Return what was filled in."""
        return AssumptionText(**{name: self.cleaned_data[name] for name in AssumptionText.__dataclass_fields__})


class RenewForm(forms.Form):
    valid_until = forms.DateField(
        label=_("Tot en met wanneer is zij houdbaar?"),
        required=False,
        widget=DateInput(),
        help_text=_("Laat leeg als alleen aanwijzingen haar kunnen breken."),
    )
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=EVERYBODY_READS,
    )


class EvidenceForm(forms.ModelForm[Evidence]):
    class Meta:
        model = Evidence
        fields = ("text", "source")
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 4})}
        labels: ClassVar = {"text": _("Wat zag of hoorde u?"), "source": _("Waar komt het vandaan?")}
        help_texts: ClassVar = {
            "text": _("Zonder namen van inwoners: iedereen die de opgave mag lezen, leest dit."),
            "source": _("Noem een bron steeds gelijk: wat uit één bron komt, telt één keer helemaal mee."),
        }


class JudgementForm(forms.ModelForm[Judgement]):
    class Meta:
        model = Judgement
        fields = ("finding", "quality", "why")
        widgets: ClassVar = {
            "finding": forms.RadioSelect,
            "quality": forms.RadioSelect,
            "why": forms.Textarea(attrs={"rows": 3}),
        }
        labels: ClassVar = {
            "finding": _("Wat zegt dit over de aanname?"),
            "quality": _("Hoe goed is het nagegaan?"),
            "why": _("Waarom vindt u dat?"),
        }


class ChoiceForm(forms.ModelForm[Choice]):
    class Meta:
        model = Choice
        fields = (
            "what",
            "chosen_by",
            "mandate",
            "chosen_on",
            "weighed",
            "on_monday",
            "courage",
            "assumptions",
            "builds_on",
        )
        field_classes: ClassVar = {"assumptions": SeveralRows, "builds_on": SeveralRows}
        widgets: ClassVar = {
            "chosen_on": DateInput(),
            "weighed": forms.Textarea(attrs={"rows": 5}),
            "on_monday": forms.Textarea(attrs={"rows": 3}),
            "courage": forms.Textarea(attrs={"rows": 3}),
            "assumptions": forms.CheckboxSelectMultiple,
            "builds_on": forms.CheckboxSelectMultiple,
        }
        labels: ClassVar = {
            "what": _("Wat is er gekozen?"),
            "chosen_by": _("Door wie?"),
            "mandate": _("Met welk mandaat?"),
            "chosen_on": _("Wanneer?"),
            "weighed": _("Weloverwogen: wat woog u af?"),
            "on_monday": _("Doortastend: wat doet u maandag?"),
            "courage": _("Lef: wat vraagt moed, en wie staat erachter?"),
            "assumptions": _("Op welke aannames rust deze keuze?"),
            "builds_on": _("Bouwt zij voort op eerdere keuzes?"),
        }
        help_texts: ClassVar = {
            "chosen_by": _("Noem een rol of een groep, bijvoorbeeld: het team met de directie."),
            "assumptions": _("Breekt er een, dan staat deze keuze vanzelf in de lijst om te heroverwegen."),
        }

    def __init__(self, *args: Any, challenge: Challenge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("assumptions", challenge.assumptions.all()), ("builds_on", challenge.choices.all())):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            if not rows.exists():
                del self.fields[name]

    def text(self) -> ChoiceText:
        """Return what was filled in."""
        return ChoiceText(**{name: self.cleaned_data[name] for name in ChoiceText.__dataclass_fields__})


class SecondLookForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Wat komt eruit?"), choices=Outcome.choices, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=EVERYBODY_READS,
    )
