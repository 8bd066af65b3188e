"""What a challenge holds on to for years: main lines in a sentence each, and the public values at stake."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy

GROUND = _("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG).")
TERM = _("Zolang de opgave bestaat; wie het opschreef, vervalt met het account.")


class MainLine(models.Model):
    """A direction that is held for years, in one sentence, without an end date; it can be let go with a reason."""

    data_policy = DataPolicy(
        purpose=_("Laten zien waar een opgave jaren aan vasthoudt, en waarom."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="main_lines")
    sentence = models.CharField(_("hoofdlijn"), max_length=200)
    why = models.TextField(_("waarom"), max_length=1000, blank=True)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    let_go_at = models.DateTimeField(_("losgelaten op"), null=True, blank=True)
    let_go_why = models.TextField(_("waarom losgelaten"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("hoofdlijn")
        verbose_name_plural = _("hoofdlijnen")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("challenge", "sentence"), name="one_main_line_in_these_words"),
            models.CheckConstraint(
                condition=Q(let_go_at=None) | ~Q(let_go_why=""), name="main_line_let_go_with_a_reason"
            ),
        )

    def __str__(self) -> str:
        return self.sentence

    def get_absolute_url(self) -> str:
        return f"{reverse('course:course', args=[self.challenge.slug])}#hoofdlijn-{self.pk}"


class ValueKind(models.TextChoices):
    """What government brings about is another thing than the principles by which it works (Bovens 2017)."""

    RESULT = "result", _("wat het oplevert voor mensen")
    PRINCIPLE = "principle", _("hoe een overheid hoort te werken")


class PublicValue(models.Model):
    """Something of worth to everybody that is at stake in the challenge."""

    data_policy = DataPolicy(
        purpose=_("Laten zien welke publieke waarden op het spel staan."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="public_values")
    name = models.CharField(_("publieke waarde"), max_length=80)
    kind = models.CharField(_("soort"), max_length=10, choices=ValueKind.choices, default=ValueKind.RESULT)
    at_stake = models.CharField(_("wat er op het spel staat"), max_length=300)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("publieke waarde")
        verbose_name_plural = _("publieke waarden")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("challenge", "name"), name="one_public_value_by_this_name"),
            models.CheckConstraint(condition=Q(kind__in=ValueKind.values), name="public_value_known_kind"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('course:course', args=[self.challenge.slug])}#waarde-{self.pk}"
