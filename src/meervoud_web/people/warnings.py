"""What to warn of before a text is sent: signs in it that may lead to somebody."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from meervoud_web.dutch.personal import Kind, find_personal

WORDS = {
    Kind.EMAIL: _("een e-mailadres"),
    Kind.PHONE: _("een telefoonnummer"),
    Kind.ADDRESS: _("een adres"),
    Kind.BSN: _("een burgerservicenummer"),
    Kind.IBAN: _("een rekeningnummer"),
    Kind.PLATE: _("een kenteken"),
    Kind.NAME: _("een naam"),
}


@dataclass(frozen=True)
class Warned:
    """Something in a text that may lead to somebody."""

    what: str
    text: str


def warnings_in(text: str) -> list[Warned]:
    """Name each piece of a text that may be about somebody who can be found."""
    return [Warned(str(WORDS[one.kind]), one.text) for one in find_personal(text)]
