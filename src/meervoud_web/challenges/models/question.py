"""The question of a challenge as it was asked, time after time, with the reason for each change."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models.challenge import Challenge
from meervoud_web.people.policy import DataPolicy


class QuestionVersion(models.Model):
    """One way in which the question was asked; it stays as it was."""

    data_policy = DataPolicy(
        purpose=_("Laten zien hoe en waarom de vraag van een opgave veranderde."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie de vraag veranderde, vervalt met het account."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveIntegerField(_("nummer"))
    question = models.TextField(_("vraag"), max_length=500)
    reason = models.TextField(_("waarom"), max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)

    class Meta:
        verbose_name = _("versie van de vraag")
        verbose_name_plural = _("versies van de vraag")
        ordering = ("challenge", "number")
        constraints = (models.UniqueConstraint(fields=("challenge", "number"), name="one_question_per_number"),)

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        address = reverse("challenges:question", kwargs={"slug": self.challenge.slug})
        return f"{address}#versie-{self.number}"
