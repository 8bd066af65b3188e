"""People in roles on a challenge, from one day up to and including another."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models.challenge import Challenge
from meervoud_web.people.policy import DataPolicy


class Part(models.TextChoices):
    """The role that somebody has on one challenge."""

    CHALLENGE_MANAGER = "challenge-manager", _("opgavemanager")
    POLITICAL_PRINCIPAL = "political-principal", _("bestuurlijk opdrachtgever")
    ADMINISTRATIVE_PRINCIPAL = "administrative-principal", _("ambtelijk opdrachtgever")
    DIRECTOR = "director", _("directielid")
    HEAD_OF_DEPARTMENT = "head-of-department", _("afdelingsmanager")
    TEAM_MEMBER = "team-member", _("teamlid")
    FACILITATOR = "facilitator", _("procesbegeleider")
    PARTNER = "partner", _("partner")
    RESIDENT = "resident", _("inwoner")
    EXPERT_BY_EXPERIENCE = "expert-by-experience", _("ervaringsdeskundige")
    ADVISORY_COUNCIL = "advisory-council", _("lid adviesraad")
    COUNCIL_MEMBER = "council-member", _("raadslid")
    CLERK = "clerk", _("griffier")
    EXTERNAL_ADVISER = "external-adviser", _("externe adviseur")


WORKING_PARTS = frozenset({Part.CHALLENGE_MANAGER, Part.TEAM_MEMBER, Part.FACILITATOR, Part.EXTERNAL_ADVISER})
"""Who has one of these works on the challenge: writes notes, reads signals, keeps the course."""


class Involvement(models.Model):
    """Somebody has a part in a challenge."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wie in welke rol bij een opgave hoort, en sinds wanneer."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave en het account bestaan."),
    )

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="involvements")
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="involvements")
    role = models.CharField(_("rol bij de opgave"), max_length=30, choices=Part.choices)
    organisation = models.CharField(_("organisatie"), max_length=100, blank=True)
    starts_on = models.DateField(_("vanaf"), default=timezone.localdate)
    ends_on = models.DateField(_("tot en met"), null=True, blank=True)
    why = models.CharField(_("waarom"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("rol bij een opgave")
        verbose_name_plural = _("rollen bij opgaven")
        ordering = ("starts_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "challenge", "role", "starts_on"), name="one_involvement_per_start"
            ),
            models.CheckConstraint(condition=Q(role__in=Part.values), name="involvement_known_role"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="involvement_ends_after_start",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=~Q(role="external-adviser") | Q(ends_on__isnull=False),
                name="adviser_on_a_challenge_has_a_term",
                violation_error_message=_("Een externe adviseur heeft een einddatum nodig."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    @property
    def place(self) -> int:
        """Where this part stands in a list of them."""
        return Part.values.index(self.role)

    @property
    def is_held(self) -> bool:
        """Whether the part is held today."""
        return self.holds_on(timezone.localdate())

    def holds_on(self, day: date) -> bool:
        """Whether the part is held on ``day``."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
