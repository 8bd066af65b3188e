"""A date that was promised and not kept: the new one, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.participation import GROUND
from meervoud_web.rounds.models.round import Round


class Postponement(models.Model):
    """What was promised about hearing back moves to a later day; the old promise stays readable."""

    data_policy = DataPolicy(
        purpose=_("Laten zien dat een beloofde datum is verschoven, en waarom."),
        ground=GROUND,
        term=_("Zolang de stellingenronde bewaard wordt."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="postponements")
    was = models.DateField(_("eerder beloofd"))
    becomes = models.DateField(_("nieuwe datum"))
    reason = models.CharField(_("waarom het later wordt"), max_length=500)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("verschoven datum")
        verbose_name_plural = _("verschoven data")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(becomes__gt=F("was")), name="postponement_is_later"),
            models.CheckConstraint(condition=~Q(reason=""), name="postponement_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.was} → {self.becomes}"
