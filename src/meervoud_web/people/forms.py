"""What people fill in about themselves and about others."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.mentions import is_named_in
from meervoud_web.people.models import Person, Role
from meervoud_web.ui.forms import DateInput

_READS = _("leest alle opgaven en uitkomsten")
_FROM_OUTSIDE = _("leest wat voor iedereen open is, en de opgaven waar deze persoon een rol bij heeft")
WHAT_A_ROLE_MAY = {
    Role.ADMINISTRATOR: _("regelt wie toegang heeft, en mag verder alles wat een opgavemanager mag"),
    Role.CHALLENGE_MANAGER: _("begint opgaven, beschrijft ze en brengt stellingenrondes in"),
    Role.FACILITATOR: _("brengt stellingenrondes in en opent ze voor iedereen"),
    Role.CIVIL_SERVANT: _READS,
    Role.COUNCIL_MEMBER: _READS,
    Role.CLERK: _READS,
    Role.ADVISORY_COUNCIL: _READS,
    Role.EXTERNAL_ADVISER: _("leest alle opgaven en uitkomsten, tot en met de einddatum"),
    Role.PARTNER: _FROM_OUTSIDE,
    Role.RESIDENT: _FROM_OUTSIDE,
}


class LogInForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mailadres"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mailadres"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


def _role_choices() -> list[tuple[str, str]]:
    return [(role.value, f"{role.label}: {what}") for role, what in WHAT_A_ROLE_MAY.items()]


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Rol"), choices=_role_choices, widget=forms.RadioSelect)
    ends_on = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=DateInput(),
        help_text=_("Na deze dag vervalt de rol vanzelf. Een externe adviseur heeft altijd een einddatum."),
    )

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        ends_on = given.get("ends_on")
        if given.get("role") == Role.EXTERNAL_ADVISER and ends_on is None and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Een externe adviseur heeft een einddatum nodig."))
        if ends_on is not None and ends_on < timezone.localdate():
            self.add_error("ends_on", _("Deze dag is al voorbij. Kies vandaag of later."))
        return given


class InvitationForm(RoleForm):
    name = forms.CharField(label=_("Naam"), max_length=100)
    email = forms.EmailField(label=_("E-mailadres"), max_length=254)

    field_order = ("name", "email", "role", "ends_on")


class ProfileForm(forms.Form):
    name = forms.CharField(label=_("Naam"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES, widget=forms.RadioSelect)


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        max_length=1024,
        strip=False,
        help_text=_("Minstens 12 tekens. Een korte zin werkt goed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password


class ChangePasswordForm(NewPasswordForm):
    current = forms.CharField(
        label=_("Huidig wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    field_order = ("current", "password")

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self.person.check_password(current):
            raise ValidationError(_("Dit is niet uw huidige wachtwoord."))
        return current


class OwnPasswordForm(forms.Form):
    """Asked again before something that no passer-by at an open page may do."""

    current = forms.CharField(
        label=_("Uw wachtwoord"),
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_current(self) -> str:
        current: str = self.cleaned_data["current"]
        if not self.person.check_password(current):
            raise ValidationError(_("Dit is niet uw huidige wachtwoord."))
        return current


class LookUpForm(forms.Form):
    who = forms.CharField(label=_("E-mailadres of nummer van het account"), max_length=254)


class ErasureForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom wordt deze persoon gewist?"),
        max_length=300,
        help_text=_("Dit blijft bewaard. Noem dus geen naam; een datum of zaaknummer is genoeg."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if is_named_in(self.person, reason):
            raise ValidationError(_("Hier staat de naam of het e-mailadres in. Dat blijft bewaard; haal het weg."))
        return reason
