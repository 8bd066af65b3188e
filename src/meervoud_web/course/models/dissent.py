"""Dissent (tegenspraak): professional counsel that differs from a choice or from the course, safely recorded."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models.choice import Choice
from meervoud_web.course.models.course import GROUND
from meervoud_web.people.policy import DataPolicy

POLICY = DataPolicy(
    purpose=_("Vakmensen die het anders zien veilig laten vastleggen waarom, en laten zien wat het antwoord was."),
    ground=GROUND,
    term=_(
        "Zolang de opgave bestaat; de naam vervalt met het account. Nooit openbaar zonder ja van wie het schreef."
    ),
)
WINDOW = timedelta(days=1)
"""How long somebody can still correct what they filed when the choice was set already."""


class Openness(models.TextChoices):
    """What its author allows; the Woo (article 5.2) keeps personal opinions on policy out of what is public."""

    INTERNAL = "internal", _("Nee, alleen intern.")
    NAMELESS = "nameless", _("Ja, zonder mijn naam.")
    NAMED = "named", _("Ja, met mijn naam.")


class Dissent(models.Model):
    """What somebody who works here would do otherwise, and why. Nobody else can change or remove it."""

    data_policy = POLICY

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="dissents")
    choice = models.ForeignKey(
        Choice, verbose_name=_("bij welke keuze?"), on_delete=models.PROTECT, null=True, related_name="dissents"
    )
    otherwise = models.CharField(_("wat zou u anders doen?"), max_length=300)
    why = models.TextField(_("waarom"), max_length=3000)
    trade = models.CharField(_("vanuit welk vak?"), max_length=120)
    openness = models.CharField(
        _("mag dit in een openbaar stuk?"), max_length=10, choices=Openness.choices, default=Openness.INTERNAL
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("vastgelegd"), default=clock.now)

    class Meta:
        verbose_name = _("tegenspraak")
        verbose_name_plural = _("tegenspraken")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("challenge", "author", "otherwise"), name="one_dissent_in_these_words"
            ),
            models.CheckConstraint(condition=Q(openness__in=Openness.values), name="dissent_known_openness"),
        )

    def __str__(self) -> str:
        return self.otherwise

    def get_absolute_url(self) -> str:
        return reverse("course:dissent", args=[self.challenge.slug, self.pk])

    def can_be_corrected(self, moment: datetime) -> bool:
        """Whether its author can still correct it: until the choice is set, and for a day in any case."""
        is_set = self.choice is None or self.choice.chosen_on <= timezone.localdate(moment)
        return not is_set or moment < self.at + WINDOW


class DissentVersion(models.Model):
    """How it read before its author corrected it."""

    data_policy = POLICY

    dissent = models.ForeignKey(Dissent, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("nummer"))
    otherwise = models.CharField(_("wat zou u anders doen?"), max_length=300)
    why = models.TextField(_("waarom"), max_length=3000)
    until = models.DateTimeField(_("gold tot en met"), default=clock.now)

    class Meta:
        verbose_name = _("eerdere tekst van een tegenspraak")
        verbose_name_plural = _("eerdere teksten van tegenspraken")
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("dissent", "number"), name="one_dissent_per_number"),)

    def __str__(self) -> str:
        return self.otherwise


class DissentAddition(models.Model):
    """What its author added later; what stood there stays."""

    data_policy = POLICY

    dissent = models.ForeignKey(Dissent, on_delete=models.CASCADE, related_name="additions")
    text = models.TextField(_("aanvulling"), max_length=3000)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)

    class Meta:
        verbose_name = _("aanvulling op een tegenspraak")
        verbose_name_plural = _("aanvullingen op tegenspraken")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.text


class Reply(models.TextChoices):
    """What whoever decides does with it."""

    FOLLOWED = "followed", _("wij nemen dit over")
    PARTLY = "partly", _("wij nemen dit voor een deel over")
    STANDS = "stands", _("wij houden vast aan wat er gekozen is")


class DissentAnswer(models.Model):
    """What whoever decides answered, and why."""

    data_policy = POLICY

    dissent = models.ForeignKey(Dissent, on_delete=models.CASCADE, related_name="answers")
    reply = models.CharField(_("wat doet u ermee?"), max_length=10, choices=Reply.choices)
    reason = models.TextField(_("waarom"), max_length=1500)
    decided_by = models.CharField(_("namens wie antwoordt u?"), max_length=120)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)

    class Meta:
        verbose_name = _("antwoord op tegenspraak")
        verbose_name_plural = _("antwoorden op tegenspraken")
        ordering = ("at", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(reply__in=Reply.values), name="answer_known_reply"),
            models.CheckConstraint(condition=~Q(reason=""), name="answer_with_a_reason"),
        )

    def __str__(self) -> str:
        return self.get_reply_display()
