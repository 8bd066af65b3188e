"""Residents and partners may propose a round; staff take it up, or say why not."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.participation import GROUND
from meervoud_web.rounds.models.round import Round


class RoundProposal(models.Model):
    """A question that somebody outside the organisation wants to put to everyone, with the answer it got."""

    data_policy = DataPolicy(
        purpose=_("Inwoners en partners zelf een stellingenronde laten voorstellen, en hun antwoord geven."),
        ground=GROUND,
        term=_("Tot een jaar na het antwoord."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="round_proposals")
    question = models.CharField(_("vraag"), max_length=300)
    reason = models.TextField(_("waarom"), max_length=1000)
    follow_hash = models.CharField(max_length=64, unique=True, editable=False)
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    answer_by = models.DateField(_("antwoord uiterlijk"))
    is_taken_up = models.BooleanField(null=True, blank=True)
    answer = models.TextField(_("antwoord"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals")

    class Meta:
        verbose_name = _("voorstel voor een stellingenronde")
        verbose_name_plural = _("voorstellen voor een stellingenronde")
        ordering = ("answer_by", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_taken_up=None) | ~Q(answer=""), name="proposal_answered_with_words"
            ),
        )

    def __str__(self) -> str:
        return self.question
