"""A change of administration: each main line is confirmed, changed or reversed, and the answer is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models.course import GROUND, TERM, MainLine
from meervoud_web.people.policy import DataPolicy


class Handover(models.Model):
    """The course goes to a new administration. Until it is finished nothing of the course changes."""

    data_policy = DataPolicy(
        purpose=_("Laten zien hoe een nieuw bestuur de koers overnam, en waarom zo."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="handovers")
    administration = models.CharField(_("nieuw bestuur"), max_length=120)
    starts_on = models.DateField(_("begint op"))
    former = models.CharField(_("vorig bestuur"), max_length=120, blank=True)
    begun_at = models.DateTimeField(_("begonnen"), default=clock.now)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(_("afgerond"), null=True, blank=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        ordering = ("starts_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("challenge",), condition=Q(finished_at=None), name="one_handover_goes_on"
            ),
            models.UniqueConstraint(fields=("challenge", "administration"), name="one_handover_to_each"),
        )

    def __str__(self) -> str:
        return self.administration

    def get_absolute_url(self) -> str:
        return reverse("course:handover", args=[self.challenge.slug, self.pk])

    @property
    def is_finished(self) -> bool:
        """Whether the new administration has taken the course over."""
        return self.finished_at is not None


class Verdict(models.TextChoices):
    """What a new administration does with a main line."""

    CONFIRMED = "confirmed", _("bevestigd")
    CHANGED = "changed", _("gewijzigd")
    REVERSED = "reversed", _("gekeerd")


class HandedLine(models.Model):
    """What a new administration did with one main line, how it read before, and why."""

    data_policy = DataPolicy(
        purpose=_("Bewaren wat een nieuw bestuur met een hoofdlijn deed, en waarom."), ground=GROUND, term=TERM
    )

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="answers")
    line = models.ForeignKey(MainLine, on_delete=models.PROTECT, related_name="handed")
    verdict = models.CharField(_("wat gebeurt ermee?"), max_length=10, choices=Verdict.choices)
    was = models.CharField(_("zoals zij was"), max_length=200)
    becomes = models.CharField(_("zoals zij wordt"), max_length=200, blank=True)
    reason = models.TextField(_("waarom"), max_length=1500)
    decided_by = models.CharField(_("door wie"), max_length=120)
    mandate = models.CharField(_("met welk mandaat"), max_length=200)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # Goes up with every answer, so that two people who answer at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("overgedragen hoofdlijn")
        verbose_name_plural = _("overgedragen hoofdlijnen")
        ordering = ("handover__starts_on", "line__at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("handover", "line"), name="one_answer_for_a_line"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="handed_known_verdict"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.CHANGED) | ~Q(becomes=""), name="handed_changed_into_something"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="handed_with_a_reason"),
        )

    def __str__(self) -> str:
        return self.was
