"""What people fill in: a note of one field, a promise, a friction, and how it went."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.notes.actions import FrictionWords, PromiseWords
from meervoud_web.notes.models import Friction, FrictionKind, Note, Promise, PromisedTo
from meervoud_web.notes.queries.who import lifters_for, workers_on
from meervoud_web.notes.words import first_sentence, promise_in
from meervoud_web.people.models import Person
from meervoud_web.ui.forms import DateInput
from meervoud_web.ui.written import Lines, OneLine

SOON, LATER = timedelta(days=14), timedelta(days=28)
"""The day that a promise and a friction propose, for who does not think of one."""


class SentOnceForm(forms.Form):
    """Carries a number of its own, so that a double click makes one thing."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_id", uuid4())

    @property
    def sent_as(self) -> UUID:
        """The number under which this form was sent."""
        number: UUID = self.cleaned_data["request_id"]
        return number


class NoteForm(SentOnceForm):
    """One field."""

    prefix = "note"

    text = Lines(
        label=_("Wie sprak u, wat viel op, wat beloofde u?"),
        max_length=Note.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf eerst iets op. Een paar woorden is genoeg.")},
    )
    is_shared = forms.BooleanField(
        label=_("Ook voor wie aan de opgave werkt"),
        required=False,
        help_text=_("Anders leest alleen u dit. U kunt het later nog delen."),
    )


class PromiseForm(SentOnceForm):
    prefix = "promise"
    what = OneLine(label=_("Wat is er beloofd?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    to = forms.ChoiceField(label=_("Aan wie?"), choices=PromisedTo.choices, widget=forms.RadioSelect)
    to_whom = OneLine(
        label=_("Wie precies?"),
        max_length=100,
        required=False,
        help_text=Promise._meta.get_field("to_whom").help_text,
    )
    due_on = forms.DateField(label=_("Uiterlijk op"), widget=DateInput())
    keeper = forms.ModelChoiceField(label=_("Wie komt het na?"), queryset=Person.objects.none(), empty_label=None)

    def __init__(self, *args: Any, challenge: Challenge, me: Person, text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(
            what=promise_in(text), to=PromisedTo.RESIDENT, due_on=timezone.localdate() + SOON, keeper=me
        )
        keeper = self.fields["keeper"]
        if isinstance(keeper, forms.ModelChoiceField):
            keeper.queryset = workers_on(challenge, me=me)

    def clean_due_on(self) -> date:
        """A promise is for later."""
        return not_past(self.cleaned_data["due_on"])

    def words(self) -> PromiseWords:
        """Return what was filled in."""
        given = {name: self.cleaned_data[name] for name in ("what", "to_whom", "due_on", "keeper")}
        return PromiseWords(**given, to=PromisedTo(self.cleaned_data["to"]))


class FrictionForm(SentOnceForm):
    prefix = "friction"
    what = OneLine(label=_("Wat staat in de weg?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label=_("Wat ontbreekt er?"), choices=FrictionKind.choices, widget=forms.RadioSelect)
    lifter = forms.ModelChoiceField(
        label=_("Wie kan dit opheffen?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("iemand die hier niet bij staat"),
    )
    lifter_role = OneLine(
        label=_("Of: in welke rol?"),
        max_length=100,
        required=False,
        help_text=Friction._meta.get_field("lifter_role").help_text,
    )
    by_when = forms.DateField(label=_("Wanneer hebben wij dit nodig?"), widget=DateInput())

    def __init__(self, *args: Any, challenge: Challenge, text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(what=first_sentence(text), by_when=timezone.localdate() + LATER)
        lifter = self.fields["lifter"]
        if isinstance(lifter, forms.ModelChoiceField):
            lifter.queryset = lifters_for(challenge)

    def clean_by_when(self) -> date:
        """Somebody has to have time to lift it."""
        return not_past(self.cleaned_data["by_when"])

    def clean(self) -> dict[str, Any]:
        """A friction is put before somebody."""
        if not self.cleaned_data.get("lifter") and not self.cleaned_data.get("lifter_role"):
            self.add_error("lifter_role", _("Kies wie dit kan opheffen, of schrijf in welke rol dat kan."))
        return self.cleaned_data

    def words(self) -> FrictionWords:
        """Return what was filled in."""
        given = {name: self.cleaned_data[name] for name in ("what", "by_when", "lifter", "lifter_role")}
        return FrictionWords(**given, kind=FrictionKind(self.cleaned_data["kind"]))


class ChangePromiseForm(forms.Form):
    """Promise something else, or by another day; remembers which version this person was looking at."""

    prefix = "change"
    what = OneLine(label=_("Wat belooft u nu?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    due_on = forms.DateField(label=_("Uiterlijk op"), widget=DateInput())
    reason = Lines(label=_("Waarom verandert het?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def clean_due_on(self) -> date:
        """A promise is for later."""
        return not_past(self.cleaned_data["due_on"])


class KeptForm(forms.Form):
    prefix = "kept"
    outcome = Lines(
        label=_("Hoe liep het?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class LetGoForm(forms.Form):
    prefix = "let-go"
    reason = Lines(
        label=_("Waarom lukt het niet?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Vertel het ook aan wie op u wacht."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class SettleForm(forms.Form):
    is_lifted = forms.TypedChoiceField(
        label=_("Is het opgeheven?"),
        choices=(("ja", _("ja, wij kunnen verder")), ("nee", _("nee"))),
        coerce=lambda chosen: chosen == "ja",
        widget=forms.RadioSelect,
    )
    outcome = Lines(
        label=_("Wat is er gedaan, of waarom kan het niet?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def not_past(day: date) -> date:
    """Refuse a day before today."""
    if day < timezone.localdate():
        raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
    return day
