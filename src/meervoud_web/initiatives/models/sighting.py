"""Seen in the city (gezien in de stad): what already works, by whom, and whether we may learn from it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy


class MayLearn(models.TextChoices):
    """What those who do it said when we asked whether we may learn from it."""

    NOT_ASKED = "not-asked", _("nog niet gevraagd")
    ASKED = "asked", _("gevraagd, nog geen antwoord")
    YES = "yes", _("ja")
    ON_CONDITIONS = "on-conditions", _("ja, op voorwaarden")
    NO = "no", _("nee")


ANSWERED = (MayLearn.YES, MayLearn.ON_CONDITIONS, MayLearn.NO)


class Sighting(models.Model):
    """Something that works out there, by an organisation or a group of residents; it is theirs, not ours."""

    data_policy = DataPolicy(
        purpose=_("Zien wat in de stad al werkt, en er met toestemming van leren."),
        ground=_("Taak van algemeen belang; een naam met toestemming (artikel 6, lid 1, onder e en a, AVG)."),
        term=_("Zolang de opgave bestaat, of tot het initiatief vraagt om het weg te halen."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="sightings")
    what = models.CharField(_("wat werkt daar al?"), max_length=120)
    by_whom = models.CharField(_("wie doet dit?"), max_length=120)
    contact = models.CharField(_("naam van iemand die eraan meedoet"), max_length=100, blank=True)
    has_consent = models.BooleanField(_("deze mens vindt het goed dat de naam hier staat"), default=False)
    place = models.CharField(_("waar?"), max_length=120, blank=True)
    since_year = models.PositiveSmallIntegerField(
        _("sinds welk jaar?"), null=True, blank=True, validators=[MinValueValidator(1800)]
    )
    shows = models.TextField(_("wat laat het zien?"), max_length=600)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="sightings"
    )
    is_own = models.BooleanField(_("wie dit opschreef, doet er zelf aan mee"), default=False)
    entered_at = models.DateTimeField(_("opgeschreven"), default=clock.now, editable=False)

    may_learn = models.CharField(
        _("mogen wij ervan leren?"), max_length=13, choices=MayLearn.choices, default=MayLearn.NOT_ASKED
    )
    conditions = models.CharField(_("op welke voorwaarden?"), max_length=400, blank=True)
    answered_by = models.CharField(_("wie gaf dat antwoord?"), max_length=100, blank=True)
    answered_on = models.DateField(_("beantwoord op"), null=True, blank=True)

    shown_with_leave_of = models.CharField(
        _("wie vindt het goed dat iedereen dit leest?"), max_length=100, blank=True
    )
    shown_since = models.DateField(_("voor iedereen te lezen sinds"), null=True, blank=True)
    # Goes up with every change, so that two people who change at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(_("versie"), default=1, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("gezien in de stad")
        verbose_name_plural = _("gezien in de stad")
        ordering = ("-entered_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(by_whom="") & ~Q(shows=""), name="sighting_says_what"
            ),
            models.CheckConstraint(
                condition=Q(contact="") | Q(has_consent=True), name="sighting_names_with_consent"
            ),
            models.CheckConstraint(condition=Q(may_learn__in=MayLearn.values), name="sighting_known_may_learn"),
            models.CheckConstraint(
                condition=(Q(may_learn="on-conditions") & ~Q(conditions=""))
                | (~Q(may_learn="on-conditions") & Q(conditions="")),
                name="sighting_conditions_are_said",
            ),
            models.CheckConstraint(
                condition=(Q(may_learn__in=ANSWERED, answered_on__isnull=False) & ~Q(answered_by=""))
                | (~Q(may_learn__in=ANSWERED) & Q(answered_on__isnull=True, answered_by="")),
                name="sighting_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(shown_since__isnull=True, shown_with_leave_of="")
                | (Q(shown_since__isnull=False) & ~Q(shown_with_leave_of="")),
                name="sighting_shown_with_leave",
            ),
        )

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("initiatives:sighting", kwargs={"slug": self.challenge.slug, "pk": self.pk})

    @property
    def is_shown(self) -> bool:
        """Whether those who do it said that everybody may read this."""
        return self.shown_since is not None

    @property
    def is_answered(self) -> bool:
        """Whether those who do it said whether we may learn from it."""
        return self.may_learn in ANSWERED

    @property
    def may_be_learned_from(self) -> bool:
        """Whether those who do it let us learn from it."""
        return self.may_learn in (MayLearn.YES, MayLearn.ON_CONDITIONS)
