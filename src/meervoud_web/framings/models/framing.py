"""A framing (kijk op de opgave): what one actor sees, in their words; every version stays as it was."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy

LONGEST = 400
"""Four framings of this length stand side by side on one sheet of paper."""


class Recognised(models.TextChoices):
    """What the actor says of how their framing was written down."""

    WAITING = "waiting", _("nog niet bevestigd")
    CONFIRMED = "confirmed", _("bevestigd")
    CONTESTED = "contested", _("betwist")


class Framing(models.Model):
    """One actor with a view of the challenge, and who speaks for that actor."""

    data_policy = DataPolicy(
        purpose=_("Laten zien hoe verschillende actoren een opgave zien, ieder in eigen woorden."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie voor de actor spreekt, vervalt met het account."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="framings")
    actor = models.CharField(_("actor"), max_length=60)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="framings_held",
        verbose_name=_("wie spreekt voor deze actor"),
    )
    begun_at = models.DateTimeField(_("begonnen"), default=clock.now)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("kijk op de opgave")
        verbose_name_plural = _("kijken op de opgave")
        ordering = ("begun_at", "pk")
        constraints = (
            models.UniqueConstraint("challenge", Lower("actor"), name="one_framing_of_an_actor"),
            models.CheckConstraint(condition=~Q(actor=""), name="framing_of_somebody"),
        )

    def __str__(self) -> str:
        return self.actor

    def get_absolute_url(self) -> str:
        return reverse("framings:framing", kwargs={"slug": self.challenge.slug, "pk": self.pk})


class FramingVersion(models.Model):
    """How an actor sees the challenge, as it was written down once."""

    data_policy = DataPolicy(
        purpose=_("Laten zien hoe en waarom een kijk op een opgave veranderde, en of de actor zich herkent."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie schreef en antwoordde, vervalt met het account."),
    )
    PARTS: ClassVar = {
        "problem": _("wat is er aan de hand?"),
        "cause": _("hoe komt dat?"),
        "responsibility": _("wie is ervoor verantwoordelijk?"),
        "value": _("wat staat er op het spel?"),
        "solution": _("wat zou helpen?"),
    }
    """Each part with the question that it answers, in the order of reading."""

    framing = models.ForeignKey(Framing, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("nummer"))
    words = models.CharField(_("zo zeggen wij het zelf"), max_length=200, blank=True)
    problem = models.CharField(PARTS["problem"], max_length=LONGEST)
    cause = models.CharField(PARTS["cause"], max_length=LONGEST, blank=True)
    responsibility = models.CharField(PARTS["responsibility"], max_length=LONGEST, blank=True)
    value = models.CharField(PARTS["value"], max_length=LONGEST, blank=True)
    solution = models.CharField(PARTS["solution"], max_length=LONGEST, blank=True)
    reason = models.CharField(_("waarom deze versie"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    on_behalf = models.BooleanField(_("namens de actor geschreven"), default=False)
    at = models.DateTimeField(_("geschreven"), default=clock.now)
    recognised = models.CharField(
        _("herkend"), max_length=10, choices=Recognised.choices, default=Recognised.WAITING
    )
    answered_at = models.DateTimeField(_("beantwoord"), null=True)
    contest = models.CharField(_("wat er volgens de actor niet klopt"), max_length=600, blank=True)
    # The version that everybody may read where the challenge is open: one that the actor stands behind.
    is_shown = models.BooleanField(_("voor iedereen te lezen"), default=False)

    class Meta:
        verbose_name = _("versie van een kijk op de opgave")
        verbose_name_plural = _("versies van kijken op de opgave")
        ordering = ("framing", "number")
        constraints = (
            models.UniqueConstraint(fields=("framing", "number"), name="one_framing_version_per_number"),
            models.UniqueConstraint(fields=("framing",), condition=Q(is_shown=True), name="one_framing_shown"),
            models.CheckConstraint(
                condition=Q(is_shown=False) | Q(recognised="confirmed"), name="framing_shown_is_confirmed"
            ),
            models.CheckConstraint(
                condition=Q(recognised__in=Recognised.values), name="framing_known_recognition"
            ),
            models.CheckConstraint(
                condition=~Q(recognised="contested") | ~Q(contest=""), name="framing_contested_with_words"
            ),
        )

    def __str__(self) -> str:
        return self.framing.actor

    def get_absolute_url(self) -> str:
        return f"{self.framing.get_absolute_url()}#versie-{self.number}"

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each part with the question that it answers, in the order of reading."""
        return [(str(question), getattr(self, name)) for name, question in self.PARTS.items()]

    @property
    def is_confirmed(self) -> bool:
        """Whether the actor stands behind these words."""
        return self.recognised == Recognised.CONFIRMED

    @property
    def is_contested(self) -> bool:
        """Whether the actor said that this is not how they see it."""
        return self.recognised == Recognised.CONTESTED

    @property
    def is_waiting(self) -> bool:
        """Whether the actor has not answered yet."""
        return self.recognised == Recognised.WAITING
