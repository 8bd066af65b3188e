"""What people fill in about a challenge and about the municipality."""

from __future__ import annotations

from typing import ClassVar

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.actions import ChallengeText
from meervoud_web.challenges.models import Challenge, Municipality, Status


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


class EditChallengeForm(ChallengeForm):
    """Remembers which version the editor was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


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
