"""Typing cards in: a number, and what was ticked at each statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.conversations.queries.open_statements import OpenStatement

MOST_CARDS = 100_000
MOST_PRINTED = 100
SAID = (("", _("niets")), ("1", _("eens")), ("-1", _("oneens")), ("0", _("weet ik niet")))


class CardNumberForm(forms.Form):
    number = forms.IntegerField(label=_("Nummer van de kaart"), min_value=1, max_value=MOST_CARDS)


class PrintCardsForm(forms.Form):
    first = forms.IntegerField(label=_("Van nummer"), min_value=1, max_value=MOST_CARDS)
    last = forms.IntegerField(label=_("Tot en met nummer"), min_value=1, max_value=MOST_CARDS)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and not first <= last < first + MOST_PRINTED:
            raise forms.ValidationError(_("Vraag 1 tot 100 kaarten tegelijk, van laag naar hoog."))
        return given


class TicksForm(forms.Form):
    """One row of choices for each statement; a card with nothing on it is no card."""

    def __init__(self, *args: Any, statements: Sequence[OpenStatement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = statements
        for one in statements:
            self.fields[f"says-{one.key}"] = forms.ChoiceField(
                label=one.text, choices=SAID, required=False, widget=forms.RadioSelect
            )
            self.fields[f"important-{one.key}"] = forms.BooleanField(label=_("extra belangrijk"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not self.ticks():
            raise forms.ValidationError(_("Er is nog niets aangekruist."))
        return given

    def ticks(self) -> dict[int, tuple[int, bool]]:
        """What was ticked: statement key to value and importance."""
        given = self.cleaned_data
        return {
            one.key: (int(given[f"says-{one.key}"]), bool(given.get(f"important-{one.key}")))
            for one in self.statements
            if given.get(f"says-{one.key}")
        }

    def rows(self) -> list[tuple[OpenStatement, Any, Any]]:
        """Each statement with its two fields."""
        return [(one, self[f"says-{one.key}"], self[f"important-{one.key}"]) for one in self.statements]


class CardForm(TicksForm):
    """A card, and the last look at it when this page was made."""

    after = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class HelpForm(TicksForm):
    """What somebody beside you says, and which page it was written on: that page sent twice is one person."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)
