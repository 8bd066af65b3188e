"""Statements that participants bring in, and what was decided about each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.models import Role
from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy
from meervoud_web.rounds.models.participation import GROUND, Participation
from meervoud_web.rounds.models.round import Round

LONGEST = 200
"""A statement is one thought; whoever needs more has two."""


class Rule(models.TextChoices):
    """The public rules: the only reasons for which a statement is not shown."""

    PERSONAL = "personal", _("er staan gegevens van een persoon in")
    INSULT = "insult", _("het scheldt, bedreigt of zet mensen weg")
    OTHER_TOPIC = "other-topic", _("het gaat niet over deze vraag")
    TWICE = "twice", _("het staat er al")
    NO_OPINION = "no-opinion", _("het is een vraag of een feit, en geen mening")
    SEVERAL = "several", _("het zijn meer meningen tegelijk")
    ADVERTISING = "advertising", _("het is reclame")


class SubmissionState(models.TextChoices):
    WAITING = "waiting", _("wacht op lezen")
    ACCEPTED = "accepted", _("doet mee")
    REFUSED = "refused", _("niet getoond")
    MERGED = "merged", _("samengevoegd met een andere stelling")
    HELP = "help", _("doorgegeven als hulpvraag")
    WITHDRAWN = "withdrawn", _("teruggenomen")


class Submission(models.Model):
    """A statement that somebody brought in. Its words leave this table only when they are accepted."""

    data_policy = DataPolicy(
        purpose=_("Mensen zelf laten zeggen wat ertoe doet, en laten zien wat er met hun stelling is gebeurd."),
        ground=GROUND,
        term=_("Tot dertig dagen na de terugkoppeling; wat meedoet blijft zolang de ronde."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="submissions")
    participation = models.ForeignKey(
        Participation, null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions"
    )
    request_id = models.UUIDField(null=True, blank=True)
    text = models.CharField(_("stelling"), max_length=LONGEST)
    state = models.CharField(
        _("stand"), max_length=9, choices=SubmissionState.choices, default=SubmissionState.WAITING
    )
    statement = models.ForeignKey(
        "conversations.Statement", null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions"
    )
    """What it became, or what it was merged with."""
    rule = models.CharField(_("regel"), max_length=11, choices=Rule.choices, blank=True)
    explanation = models.CharField(_("uitleg"), max_length=500, blank=True)
    is_redacted = models.BooleanField(_("persoonsgegevens weggehaald"), default=False)
    submitted_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("uiterlijk gelezen"))
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("ingebrachte stelling")
        verbose_name_plural = _("ingebrachte stellingen")
        ordering = ("pk",)
        indexes = (models.Index(fields=("round", "state", "due_at"), name="submissions_in_turn"),)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=SubmissionState.values), name="submission_known_state"),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(rule=""), name="submission_refused_by_a_rule"
            ),
            models.UniqueConstraint(fields=("participation", "request_id"), name="one_submission_a_request"),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_late(self) -> bool:
        """Whether it waits longer than was promised."""
        return self.state == SubmissionState.WAITING and self.due_at < timezone.now()


class Appeal(models.Model):
    """Somebody does not agree that their statement is not shown, and is answered by another reader."""

    data_policy = DataPolicy(
        purpose=_("Een keuze over een stelling door een ander laten nakijken."),
        ground=GROUND,
        term=_("Tot dertig dagen na de terugkoppeling."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="appeal")
    text = models.CharField(_("waarom de stelling wel mee moet doen"), max_length=500)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    is_granted = models.BooleanField(null=True, blank=True)
    answer = models.CharField(_("antwoord"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("verzoek om nog eens te kijken")
        verbose_name_plural = _("verzoeken om nog eens te kijken")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(is_granted=None) | ~Q(answer=""), name="appeal_answered_with_words"
            ),
        )

    def __str__(self) -> str:
        return self.text


class ModerationEntry(models.Model):
    """A line of the public log: what was done, by which rule, in which role. Never the text, never who."""

    data_policy = NO_PERSONAL_DATA

    class What(models.TextChoices):
        ACCEPTED = "accepted", _("doet mee")
        REFUSED = "refused", _("niet getoond")
        MERGED = "merged", _("samengevoegd")
        REDACTED = "redacted", _("persoonsgegevens weggehaald")
        HELP = "help", _("doorgegeven als hulpvraag")
        APPEAL_GRANTED = "granted", _("nog eens bekeken: doet alsnog mee")
        APPEAL_DENIED = "denied", _("nog eens bekeken: blijft zo")
        PUT_BACK = "put-back", _("keuze teruggedraaid: wordt opnieuw gelezen")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField(default=timezone.now, editable=False)
    what = models.CharField(max_length=8, choices=What.choices)
    rule = models.CharField(max_length=11, choices=Rule.choices, blank=True)
    role = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("regel in het logboek")
        verbose_name_plural = _("regels in het logboek")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.round_id} {self.what}"

    @property
    def role_name(self) -> str:
        """The role, in the language of the reader."""
        return str(dict(Role.choices).get(self.role, ""))
