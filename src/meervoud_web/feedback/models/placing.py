"""A contribution under a theme, and what is said about it to who brought it in alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.things import Thing
from meervoud_web.feedback.models.theme import GROUND, Theme
from meervoud_web.people.policy import DataPolicy


class Placing(models.Model):
    """One contribution, of whatever kind, under one theme. ``addition`` comes first, for one reader."""

    data_policy = DataPolicy(
        purpose=_("Weten bij welk antwoord een bijdrage hoort, en iemand persoonlijk kunnen antwoorden."),
        ground=GROUND,
        term=_("Zolang de bijdrage bewaard wordt; weg zodra die is teruggenomen."),
    )

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="placings")
    thing_kind = models.CharField(_("soort bijdrage"), max_length=30)
    thing_id = models.BigIntegerField(_("nummer van de bijdrage"))
    addition = models.TextField(_("persoonlijke aanvulling"), max_length=1000, blank=True)
    addition_number = models.PositiveIntegerField(default=0, editable=False)
    """How often the addition was written: who comes second gets to see what came first."""
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("bijdrage bij een thema")
        verbose_name_plural = _("bijdragen bij thema's")
        ordering = ("pk",)
        indexes = (models.Index(fields=("thing_kind", "thing_id"), name="placings_of_a_thing"),)
        constraints = (
            models.UniqueConstraint(fields=("theme", "thing_kind", "thing_id"), name="once_under_a_theme"),
        )

    def __str__(self) -> str:
        return str(self.thing)

    @property
    def thing(self) -> Thing:
        """What was brought in."""
        return Thing(self.thing_kind, self.thing_id)
