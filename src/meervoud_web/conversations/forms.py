"""What people fill in about a stellingenronde."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from meervoud import landscape
from meervoud.errors import MethodError
from meervoud_web.conversations.actions import FileFacts, UploadRefusedError, votes_from_upload
from meervoud_web.conversations.models import Assurance, GroupName
from meervoud_web.conversations.queries.refusals import refusal_sentence


class UploadForm(forms.Form):
    """A file with reactions, and what the round is called."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    question = forms.CharField(
        label=_("Vraag"),
        max_length=500,
        required=False,
        help_text=_("De vraag waarop mensen reageerden, in gewone woorden."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    assurance = forms.TypedChoiceField(
        label=_("Hoe deden mensen mee?"),
        choices=Assurance.choices,
        coerce=int,
        initial=Assurance.OPEN_LINK,
        widget=forms.RadioSelect,
        help_text=_("Dit bepaalt hoe hard u de uitkomst mag noemen. Het staat bij elke uitkomst."),
    )
    file = forms.FileField(
        label=_("Bestand"),
        widget=forms.FileInput(attrs={"accept": ".zip,.csv,.xlsx"}),
        help_text=_(
            "De uitvoer van Polis als zip-bestand, of een CSV- of Excel-bestand met de kolommen participant, "
            "statement en vote. Hooguit 25 MB."
        ),
        error_messages={"empty": _("Het bestand is leeg.")},
    )

    votes: landscape.Votes
    facts: FileFacts

    def clean_title(self) -> str:
        return _plain(self.cleaned_data["title"])

    def clean_question(self) -> str:
        return _plain(self.cleaned_data["question"])

    def clean_file(self) -> UploadedFile[Any]:
        """Read the file while checking it: what cannot be read is refused here, with the place of the fault."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        try:
            self.votes, self.facts = votes_from_upload(file, name=file.name or "")
        except (UploadRefusedError, MethodError) as refusal:
            raise forms.ValidationError(refusal_sentence(refusal.code, refusal.details)) from refusal
        return file


class GroupNamesForm(forms.Form):
    """A field for each group; an empty one takes the name away."""

    def __init__(self, *args: Any, letters: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = GroupName._meta.get_field("name").max_length
        for group, letter in letters.items():
            self.fields[f"group-{group}"] = forms.CharField(label=letter, max_length=most, required=False)

    def names(self) -> dict[str, str]:
        """Return the name that was given to each group."""
        return {key.removeprefix("group-"): _plain(name) for key, name in self.cleaned_data.items()}


def _plain(text: str) -> str:
    """Keep a title to one kind of space, and refuse signs that would show it otherwise than it is."""
    if any(not sign.isprintable() and sign not in "\r\n\t" for sign in text):
        raise forms.ValidationError(_("Er staan onzichtbare tekens in. Typ de tekst opnieuw."))
    return text.strip()
