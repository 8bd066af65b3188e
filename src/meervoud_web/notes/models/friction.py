"""A friction (schuurplek): what in the line organisation blocks us, who can lift it, by when, and did they."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy


class FrictionKind(models.TextChoices):
    """What we lack."""

    MANDATE = "mandate", _("mandaat: wij mogen het niet zelf beslissen")
    HOURS = "hours", _("uren: er is geen tijd voor")
    BUDGET = "budget", _("budget: er is geen geld voor")
    RULE = "rule", _("regel: een regel staat in de weg")


class FrictionState(models.TextChoices):
    """Whether who can lift it did."""

    OPEN = "open", _("nog niet beantwoord")
    LIFTED = "lifted", _("opgeheven")
    NOT_LIFTED = "not-lifted", _("niet opgeheven")


class Friction(models.Model):
    """What blocks us, put before who can lift it."""

    data_policy = DataPolicy(
        purpose=_("Zichtbaar maken wat in de organisatie in de weg staat, en wie dat kan opheffen."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie het kon opheffen, vervalt met het account."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="frictions")
    what = models.CharField(_("wat staat in de weg?"), max_length=300)
    kind = models.CharField(_("wat ontbreekt er?"), max_length=10, choices=FrictionKind.choices)
    lifter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="frictions_to_lift",
        verbose_name=_("wie kan dit opheffen?"),
    )
    lifter_role = models.CharField(
        _("of: in welke rol?"),
        max_length=100,
        blank=True,
        help_text=_("Als degene hier niet bij staat, zoals “directeur bedrijfsvoering”."),
    )
    by_when = models.DateField(_("wanneer hebben wij dit nodig?"))
    raised_at = models.DateTimeField(_("voorgelegd"), default=clock.now)
    state = models.CharField(_("stand"), max_length=10, choices=FrictionState.choices, default=FrictionState.OPEN)
    settled_at = models.DateTimeField(_("beantwoord"), null=True, editable=False)
    outcome = models.CharField(_("antwoord"), max_length=1000, blank=True, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("schuurplek")
        verbose_name_plural = _("schuurplekken")
        ordering = ("by_when", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=FrictionKind.values), name="friction_known_kind"),
            models.CheckConstraint(condition=Q(state__in=FrictionState.values), name="friction_known_state"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False) & ~Q(outcome="")),
                name="friction_settled_with_an_answer",
            ),
        )

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("notes:friction", kwargs={"pk": self.pk})

    @property
    def is_open(self) -> bool:
        """Whether nobody lifted it or said why not."""
        return self.state == FrictionState.OPEN

    @property
    def is_late(self) -> bool:
        """Whether it still blocks us after the day on which we needed it lifted."""
        return self.is_open and self.by_when < timezone.localdate()
