"""Reactions on paper: typed in twice, by eyes that did not see the first time."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.participation import GROUND, Participation
from meervoud_web.rounds.models.round import Round


class PaperCard(models.Model):
    """One card with ticks. It counts once it was typed in twice in the same way."""

    data_policy = DataPolicy(
        purpose=_("Mensen zonder toestel laten meedoen, zonder dat een tikfout hun reactie verandert."),
        ground=GROUND,
        term=_("Zolang de stellingenronde bewaard wordt."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="cards")
    number = models.PositiveIntegerField(_("nummer van de kaart"))
    first = models.JSONField(default=dict)
    """Statement id to ``{"value": …, "important": …}``, as typed the first time."""
    first_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    first_at = models.DateTimeField(default=timezone.now, editable=False)
    second = models.JSONField(null=True, blank=True)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    second_at = models.DateTimeField(null=True, blank=True)
    participation = models.OneToOneField(
        Participation, null=True, blank=True, on_delete=models.SET_NULL, related_name="card"
    )
    """Who it became; empty as long as it does not count."""

    class Meta:
        verbose_name = _("papieren kaart")
        verbose_name_plural = _("papieren kaarten")
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="one_card_a_number"),)

    def __str__(self) -> str:
        return str(self.number)

    @property
    def last_look(self) -> str:
        """Which look at it was the last; a form carries it, so that one look sent twice is not taken for two."""
        return (self.second_at or self.first_at).isoformat()
