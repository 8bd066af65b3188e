"""What is filled in when the course goes to a new administration."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.course.actions import Administration, LineAnswer
from meervoud_web.course.models import HandedLine, Handover, MainLine, Verdict
from meervoud_web.ui.forms import DateInput

VERDICTS = (
    (Verdict.CONFIRMED, _("Bevestigen: wij houden eraan vast, in dezelfde woorden.")),
    (Verdict.CHANGED, _("Wijzigen: de richting blijft, de woorden veranderen.")),
    (Verdict.REVERSED, _("Keren: wij slaan een andere richting in.")),
)


class HandoverForm(forms.ModelForm[Handover]):
    class Meta:
        model = Handover
        fields = ("administration", "starts_on", "former")
        widgets: ClassVar = {"starts_on": DateInput()}
        labels: ClassVar = {
            "administration": _("Hoe heet het nieuwe bestuur?"),
            "starts_on": _("Op welke dag begon of begint het?"),
            "former": _("Hoe heet het bestuur dat de koers overdraagt?"),
        }
        help_texts: ClassVar = {"administration": _("Bijvoorbeeld: college 2026–2030.")}

    def given(self) -> Administration:
        """Return what was filled in."""
        return Administration(**{name: self.cleaned_data[name] for name in Administration.__dataclass_fields__})


class LineAnswerForm(forms.ModelForm[HandedLine]):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    verdict = forms.ChoiceField(
        label=_("Wat doet het nieuwe bestuur met deze hoofdlijn?"), choices=VERDICTS, widget=forms.RadioSelect
    )

    class Meta:
        model = HandedLine
        fields = ("verdict", "becomes", "reason", "decided_by", "mandate")
        widgets: ClassVar = {
            "becomes": forms.Textarea(attrs={"rows": 2}),
            "reason": forms.Textarea(attrs={"rows": 5}),
        }
        labels: ClassVar = {
            "becomes": _("De nieuwe zin"),
            "reason": _("Waarom?"),
            "decided_by": _("Wie zegt dit?"),
            "mandate": _("Met welk mandaat?"),
        }
        help_texts: ClassVar = {
            "becomes": _("Nodig bij wijzigen. Bij keren zegt u hier waarheen dan wel, als dat al te zeggen is."),
            "reason": _("Ook wie bevestigt, zegt waarom: dat is wat later telt."),
            "decided_by": _("Noem een rol of een groep, bijvoorbeeld: het college."),
        }

    def __init__(self, *args: Any, line: MainLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line

    def clean(self) -> dict[str, Any]:
        """A change needs other words, a reversal may have them, and what is confirmed keeps its own."""
        given = super().clean() or {}
        verdict, becomes = given.get("verdict"), given.get("becomes", "")
        if verdict == Verdict.CONFIRMED:
            given["becomes"] = ""
        elif verdict == Verdict.CHANGED and not becomes:
            self.add_error("becomes", _("Hoe luidt de hoofdlijn voortaan?"))
        elif becomes and becomes == self.line.sentence:
            self.add_error("becomes", _("Dit is de zin die er al staat."))
        return given

    def has_now_seen(self, answer: HandedLine | None) -> None:
        """Whoever sends the same form again has read the answer that stood there meanwhile."""
        self.data = {name: self.data.get(name) for name in self.data} | {
            "version": answer.version if answer else 0
        }

    def answer(self) -> LineAnswer:
        """Return what was filled in."""
        given = {name: self.cleaned_data[name] for name in LineAnswer.__dataclass_fields__}
        return LineAnswer(**given | {"verdict": Verdict(given["verdict"])})
