"""Somebody who is followed through time, under another name, and what they consented to."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.codes import drawn
from meervoud_web.people.policy import DataPolicy

LENGTH = 12
"""27 to the 12th: nobody comes to somebody's stories by trying."""
GROUND = _("Toestemming (artikel 6, lid 1, onder a, en artikel 9, lid 2, onder a, AVG).")
TERM = _("Tot de dag die in de toestemming staat, of tot de verteller haar intrekt; dan gaat alles weg.")


def new_teller_code() -> str:
    """A code for on paper, for one person."""
    return drawn(LENGTH)


class Teller(models.Model):
    """Somebody who is followed: no name, no address; only they have the code."""

    data_policy = DataPolicy(
        purpose=_("Dezelfde mensen door de tijd volgen: wat verandert er voor hen?"), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="tellers")
    pseudonym = models.CharField(_("schuilnaam"), max_length=60)
    code = models.CharField(_("code"), max_length=LENGTH, unique=True, default=new_teller_code, editable=False)
    at = models.DateTimeField(_("gevolgd sinds"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("verteller")
        verbose_name_plural = _("vertellers")
        ordering = ("pseudonym", "pk")
        constraints = (models.UniqueConstraint(fields=("challenge", "pseudonym"), name="one_teller_by_this_name"),)

    def __str__(self) -> str:
        return self.pseudonym

    def get_absolute_url(self) -> str:
        return reverse("stories:teller", args=[self.challenge.slug, self.pk])

    def get_own_url(self) -> str:
        """Where the teller reads their own stories, without an account."""
        return reverse("stories:own", args=[self.code])

    @property
    def consent(self) -> Consent | None:
        """What they consented to last, be it over or not."""
        return next((one for one in self.consents.all() if one.replaced_at is None), None)


class Reach(models.TextChoices):
    """Who may read the stories."""

    TEAM = "team", _("Alleen wie aan de opgave werkt.")
    EVERYONE = "everyone", _("Iedereen die de opgave mag lezen.")


class Consent(models.Model):
    """For what, who reads it, and until when. A new one takes the place of the last; both are kept."""

    data_policy = DataPolicy(
        purpose=_("Aantonen waarvoor en tot wanneer een verteller toestemming gaf."), ground=GROUND, term=TERM
    )

    teller = models.ForeignKey(Teller, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("waarvoor"), max_length=300)
    reach = models.CharField(_("wie mag het lezen?"), max_length=10, choices=Reach.choices, default=Reach.TEAM)
    until = models.DateField(_("tot en met"))
    how = models.CharField(_("hoe gegeven"), max_length=200)
    given_at = models.DateTimeField(_("gegeven"), default=clock.now)
    replaced_at = models.DateTimeField(_("vervangen"), null=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("toestemming van een verteller")
        verbose_name_plural = _("toestemmingen van vertellers")
        ordering = ("given_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("teller",), condition=Q(replaced_at=None), name="one_consent_holds_at_a_time"
            ),
            models.CheckConstraint(condition=Q(reach__in=Reach.values), name="consent_known_reach"),
        )

    def __str__(self) -> str:
        return self.purpose

    def holds_on(self, day: date) -> bool:
        """Whether stories may still be kept on this day."""
        return self.replaced_at is None and self.until >= day
