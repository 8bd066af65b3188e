"""An answer that was put right after everyone could read it: what it said before, and why it changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.participation import GROUND
from meervoud_web.rounds.models.round import Round


class Correction(models.Model):
    """What was said about a round and was not right; it stays readable beside what is said now."""

    data_policy = DataPolicy(
        purpose=_("Laten zien dat een terugkoppeling is verbeterd, wat er eerst stond en waarom."),
        ground=GROUND,
        term=_("Zolang de stellingenronde bewaard wordt."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="corrections")
    was = models.TextField(_("wat er eerst stond"), max_length=5000)
    reason = models.CharField(_("waarom het is verbeterd"), max_length=500)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("verbeterde terugkoppeling")
        verbose_name_plural = _("verbeterde terugkoppelingen")
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(was=""), name="correction_keeps_what_was"),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.at:%Y-%m-%d}"
