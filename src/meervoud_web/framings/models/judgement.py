"""Is it a challenge or a project: what somebody answers to three questions, each time anew."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy


class Level(models.IntegerChoices):
    """How far somebody goes along with a question."""

    NO = 1, _("nee")
    RATHER_NOT = 2, _("eerder niet")
    HALF = 3, _("half om half")
    RATHER = 4, _("eerder wel")
    YES = 5, _("ja")


class WickednessJudgement(models.Model):
    """What one person answered; a later answer of theirs stands beside it and counts in its place."""

    data_policy = DataPolicy(
        purpose=_("Zien waarin mensen verschillen over de vraag of dit een opgave is of een project."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave en het account bestaan."),
    )

    QUESTIONS: ClassVar = {
        "agreed": _("Zijn wij het eens over wat ertoe doet?"),
        "known": _("Weten wij wat werkt?"),
        "foreseen": _("Kunnen wij overzien wat er gebeurt als wij iets doen?"),
    }

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="judgements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="judgements")
    agreed = models.PositiveSmallIntegerField(QUESTIONS["agreed"], choices=Level.choices)
    agreed_why = models.CharField(_("Waarom vindt u dat?"), max_length=300)
    known = models.PositiveSmallIntegerField(QUESTIONS["known"], choices=Level.choices)
    known_why = models.CharField(_("Waarom vindt u dat?"), max_length=300)
    foreseen = models.PositiveSmallIntegerField(QUESTIONS["foreseen"], choices=Level.choices)
    foreseen_why = models.CharField(_("Waarom vindt u dat?"), max_length=300)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("antwoord op de drie vragen")
        verbose_name_plural = _("antwoorden op de drie vragen")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(agreed__range=(1, 5), known__range=(1, 5), foreseen__range=(1, 5)),
                name="judgement_known_levels",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreed}, {self.known}, {self.foreseen}"

    @property
    def levels(self) -> tuple[int, int, int]:
        """The three answers, in the order of the questions."""
        return self.agreed, self.known, self.foreseen
