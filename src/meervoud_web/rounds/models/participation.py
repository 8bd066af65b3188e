"""Somebody who takes part without an account, and what arrived from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.round import Round

GROUND = _("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG).")


class Way(models.TextChoices):
    """How a reaction came in: it stays with the participant, whoever typed it."""

    DEVICE = "device", _("op een eigen toestel")
    PAPER = "paper", _("op papier")
    HELPED = "helped", _("met hulp van iemand")
    API = "api", _("via een koppeling")


class Participation(models.Model):
    """One participant in one round: a device or a follow code opens it, and neither says who it is."""

    data_policy = DataPolicy(
        purpose=_("Iemand zonder account laten meedoen en later laten zien wat ermee is gedaan."),
        ground=GROUND,
        term=_("Tot dertig dagen na de terugkoppeling; daarna wordt de band met het toestel verbroken."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="participations")
    participant = models.OneToOneField(
        "conversations.Participant", on_delete=models.CASCADE, related_name="participation"
    )
    device_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    follow_hash = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    way = models.CharField(_("hoe"), max_length=6, choices=Way.choices, default=Way.DEVICE)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_on = models.DateField(default=timezone.localdate, editable=False)

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=Q(way__in=Way.values), name="participation_known_way"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.pk}"


class Receipt(models.Model):
    """One reaction that arrived, written down in the commit that acknowledges it, and never changed.

    The reaction that counts is the :class:`Vote` of the newest receipt; a receipt without a value takes it back.
    The request id comes from the device: sent again, the same request is the same receipt.
    """

    data_policy = DataPolicy(
        purpose=_("Geen reactie kwijtraken en geen reactie dubbel tellen; kunnen narekenen wat telt."),
        ground=GROUND,
        term=_("Zolang de stellingenronde bewaard wordt; weg zodra de deelnemer alles terugneemt."),
    )

    conversation = models.ForeignKey("conversations.Conversation", on_delete=models.CASCADE, related_name="+")
    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="receipts")
    request_id = models.UUIDField()
    statement = models.ForeignKey("conversations.Statement", on_delete=models.CASCADE, related_name="+")
    value = models.SmallIntegerField(null=True, blank=True)
    is_important = models.BooleanField(default=False)
    arrived_at = models.BigIntegerField()
    """Milliseconds since 1970, as exports have it."""

    class Meta:
        verbose_name = _("ontvangst")
        verbose_name_plural = _("ontvangsten")
        ordering = ("pk",)
        indexes = (models.Index(fields=("conversation", "id"), name="receipts_in_order"),)
        constraints = (
            models.UniqueConstraint(fields=("participation", "request_id"), name="one_receipt_a_request"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__in=(-1, 0, 1)), name="receipt_is_known"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
