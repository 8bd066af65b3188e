"""What is filled in about people who are followed, and by them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.stories.actions import Given, Told
from meervoud_web.stories.models import Consent, Domain, Reach, Story
from meervoud_web.ui.forms import DateInput


class ConsentForm(forms.ModelForm[Consent]):
    class Meta:
        model = Consent
        fields = ("purpose", "reach", "until", "how")
        widgets: ClassVar = {"until": DateInput(), "reach": forms.RadioSelect}
        labels: ClassVar = {
            "purpose": _("Waarvoor geeft de verteller toestemming?"),
            "reach": _("Wie mag de verhalen lezen?"),
            "until": _("Tot en met welke dag?"),
            "how": _("Hoe gaf de verteller toestemming?"),
        }
        help_texts: ClassVar = {
            "purpose": _("In de woorden waarin u het vroeg."),
            "until": _("Daarna gaat alles van deze verteller vanzelf weg."),
            "how": _("Bijvoorbeeld: met een handtekening op papier, aan de keukentafel."),
        }

    def clean_until(self) -> Any:
        """A day that has passed would let everything go at once."""
        until = self.cleaned_data["until"]
        if until < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return until

    def given(self) -> Given:
        """Return what was consented to."""
        given = {name: self.cleaned_data[name] for name in Given.__dataclass_fields__}
        return Given(**given | {"reach": Reach(given["reach"])})


class FollowForm(ConsentForm):
    pseudonym = forms.CharField(
        label=_("Schuilnaam"),
        max_length=60,
        help_text=_("Laat de verteller zelf kiezen. Nooit een echte naam, en geen initialen."),
    )
    field_order = ("pseudonym", "purpose", "reach", "until", "how")


class StoryForm(forms.ModelForm[Story]):
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Story
        fields = ("domain", "told_on", "text", "change", "matters")
        widgets: ClassVar = {
            "told_on": DateInput(),
            "domain": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 9}),
            "change": forms.Textarea(attrs={"rows": 3}),
            "matters": forms.Textarea(attrs={"rows": 3}),
        }
        labels: ClassVar = {
            "domain": _("Waarin veranderde er iets?"),
            "told_on": _("Wanneer verteld?"),
            "text": _("Het verhaal, in de woorden van de verteller"),
            "change": _("Wat veranderde er sinds de vorige keer?"),
            "matters": _("Waarom doet dat ertoe, volgens de verteller?"),
        }
        help_texts: ClassVar = {"text": _("Zonder namen, adressen of ziektes waaraan iemand te herkennen is.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["request_id"].initial = uuid4
        self.fields["domain"].choices = Domain.choices  # type: ignore[attr-defined]

    def clean_told_on(self) -> Any:
        """What is told was told by now."""
        if self.cleaned_data["told_on"] > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return self.cleaned_data["told_on"]

    def told(self) -> Told:
        """Return what was told."""
        given = {name: self.cleaned_data[name] for name in Told.__dataclass_fields__}
        return Told(**given | {"domain": Domain(given["domain"])})


class AloudForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    how = forms.CharField(
        label=_("Hoe heeft de verteller het gehoord of gelezen?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: voorgelezen aan de keukentafel."),
    )


class PeriodForm(forms.Form):
    domain = forms.ChoiceField(label=_("Waarin veranderde er iets?"), choices=Domain.choices)
    since = forms.DateField(label=_("Van"), widget=DateInput())
    until = forms.DateField(label=_("Tot en met"), widget=DateInput())

    def clean(self) -> dict[str, Any]:
        """A period runs forward."""
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("De einddatum ligt voor de begindatum."))
        return given


class ChooseForm(forms.Form):
    story = forms.TypedChoiceField(
        label=_("Welk verhaal is het meest betekenisvol?"), coerce=int, widget=forms.RadioSelect
    )
    panel = forms.CharField(
        label=_("Wie kozen?"),
        max_length=120,
        help_text=_("Een groep en geen namen, bijvoorbeeld: vijf mantelzorgers uit Oost."),
    )
    reason = forms.CharField(
        label=_("Waarom dit verhaal?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("De reden telt meer dan de keuze. De andere verhalen blijven staan."),
    )

    def __init__(self, *args: Any, stories: Iterable[Story], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["story"].choices = [(one.pk, str(one)) for one in stories]  # type: ignore[attr-defined]
