"""What was chosen, by whom and with which mandate, what it rests on, and how it was looked at again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models.assumption import Assumption
from meervoud_web.course.models.course import GROUND, TERM
from meervoud_web.people.policy import DataPolicy


class Choice(models.Model):
    """A choice, with three plain questions: weloverwogen, doortastend, lef. It stays readable as it was made."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat er gekozen is, door wie, en waar dat op rust."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="choices")
    what = models.CharField(_("wat er gekozen is"), max_length=300)
    chosen_by = models.CharField(_("door wie"), max_length=120)
    mandate = models.CharField(_("met welk mandaat"), max_length=200)
    chosen_on = models.DateField(_("gekozen op"), default=timezone.localdate)
    weighed = models.TextField(_("weloverwogen: wat woog u af?"), max_length=1500)
    on_monday = models.TextField(_("doortastend: wat doet u maandag?"), max_length=1000)
    courage = models.TextField(_("lef: wat vraagt moed, en wie staat erachter?"), max_length=1000)
    assumptions = models.ManyToManyField(
        Assumption, verbose_name=_("rust op deze aannames"), blank=True, related_name="choices"
    )
    builds_on = models.ManyToManyField(
        "self",
        verbose_name=_("bouwt voort op deze keuzes"),
        symmetrical=False,
        blank=True,
        related_name="built_on_it",
    )
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("keuze")
        verbose_name_plural = _("keuzes")
        ordering = ("-chosen_on", "-pk")
        constraints = (models.UniqueConstraint(fields=("challenge", "what"), name="one_choice_in_these_words"),)

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("course:choice", args=[self.challenge.slug, self.pk])


class Outcome(models.TextChoices):
    """What came of looking again."""

    KEPT = "kept", _("wij houden eraan vast")
    ADAPTED = "adapted", _("wij passen haar aan")
    TAKEN_BACK = "taken-back", _("wij nemen haar terug")


class SecondLook(models.Model):
    """A choice was reconsidered, with the reason; a choice that was taken back is itself something that fell."""

    data_policy = DataPolicy(
        purpose=_("Laten zien dat en waarom een keuze opnieuw bekeken is."), ground=GROUND, term=TERM
    )

    choice = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="second_looks")
    outcome = models.CharField(_("wat komt eruit?"), max_length=10, choices=Outcome.choices)
    why = models.TextField(_("waarom"), max_length=1500)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("heroverweging van een keuze")
        verbose_name_plural = _("heroverwegingen van keuzes")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="second_look_known_outcome"),
        )

    def __str__(self) -> str:
        return self.get_outcome_display()
