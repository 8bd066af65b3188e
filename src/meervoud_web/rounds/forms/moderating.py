"""What somebody who reads for a round fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.rounds.forms.words import Words, one_line
from meervoud_web.rounds.models import Rule
from meervoud_web.rounds.models.submission import LONGEST


class RefuseForm(forms.Form):
    rule = forms.ChoiceField(
        label=_("Waarom tonen wij deze stelling niet?"),
        choices=Rule.choices,
        widget=forms.RadioSelect,
        help_text=_("Alleen deze redenen gelden. De indiener leest de reden en uw uitleg."),
    )
    explanation = Words(
        label=_("Uitleg voor de indiener"),
        max_length=500,
        rows=3,
        help_text=_("Kort en vriendelijk. Zeg ook hoe de stelling wel kan meedoen."),
    )


class RedactForm(forms.Form):
    text = Words(
        label=_("De stelling zonder persoonsgegevens"),
        max_length=LONGEST,
        rows=3,
        help_text=_("Haal alleen weg wat naar een persoon wijst. De oude woorden worden niet bewaard."),
    )

    def __init__(self, *args: Any, original: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.original = original

    def clean_text(self) -> str:
        text = one_line(self.cleaned_data["text"])
        if text == one_line(self.original):
            raise forms.ValidationError(_("Er is niets weggehaald. Laat de stelling dan meedoen zoals die is."))
        return text


class MergeForm(forms.Form):
    statement = forms.TypedChoiceField(
        label=_("Samenvoegen met"),
        coerce=int,
        help_text=_("De stellingen die er het meest op lijken, staan bovenaan."),
    )

    def __init__(self, *args: Any, statements: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["statement"].choices = list(statements)  # type: ignore[attr-defined]


class AppealForm(forms.Form):
    is_granted = forms.TypedChoiceField(
        label=_("Wat kiest u?"),
        choices=((True, _("de stelling doet alsnog mee")), (False, _("het blijft zo"))),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    answer = Words(
        label=_("Antwoord aan de indiener"),
        max_length=500,
        rows=3,
        help_text=_("Zeg waarom. De indiener leest dit met de volgcode."),
    )


class ForwardForm(forms.Form):
    to = Words(
        label=_("Doorgegeven aan"),
        max_length=200,
        help_text=_("Wie of welke dienst, bijvoorbeeld: wijkteam Noord, mevrouw Bakker."),
    )
    note = Words(label=_("Opmerking"), max_length=500, rows=2, required=False)

    def clean_to(self) -> str:
        return one_line(self.cleaned_data["to"])


class ProposeForm(forms.Form):
    question = Words(
        label=_("Welke vraag zou u iedereen willen stellen?"),
        max_length=300,
        rows=2,
        help_text=_("Eén vraag, in uw eigen woorden."),
    )
    reason = Words(
        label=_("Waarom is dit belangrijk?"),
        max_length=1000,
        rows=5,
        help_text=_("Schrijf geen namen, adressen of telefoonnummers op."),
    )
    key = forms.CharField(widget=forms.HiddenInput, min_length=32, max_length=64)

    def clean_question(self) -> str:
        return one_line(self.cleaned_data["question"])


class AnswerProposalForm(forms.Form):
    is_taken_up = forms.TypedChoiceField(
        label=_("Wat doet u ermee?"),
        choices=((True, _("ik neem het over: er komt een concept")), (False, _("ik neem het niet over"))),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    answer = Words(
        label=_("Antwoord aan wie het voorstelde"),
        max_length=2000,
        rows=5,
        help_text=_("Zeg waarom wel of niet, en hoe het verdergaat."),
    )
