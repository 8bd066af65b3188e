"""What people fill in about how they see a challenge."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.queries.roles import involved_now
from meervoud_web.framings import rules
from meervoud_web.framings.actions import FramingWords, Judged
from meervoud_web.framings.models import Framing, FramingVersion, LadderPosition, View, WickednessJudgement
from meervoud_web.people.models import Person
from meervoud_web.ui.forms import DateInput

OURS = (View.ACTUAL, View.OURS)


class WordsForm(forms.ModelForm[FramingVersion]):
    """How an actor sees the challenge."""

    class Meta:
        model = FramingVersion
        fields = ("words", *FramingVersion.PARTS)
        widgets: ClassVar = {name: forms.Textarea(attrs={"rows": 3}) for name in FramingVersion.PARTS}
        help_texts: ClassVar = {
            "words": _("Eén zin, zoals de actor het zelf zegt."),
            "problem": _("In de woorden van de actor, en zo kort dat vier kijken naast elkaar passen."),
        }

    def given(self) -> FramingWords:
        """Return what was filled in."""
        return FramingWords(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class BeginForm(WordsForm):
    """The first version: whose it is, too. Who may write for others says who speaks for the actor."""

    actor = forms.CharField(
        label=_("Wiens kijk is dit?"),
        max_length=60,
        help_text=_("Een organisatie of een groep mensen, zoals “mantelzorgers in Oost”."),
    )
    holder = forms.ModelChoiceField(
        label=_("Wie spreekt voor deze actor?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("nog niemand"),
        help_text=_("Schrijft u namens een ander, dan bevestigt of betwist deze mens wat u schreef."),
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput)

    field_order = ("actor", "holder", "words", *FramingVersion.PARTS)

    def __init__(self, *args: Any, challenge: Challenge, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_id", uuid4())
        self.initial.setdefault("holder", person.pk)
        people = {part.person_id for part in involved_now(challenge)} | {person.pk}
        holders = self.fields["holder"]
        if rules.may_write_for_others(person, challenge):
            holders.queryset = Person.objects.filter(pk__in=people, is_active=True)  # type: ignore[attr-defined]
        else:
            del self.fields["holder"]


class RewriteForm(WordsForm):
    """A new version, and why."""

    reason = forms.CharField(
        label=_("Waarom schrijft u het anders?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Wie deze versie mag lezen, leest ook dit."),
    )
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class AnswerForm(forms.Form):
    """Whether the actor recognises themselves, and if not, in what."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    answer = forms.ChoiceField(
        label=_("Herkent u zich hierin?"),
        choices=[("yes", _("ja, zo zien wij het")), ("no", _("nee, dit klopt niet"))],
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label=_("Wat klopt er niet?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen bij nee. Uw woorden staan dan naast de tekst."),
    )

    def clean(self) -> dict[str, Any]:
        """Who says no says in what."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("answer") == "no" and not given.get("what"):
            self.add_error("what", _("Schrijf op wat er niet klopt, dan kan het beter."))
        return given


class SpeakerForm(forms.Form):
    """Who speaks for an actor for whom nobody spoke yet."""

    holder = forms.ModelChoiceField(label=_("Wie spreekt voor deze actor?"), queryset=Person.objects.none())

    def __init__(self, *args: Any, challenge: Challenge, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = {part.person_id for part in involved_now(challenge)} - {person.pk}
        holders = Person.objects.filter(pk__in=people, is_active=True)
        self.fields["holder"].queryset = holders  # type: ignore[attr-defined]


class JudgeForm(forms.ModelForm[WickednessJudgement]):
    """Three questions, each with a reason."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = WickednessJudgement
        fields = ("agreed", "agreed_why", "known", "known_why", "foreseen", "foreseen_why")
        widgets: ClassVar = dict.fromkeys(WickednessJudgement.QUESTIONS, forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_id", uuid4())
        for name in WickednessJudgement.QUESTIONS:
            field = self.fields[name]
            field.choices = field.choices[-5:]  # type: ignore[attr-defined]  # without the empty one

    def given(self) -> Judged:
        """Return what was filled in."""
        return Judged(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class TopicForm(forms.Form):
    """In what the government has a role."""

    about = forms.CharField(
        label=_("Waarin heeft de overheid een rol?"),
        max_length=120,
        help_text=_("Zoals “het netwerk in Oost” of “vervoer naar de dagbesteding”."),
    )


class PlaceForm(forms.ModelForm[LadderPosition]):
    """A step of the ladder. Who speaks for an actor says what the actor wants; who works on it says the rest."""

    of = forms.ChoiceField(label=_("Waarvan zegt u iets?"), widget=forms.RadioSelect)
    request_id = forms.UUIDField(widget=forms.HiddenInput)

    field_order = ("of", "rung", "since", "why")

    class Meta:
        model = LadderPosition
        fields = ("rung", "since", "why")
        widgets: ClassVar = {
            "rung": forms.RadioSelect,
            "since": DateInput(),
            "why": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, challenge: Challenge, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_id", uuid4())
        own = Framing.objects.filter(challenge=challenge, holder=person).select_related("challenge")
        self.framings = {str(framing.pk): framing for framing in own if rules.speaks_for(person, framing)}
        views = (
            [(view.value, view.label) for view in OURS] if rules.may_write_for_others(person, challenge) else []
        )
        wants = [(pk, _("wat {actor} wil").format(actor=framing.actor)) for pk, framing in self.framings.items()]
        self.fields["of"].choices = [*views, *wants]  # type: ignore[attr-defined]
        rung = self.fields["rung"]
        rung.choices = rung.choices[-5:]  # type: ignore[attr-defined]  # without the empty one
