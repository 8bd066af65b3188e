"""How a signal was read, each time with the reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.people.policy import DataPolicy
from meervoud_web.signals.models.signal import Signal
from meervoud_web.signals.models.verdict import Verdict


class Reading(models.Model):
    """One time that somebody read a signal (duiding). The newest counts; the earlier ones stay."""

    data_policy = DataPolicy(
        purpose=_("Onthouden hoe een signaal gelezen is, door wie en waarom."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het signaal bestaat; wie het las, vervalt met het account."),
    )

    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="readings")
    # The form carries it, so that of two who read at once one does, and the other hears.
    number = models.PositiveIntegerField(_("hoeveelste keer"))
    verdict = models.CharField(_("gelezen als"), max_length=5, choices=Verdict.choices)
    why = models.CharField(_("waarom"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)

    class Meta:
        verbose_name = _("duiding van een signaal")
        verbose_name_plural = _("duidingen van signalen")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("signal", "number"), name="one_reading_at_a_time"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="reading_known_verdict"),
            models.CheckConstraint(condition=~Q(why=""), name="reading_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.why}"
