"""A proposal of somebody in position: a trial or a point for the agenda, and the answer that it gets in time."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge, Part
from meervoud_web.people.policy import DataPolicy


class ProposalKind(models.TextChoices):
    """What is proposed."""

    TRIAL = "trial", _("een kleine proef")
    AGENDA = "agenda", _("een punt voor de agenda")


class ProposalState(models.TextChoices):
    """Where a proposal stands. Late is no state: it is one that waits after its promised day."""

    OPEN = "open", _("wacht op antwoord")
    ANSWERED = "answered", _("beantwoord")
    AGAIN = "again", _("iemand anders kijkt nog eens")
    SETTLED = "settled", _("afgerond")
    WITHDRAWN = "withdrawn", _("ingetrokken")


WAITS = (ProposalState.OPEN, ProposalState.AGAIN)
"""The states in which somebody owes an answer."""


class Verdict(models.TextChoices):
    """What is done with a proposal."""

    TAKEN_UP = "taken-up", _("overgenomen")
    PARTLY = "partly", _("deels overgenomen")
    NOT = "not", _("niet overgenomen")
    ELSEWHERE = "elsewhere", _("hoort ergens anders")


class Proposal(models.Model):
    """What somebody with a part in the challenge puts before us, and by when they hear."""

    data_policy = DataPolicy(
        purpose=_("Wie een rol bij een opgave heeft zelf laten voorstellen, en op tijd antwoord geven."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie voorstelde, vervalt met het account."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="own_proposals")
    kind = models.CharField(_("wat stelt u voor?"), max_length=6, choices=ProposalKind.choices)
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="own_proposals"
    )
    # In which part, and for whom, at that moment: others read this, and not the name.
    part = models.CharField(_("in welke rol"), max_length=30, choices=Part.choices)
    organisation = models.CharField(_("organisatie"), max_length=100, blank=True)
    proposed_at = models.DateTimeField(_("voorgesteld"), default=clock.now, editable=False)
    answer_by = models.DateField(_("antwoord uiterlijk"))
    state = models.CharField(
        _("stand"), max_length=9, choices=ProposalState.choices, default=ProposalState.OPEN, editable=False
    )
    reaction = models.CharField(_("reactie op het antwoord"), max_length=1000, blank=True, editable=False)
    reacted_at = models.DateTimeField(null=True, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("voorstel")
        verbose_name_plural = _("voorstellen")
        ordering = ("answer_by", "pk")
        indexes = (models.Index(fields=("challenge", "state", "answer_by"), name="proposals_that_wait"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=ProposalKind.values), name="proposal_known_kind"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="proposal_known_part"),
            models.CheckConstraint(condition=Q(state__in=ProposalState.values), name="proposal_known_state"),
        )

    def __str__(self) -> str:
        return self.newest.what

    def get_absolute_url(self) -> str:
        return reverse("initiatives:proposal", kwargs={"slug": self.challenge.slug, "pk": self.pk})

    @property
    def newest(self) -> ProposalVersion:
        """The proposal as it was last written; taken from what was prefetched where it was."""
        return max(self.versions.all(), key=lambda version: version.number)

    @property
    def waits(self) -> bool:
        """Whether somebody owes an answer."""
        return self.state in WAITS

    @property
    def is_late(self) -> bool:
        """Whether the promised day is past without an answer."""
        return self.waits and self.answer_by < timezone.localdate()

    @property
    def proposed_as(self) -> str:
        """In which part it was proposed, and for whom."""
        return ", ".join(part for part in (str(Part(self.part).label), self.organisation) if part)


class ProposalVersion(models.Model):
    """A proposal as it was once written, with the reason of the change."""

    data_policy = DataPolicy(
        purpose=_("Laten zien hoe een voorstel veranderde, en waarom."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het voorstel."),
    )

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("nummer"))
    what = models.CharField(_("wat stelt u voor?"), max_length=300)
    why = models.TextField(_("waarom?"), max_length=1000)
    how = models.CharField(_("hoe kan het klein beginnen?"), max_length=500, blank=True)
    reason = models.CharField(_("waarom schrijft u het anders?"), max_length=300, blank=True)
    at = models.DateTimeField(_("tijdstip"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("versie van een voorstel")
        verbose_name_plural = _("versies van een voorstel")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("proposal", "number"), name="one_version_of_a_proposal_at_a_time"),
            models.CheckConstraint(condition=~Q(what="") & ~Q(why=""), name="proposal_says_what_and_why"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="proposal_changed_for_a_reason"),
        )

    def __str__(self) -> str:
        return self.what


class ProposalAnswer(models.Model):
    """What is done with a proposal, and why. There is a second one when the proposer asked to look again."""

    data_policy = DataPolicy(
        purpose=_("Antwoord geven op een voorstel, met de reden."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het voorstel; wie antwoordde, vervalt met het account."),
    )

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField(_("eerste of tweede"))
    about_version = models.PositiveIntegerField(_("over versie"))
    verdict = models.CharField(_("wat doen wij ermee?"), max_length=9, choices=Verdict.choices)
    reason = models.CharField(_("waarom?"), max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("tijdstip"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("antwoord op een voorstel")
        verbose_name_plural = _("antwoorden op een voorstel")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("proposal", "number"), name="one_answer_to_a_proposal_at_a_time"),
            models.CheckConstraint(condition=Q(number__in=(1, 2)), name="proposal_answered_twice_at_most"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="proposal_answer_known_verdict"),
            models.CheckConstraint(condition=~Q(reason=""), name="proposal_answered_with_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.reason}"
