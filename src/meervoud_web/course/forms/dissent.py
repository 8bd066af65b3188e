"""What is filled in by who sees it otherwise, and by who answers."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.course.actions import DissentText
from meervoud_web.course.models import Dissent, DissentAnswer, Openness

WHO_READS = _("Wie aan de opgave werkt en de opdrachtgevers lezen dit, met uw naam.")


class OpennessForm(forms.Form):
    openness = forms.ChoiceField(
        label=_("Mag dit in een openbaar stuk?"),
        choices=Openness.choices,
        initial=Openness.INTERNAL,
        widget=forms.RadioSelect,
        help_text=_(
            "Dit is een persoonlijke opvatting voor intern beraad (Woo, artikel 5.2): zij staat nooit op een "
            "openbare pagina, en in een openbaar stuk alleen als u dat goedvindt of als niemand u erin herkent."
        ),
    )

    def allowed(self) -> Openness:
        """Return what its author allows."""
        return Openness(self.cleaned_data["openness"])


class CorrectDissentForm(forms.ModelForm[Dissent]):
    class Meta:
        model = Dissent
        fields = ("otherwise", "why", "trade")
        widgets: ClassVar = {"why": forms.Textarea(attrs={"rows": 7})}
        labels: ClassVar = {
            "otherwise": _("Wat zou u anders doen?"),
            "why": _("Waarom?"),
            "trade": _("Vanuit welk vak zegt u dit?"),
        }
        help_texts: ClassVar = {
            "otherwise": _("In één zin."),
            "why": WHO_READS,
            "trade": _("Een vak en geen naam, bijvoorbeeld: wijkverpleging, financiën."),
        }

    def text(self) -> DissentText:
        """Return what was filled in."""
        return DissentText(**{name: self.cleaned_data[name] for name in DissentText.__dataclass_fields__})


class DissentForm(OpennessForm, CorrectDissentForm):
    field_order = ("otherwise", "why", "trade", "openness")

    class Meta(CorrectDissentForm.Meta):
        pass


class AdditionForm(forms.Form):
    text = forms.CharField(
        label=_("Wat wilt u eraan toevoegen?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=WHO_READS,
    )


class DissentAnswerForm(forms.ModelForm[DissentAnswer]):
    class Meta:
        model = DissentAnswer
        fields = ("reply", "reason", "decided_by")
        widgets: ClassVar = {"reply": forms.RadioSelect, "reason": forms.Textarea(attrs={"rows": 5})}
        labels: ClassVar = {
            "reply": _("Wat doet u ermee?"),
            "reason": _("Waarom?"),
            "decided_by": _("Namens wie antwoordt u?"),
        }
        help_texts: ClassVar = {"reason": _("Wie het schreef, leest uw antwoord. Het blijft ernaast staan.")}
