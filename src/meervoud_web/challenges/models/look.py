"""When somebody last looked at a challenge, so that the page can say what is new to them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models.challenge import Challenge
from meervoud_web.people.policy import DataPolicy


class LastLook(models.Model):
    """The visit that goes on now, and the end of the one before."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat nieuw is sinds iemands vorige bezoek."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Alleen het laatste bezoek, zolang het account bestaat; alleen voor uzelf."),
    )

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="looks")
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="looks")
    at = models.DateTimeField(_("laatst gekeken"))
    before = models.DateTimeField(_("vorige bezoek"), null=True)

    class Meta:
        verbose_name = _("laatste bezoek aan een opgave")
        verbose_name_plural = _("laatste bezoeken aan opgaven")
        constraints = (models.UniqueConstraint(fields=("person", "challenge"), name="one_last_look"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
