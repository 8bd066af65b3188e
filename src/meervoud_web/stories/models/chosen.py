"""Which story a panel found the most significant of a period, and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy
from meervoud_web.stories.models.story import Domain, Story
from meervoud_web.stories.models.teller import GROUND, TERM


class ChosenStory(models.Model):
    """A panel read the stories of a period in one domain and chose; the others stay (Davies & Dart 2005)."""

    data_policy = DataPolicy(
        purpose=_("Laten zien welke verandering een panel het meest betekenisvol vond, en waarom."),
        ground=GROUND,
        term=TERM,
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="chosen_stories")
    domain = models.CharField(_("waarin"), max_length=10, choices=Domain.choices)
    since = models.DateField(_("van"))
    until = models.DateField(_("tot en met"))
    panel = models.CharField(_("wie kozen?"), max_length=120)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="chosen")
    reason = models.TextField(_("waarom dit verhaal"), max_length=1500)
    considered = models.PositiveIntegerField(_("gelezen verhalen"))
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("gekozen verhaal")
        verbose_name_plural = _("gekozen verhalen")
        ordering = ("-until", "domain", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("challenge", "domain", "since", "until", "panel"), name="one_story_of_a_panel"
            ),
            models.CheckConstraint(condition=Q(domain__in=Domain.values), name="chosen_known_domain"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="chosen_period_runs_forward"),
            models.CheckConstraint(condition=~Q(reason=""), name="chosen_with_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.get_domain_display()}: {self.story}"

    def get_absolute_url(self) -> str:
        return f"{reverse('stories:stories', args=[self.challenge.slug])}#gekozen-{self.pk}"
