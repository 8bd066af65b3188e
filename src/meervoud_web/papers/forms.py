"""What people fill in about a paper: for whom it is, what stands in it, and from when it may be read."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.sentences import Section
from meervoud_web.papers.models import Paper, PaperKind, PaperWords
from meervoud_web.papers.queries.chapters import ALWAYS, SECTIONS, Draft
from meervoud_web.ui.forms import DateTimeInput
from meervoud_web.ui.written import Lines, OneLine

MOST_MARKS = 2000
LONGEST_MARK = 500


class BeginForm(forms.Form):
    """For whom, and about what."""

    kind = forms.ChoiceField(label=_("Wat voor stuk?"), choices=PaperKind.choices, widget=forms.RadioSelect)
    subject = OneLine(label=_("Waarover gaat het?"), max_length=150)
    request_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_id", uuid4())
        self.initial.setdefault("kind", PaperKind.COUNCIL_LETTER)

    @property
    def sent_as(self) -> UUID:
        """The number under which this form was sent."""
        number: UUID = self.cleaned_data["request_id"]
        return number


class PaperForm(forms.Form):
    """What stands in a draft. Which sentences were offered comes along, for a box without a tick sends nothing."""

    subject = OneLine(label=_("Onderwerp"), max_length=150)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = SECTIONS[paper.kind]
        for section in self.sections:
            is_council = section == Section.ADVICE
            self.fields[own(section)] = Lines(
                label=_("Wat de adviesraad zelf schreef") if is_council else _("Eigen tekst"),
                max_length=PaperWords.LONGEST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="" if is_council else _("In het stuk staat erbij van wie deze tekst is."),
            )

    def clean(self) -> dict[str, Any]:
        """The list of sentences comes along as it was sent."""
        if _marks(self.data.get("offered", "")) is None:
            self.add_error(None, _("Open deze pagina opnieuw; de lijst met zinnen kwam niet goed mee."))
        return self.cleaned_data

    def draft(self, chosen: Collection[str]) -> Draft:
        """Return what was filled in, right or not; ``chosen`` are the marks with a tick."""
        fixed = tuple(f"{section}/" for section in ALWAYS)
        offered = _marks(self.data.get("offered", "")) or []
        left_out = {mark for mark in offered if not mark.startswith(fixed)} - set(chosen)
        words = {section: self._said(own(section)) for section in self.sections}
        return Draft(subject=self._said("subject"), left_out=frozenset(left_out), words=words)

    def _said(self, name: str) -> str:
        said = self.cleaned_data.get(name, self.data.get(name, ""))
        return str(said).strip()


class SettleForm(forms.Form):
    """From when it may be read; remembers what was read."""

    embargo_until = forms.DateTimeField(
        label=_("Onder embargo tot"),
        required=False,
        widget=DateTimeInput(),
        help_text=_(
            "Leeg: iedereen voor wie het stuk is, leest het meteen. Anders iedereen op dit moment tegelijk."
        ),
    )
    read = forms.CharField(widget=forms.HiddenInput, max_length=64)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def clean_embargo_until(self) -> datetime | None:
        """An embargo ends later than now."""
        moment: datetime | None = self.cleaned_data["embargo_until"]
        if moment is not None and moment <= clock.now():
            raise forms.ValidationError(_("Kies een moment dat nog komt, of laat dit leeg."))
        return moment


class VersionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class RedactForm(forms.Form):
    reason = OneLine(
        label=_("Waarom moet deze zin weg?"),
        max_length=300,
        help_text=_("De reden komt in het stuk te staan, op de plaats van de zin. Herhaal de zin zelf dus niet."),
    )


def own(section: Section) -> str:
    """The name of the field for own words in a section."""
    return f"own-{section}"


def _marks(text: str) -> list[str] | None:
    """The marks of the sentences that could be chosen from; ``None`` where this is no such list."""
    try:
        marks = json.loads(text)
    except ValueError:
        return None
    is_list = isinstance(marks, list) and len(marks) <= MOST_MARKS and all(_is_mark(one) for one in marks)
    return marks if is_list else None


def _is_mark(one: object) -> bool:
    return isinstance(one, str) and len(one) <= LONGEST_MARK
