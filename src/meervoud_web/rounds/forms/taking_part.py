"""What somebody who takes part fills in. Signs that turn the direction of reading are left out, never refused."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from meervoud_web.rounds.models.submission import LONGEST
from meervoud_web.ui.written import Lines, OneLine

LONGEST_APPEAL = 500
LONGEST_CRY = 1000
LONGEST_CONTACT = 200


class OwnStatementForm(forms.Form):
    """A statement of one's own."""

    tekst = OneLine(
        label=_("Uw stelling"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Eén mening, zodat anderen kunnen zeggen: eens of oneens. Hooguit 200 tekens."),
        error_messages={
            "required": _("Schrijf eerst een stelling."),
            "max_length": _("Uw stelling is te lang: %(show_value)d tekens. Er passen er 200."),
        },
    )


class HelpForm(forms.Form):
    """What is the matter, for who wants the municipality to know."""

    tekst = Lines(
        label=_("Wat is er aan de hand?"),
        max_length=LONGEST_CRY,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Schrijf kort wat er aan de hand is.")},
    )
    contact = OneLine(
        label=_("Hoe bereiken wij u?"),
        max_length=LONGEST_CONTACT,
        required=False,
        help_text=_("Een telefoonnummer of e-mailadres. Zonder dit kunnen wij u niet antwoorden."),
    )


class AppealForm(forms.Form):
    """Why a statement that is not shown should take part after all."""

    tekst = Lines(
        label=_("Waarom moet uw stelling wel meedoen?"),
        max_length=LONGEST_APPEAL,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom uw stelling wel mee moet doen.")},
    )
