"""The answer on a theme, each time that it was written, and what came of it later."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.feedback.models.theme import GROUND, TERM, Theme, Weighed
from meervoud_web.people.policy import DataPolicy


class ThemeAnswer(models.Model):
    """What is done with a theme and why, as it was once said. The newest counts, earlier ones stay readable."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat er met inbreng gedaan is, namens wie, en hoe een antwoord veranderde."),
        ground=GROUND,
        term=TERM,
    )

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField(_("nummer"))
    weighed = models.CharField(_("wat is ermee gedaan?"), max_length=9, choices=Weighed.choices)
    text = models.TextField(_("antwoord, met de reden"), max_length=2500)
    elsewhere = models.CharField(_("waar het wel hoort"), max_length=300, blank=True)
    who = models.CharField(_("namens wie"), max_length=120)
    reason = models.CharField(_("waarom het antwoord veranderde"), max_length=500, blank=True)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("antwoord op een thema")
        verbose_name_plural = _("antwoorden op thema's")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("theme", "number"), name="one_answer_a_number"),
            models.CheckConstraint(condition=Q(weighed__in=Weighed.values), name="answer_known_weighing"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(who=""), name="answer_says_why_and_for_whom"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="answer_changed_with_a_reason"),
            models.CheckConstraint(
                condition=~Q(weighed=Weighed.ELSEWHERE) | ~Q(elsewhere=""), name="answer_says_where_it_belongs"
            ),
        )

    def __str__(self) -> str:
        return str(self.get_weighed_display())


class ThemeResult(models.Model):
    """What came of it, told later: people hear not only what was chosen, but what it led to."""

    data_policy = DataPolicy(purpose=_("Laten zien wat er van een keuze kwam."), ground=GROUND, term=TERM)

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="results")
    text = models.TextField(_("wat ervan kwam"), max_length=1500)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("wat er van een thema kwam")
        verbose_name_plural = _("wat er van thema's kwam")
        ordering = ("at", "pk")
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="result_says_something"),)

    def __str__(self) -> str:
        return self.text
