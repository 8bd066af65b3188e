"""What people fill in to sort contributions, to answer them, and to hear of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models import Choice
from meervoud_web.feedback.actions import AnswerWords, ThemeWords
from meervoud_web.feedback.models import Theme, ThemeAnswer, Weighed
from meervoud_web.notes.queries import workers_on
from meervoud_web.people.models import Person
from meervoud_web.ui.forms import DateInput
from meervoud_web.ui.written import Lines, OneLine

SIX_WEEKS = timedelta(days=42)
EVERYBODY_READS = _("Iedereen die de opgave mag lezen, leest dit.")


def seen_version() -> forms.IntegerField:
    """Which version somebody was looking at when they began to write."""
    return forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


def not_past(day: date) -> date:
    """Refuse a day before today."""
    if day < timezone.localdate():
        raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
    return day


class ThemeForm(forms.Form):
    """A theme: what it is about, when people hear, and who sees to that."""

    title = OneLine(label=_("Hoe heet het thema?"), max_length=120, help_text=_("Een paar gewone woorden."))
    about = Lines(
        label=_("Wat zeggen mensen hierover?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=EVERYBODY_READS,
    )
    answer_by = forms.DateField(label=_("Wanneer is er uiterlijk antwoord?"), widget=DateInput())
    keeper = forms.ModelChoiceField(
        label=_("Wie zorgt voor het antwoord?"), queryset=Person.objects.none(), empty_label=None
    )
    choice = forms.ModelChoiceField(
        label=_("Over welke keuze gaat het?"),
        queryset=Choice.objects.none(),
        required=False,
        empty_label=_("nog geen"),
        help_text=_("Dan staat het ook op de pagina van die keuze, zolang er geen antwoord is."),
    )
    version = seen_version()

    def __init__(
        self, *args: Any, challenge: Challenge, me: Person, theme: Theme | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {
            "title": theme.title if theme else "",
            "about": theme.about if theme else "",
            "answer_by": theme.answer_by if theme else timezone.localdate() + SIX_WEEKS,
            "keeper": theme.keeper if theme else me,
            "choice": theme.choice if theme else None,
            "version": theme.version if theme else 0,
        }
        choices = {"keeper": workers_on(challenge, me=me), "choice": challenge.choices.all()}
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if theme is not None and theme.published_at is not None:
            del self.fields["answer_by"]  # people read it: a later day is promised with a reason
        self.theme = theme

    def clean_answer_by(self) -> date:
        """A promise is for later; a day that stands may stay."""
        day: date = self.cleaned_data["answer_by"]
        return day if self.theme is not None and day == self.theme.answer_by else not_past(day)

    def words(self) -> ThemeWords:
        """Return what was filled in."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return ThemeWords(**{"answer_by": self.theme.answer_by if self.theme else None, **given})


class NameForm(forms.Form):
    """Only the name of a theme, for while one is sorting."""

    naam = OneLine(max_length=120)


class PostponeForm(forms.Form):
    """A later day, and why."""

    until = forms.DateField(label=_("Wanneer is er uiterlijk antwoord?"), widget=DateInput())
    reason = OneLine(
        label=_("Waarom later?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("De dag die eerst beloofd was, blijft op de pagina staan, met deze reden."),
    )
    version = seen_version()

    def clean_until(self) -> date:
        """A promise is for later."""
        return not_past(self.cleaned_data["until"])


class AnswerForm(forms.Form):
    """The answer of a theme. From the second time on it says why it changed."""

    weighed = forms.ChoiceField(
        label=_("Wat is er met de inbreng gedaan?"), choices=Weighed.choices, widget=forms.RadioSelect
    )
    text = Lines(
        label=_("Het antwoord, met de reden"),
        max_length=2500,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Schrijf aan wie dit inbracht: wat doet u ermee, wat niet, en waarom? Korte zinnen."),
        error_messages={"required": _("Schrijf het antwoord op, met de reden.")},
    )
    elsewhere = OneLine(
        label=_("Waar hoort het dan?"),
        max_length=300,
        required=False,
        help_text=_("Alleen bij “hoort elders”: wie gaat erover, en hoe komt men daar?"),
    )
    who = OneLine(
        label=_("Namens wie?"),
        max_length=120,
        help_text=_("Een rol of een groep, bijvoorbeeld: het college."),
    )
    reason = OneLine(
        label=_("Waarom verandert het antwoord?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Het vorige antwoord blijft leesbaar, met deze reden."),
        error_messages={"required": _("Schrijf op waarom het antwoord verandert.")},
    )
    number = seen_version()

    def __init__(self, *args: Any, newest: ThemeAnswer | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"number": (newest.number if newest else 0) + 1}
        if newest is not None:
            self.initial |= {name: getattr(newest, name) for name in ("weighed", "text", "elsewhere", "who")}
        if newest is None or self.data.get("number") == "1":  # sent twice, the first answer is still the first
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """Whoever sends people elsewhere says where."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("weighed") == Weighed.ELSEWHERE and not given.get("elsewhere") and "elsewhere" in given:
            self.add_error("elsewhere", _("Schrijf op waar het wel hoort."))
        return given

    def words(self) -> AnswerWords:
        """Return what was filled in."""
        given = {name: self.cleaned_data[name] for name in ("text", "elsewhere", "who")}
        return AnswerWords(weighed=Weighed(self.cleaned_data["weighed"]), **given)


class ResultForm(forms.Form):
    """What came of it, later."""

    text = Lines(
        label=_("Wat kwam ervan?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ook als het anders liep dan gedacht."),
        error_messages={"required": _("Schrijf op wat ervan kwam.")},
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class AdditionForm(forms.Form):
    """A few words for one reader."""

    text = Lines(
        label=_("Persoonlijke aanvulling"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Alleen wie dit inbracht, leest dit: vóór het antwoord dat iedereen krijgt."),
    )
    number = seen_version()


class NoticeForm(forms.Form):
    """Where to mail to when there is an answer."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Vul een heel e-mailadres in, zoals naam@voorbeeld.nl."),
        },
    )
