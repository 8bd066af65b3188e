"""Texts that people write: without signs that would show them otherwise than they are."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.rounds.models.submission import LONGEST

MOST_LINES = 100


class Words(forms.CharField):
    """A text; with ``rows`` one of several lines."""

    def __init__(self, *, rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Write every new line in one way, so that a text which was not changed is the same text."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text

    def validate(self, value: Any) -> None:
        super().validate(value)
        refuse_invisible(value or "")


def refuse_invisible(text: str) -> None:
    """Refuse signs that cannot be seen, such as those that turn the direction of reading."""
    if any(not sign.isprintable() and sign not in "\r\n\t" for sign in text):
        raise forms.ValidationError(_("Er staan onzichtbare tekens in. Typ de tekst opnieuw."))


def one_line(text: str) -> str:
    """Make one line of it, with single spaces."""
    return " ".join(text.split())


def plain_lines(text: str) -> tuple[str, ...]:
    """One statement a line, without empty lines; two that are the same are one too many."""
    refuse_invisible(text)
    lines = [line for raw in text.splitlines() if (line := one_line(raw))]
    if len(lines) > MOST_LINES:
        raise forms.ValidationError(_("Hooguit 100 stellingen om mee te beginnen. Laat er een paar weg."))
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST:
            raise forms.ValidationError(
                _("Stelling %(number)d is langer dan 200 tekens. Maak er twee van, of schrijf korter."),
                params={"number": number},
            )
    seen: set[str] = set()
    for line in lines:
        if line.casefold() in seen:
            raise forms.ValidationError(_("Deze stelling staat er twee keer: %(text)s"), params={"text": line})
        seen.add(line.casefold())
    return tuple(lines)
