"""What people fill in about what works in the city already, and to propose and answer something."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import Thing
from meervoud_web.initiatives.actions import AnswerWords, LearnWords, ProposalWords, SightingWords
from meervoud_web.initiatives.models import MayLearn, ProposalKind, Sighting, Verdict
from meervoud_web.initiatives.models.sighting import ANSWERED
from meervoud_web.initiatives.queries.sightings import can_have_changed
from meervoud_web.people.models import Person
from meervoud_web.ui.forms import DateInput
from meervoud_web.ui.written import Lines, OneLine

HIGHEST = 2**31 - 1


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


class SightingFields(forms.Form):
    """What works, by whom, where and since when, and what it shows."""

    what = OneLine(
        label=_("Wat werkt daar al?"),
        max_length=120,
        help_text=_("In een paar woorden, zoals “buren eten op dinsdag samen”."),
    )
    by_whom = OneLine(
        label=_("Wie doet dit?"), max_length=120, help_text=_("Een organisatie of een groep mensen, geen naam.")
    )
    is_own = forms.BooleanField(label=_("Ik doe hier zelf aan mee"), required=False)
    shows = Lines(
        label=_("Wat laat het zien?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat lukt hier wat elders niet lukt? Schrijf niets op waaraan men iemand herkent."),
    )
    place = OneLine(label=_("Waar?"), max_length=120, required=False)
    since_year = forms.IntegerField(label=_("Sinds welk jaar?"), required=False, min_value=1800)
    contact = OneLine(
        label=_("Naam van iemand die eraan meedoet"),
        max_length=100,
        required=False,
        help_text=_("Alleen als deze mens dat goed vindt."),
    )
    has_consent = forms.BooleanField(
        label=_("Deze mens vindt het goed dat de naam hier staat, ook als iedereen dit mag lezen"), required=False
    )

    def clean_since_year(self) -> int | None:
        """What works already did not begin later than today."""
        year: int | None = self.cleaned_data["since_year"]
        if year is not None and year > timezone.localdate().year:
            raise forms.ValidationError(_("Dit jaar moet nog komen."))
        return year

    def clean(self) -> dict[str, Any]:
        """A name stands here only with consent."""
        given = self.cleaned_data
        if given.get("contact") and not given.get("has_consent"):
            self.add_error("has_consent", _("Vraag het eerst, of laat de naam weg."))
        return given

    def words(self) -> SightingWords:
        """Return what was filled in; consent without a name is consent to nothing."""
        names = ("what", "by_whom", "is_own", "shows", "place", "since_year", "contact", "has_consent")
        given = {name: self.cleaned_data[name] for name in names}
        return SightingWords(**given | {"has_consent": bool(given["contact"])})


class EnterForm(SentOnceForm, SightingFields):
    """Something that nobody wrote down yet."""


class ChangeForm(SightingFields):
    """The same, written otherwise."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST)

    def __init__(self, *args: Any, sighting: Sighting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.initial[name] = getattr(sighting, name)


class LearnForm(forms.Form):
    """Whether we may learn from it, according to those who do it."""

    may_learn = forms.ChoiceField(
        label=_("Wat zeggen zij?"),
        choices=[choice for choice in MayLearn.choices if choice[0] != MayLearn.NOT_ASKED],
        widget=forms.RadioSelect,
    )
    conditions = OneLine(
        label=_("Op welke voorwaarden?"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Zoals “wel komen kijken, geen foto’s”."),
    )
    answered_by = OneLine(
        label=_("Wie gaf dat antwoord?"),
        max_length=100,
        required=False,
        help_text=_("De rol, geen naam: “de coördinator”."),
    )
    answered_on = forms.DateField(label=_("Op welke dag?"), required=False, widget=DateInput())
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST)

    def __init__(self, *args: Any, sighting: Sighting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.initial[name] = getattr(sighting, name)
        self.initial["answered_on"] = sighting.answered_on or timezone.localdate()

    def clean(self) -> dict[str, Any]:
        """An answer is somebody's, of a day; conditions are said."""
        given = self.cleaned_data
        if given.get("may_learn") == MayLearn.ON_CONDITIONS and not given.get("conditions"):
            self.add_error("conditions", _("Schrijf op welke voorwaarden wij ervan mogen leren."))
        if given.get("may_learn") in ANSWERED:
            if not given.get("answered_by"):
                self.add_error("answered_by", _("Schrijf wie dit antwoord gaf."))
            if not given.get("answered_on") or given["answered_on"] > timezone.localdate():
                self.add_error("answered_on", _("Kies de dag waarop zij antwoord gaven, uiterlijk vandaag."))
        return given

    def words(self) -> LearnWords:
        """Return what was filled in, and nothing that does not belong to the answer."""
        given, may_learn = self.cleaned_data, MayLearn(self.cleaned_data["may_learn"])
        answered = may_learn in ANSWERED
        return LearnWords(
            may_learn=may_learn,
            conditions=given["conditions"] if may_learn == MayLearn.ON_CONDITIONS else "",
            answered_by=given["answered_by"] if answered else "",
            answered_on=given["answered_on"] if answered else None,
        )


class ShowForm(forms.Form):
    """That those who do it agree that everybody reads it."""

    with_leave_of = OneLine(
        label=_("Wie vindt het goed dat iedereen dit leest?"),
        max_length=100,
        help_text=_("De rol, geen naam: “het bestuur van de moskee”."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST)


class TakeAwayForm(SentOnceForm):
    """What we do otherwise since we saw it, and what that changed."""

    what = OneLine(label=_("Wat doen wij nu anders?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    changed = forms.ChoiceField(
        label=_("Wat veranderde daardoor?"),
        required=False,
        help_text=_("Iets uit deze opgave. De draad loopt dan door."),
    )

    def __init__(self, *args: Any, challenge: Challenge, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = can_have_changed(challenge, person=person)
        choices = [(str(thing), f"{kind.name}: {title}") for thing, kind, title in found]
        self.fields["changed"].choices = [("", _("niets wat hier staat")), *choices]  # type: ignore[attr-defined]

    def changed_things(self) -> list[Thing]:
        """Return what was chosen."""
        thing = Thing.parse(self.cleaned_data["changed"])
        return [thing] if thing is not None else []


class ProposalFields(forms.Form):
    what = OneLine(label=_("Wat stelt u voor?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    why = Lines(label=_("Waarom?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    how = OneLine(
        label=_("Hoe kan het klein beginnen?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Met wie, hoelang, en wanneer u zou stoppen. Weet u het niet, laat het dan leeg."),
    )

    def words(self) -> ProposalWords:
        """Return what was filled in."""
        return ProposalWords(**{name: self.cleaned_data[name] for name in ("what", "why", "how")})


class ProposeForm(SentOnceForm, ProposalFields):
    """Something to propose."""

    kind = forms.ChoiceField(
        label=_("U stelt voor"), choices=ProposalKind.choices, widget=forms.RadioSelect, initial=ProposalKind.TRIAL
    )
    field_order = ("kind", "what", "why", "how")


class RewriteForm(ProposalFields):
    """The same, written otherwise."""

    reason = OneLine(label=_("Waarom schrijft u het anders?"), max_length=300)
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST)


class NumberForm(forms.Form):
    """Which version somebody looked at."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=HIGHEST)


class AnswerForm(NumberForm):
    """What we do with a proposal, and why."""

    verdict = forms.ChoiceField(label=_("Wat doen wij ermee?"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = Lines(
        label=_("Waarom?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wie dit voorstelde, leest het. Hoort het ergens anders, schrijf dan waar en bij wie."),
    )

    def words(self) -> AnswerWords:
        """Return what was filled in."""
        return AnswerWords(verdict=Verdict(self.cleaned_data["verdict"]), reason=self.cleaned_data["reason"])


class ReactForm(forms.Form):
    """One reaction to the answer."""

    reaction = Lines(
        label=_("Wat vindt u van dit antwoord?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    asks_again = forms.BooleanField(
        label=_("Laat iemand anders er nog eens naar kijken"),
        required=False,
        help_text=_("Dat kan één keer. U hoort het binnen drie weken."),
    )
