"""A statement can be a cry for help. Then somebody must see it, and be able to say who took it further."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models.participation import GROUND
from meervoud_web.rounds.models.round import Round
from meervoud_web.rounds.models.submission import Submission


class HelpRequest(models.Model):
    """What somebody asked help for, seen only by who reads for this round."""

    data_policy = DataPolicy(
        purpose=_("Iemand die om hulp vraagt bij de juiste plek brengen."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG); bij gevaar vitaal belang (onder d)."),
        term=_("Tot dertig dagen nadat de hulpvraag is doorgegeven."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="help_requests")
    submission = models.OneToOneField(
        Submission, null=True, blank=True, on_delete=models.SET_NULL, related_name="help_request"
    )
    request_id = models.UUIDField(unique=True)
    text = models.CharField(_("wat er aan de hand is"), max_length=1000)
    contact = models.CharField(_("hoe wij u bereiken, als u dat wilt"), max_length=200, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When who reads for this round got a mail that there is one; the mail says nothing more than that."""

    class Meta:
        verbose_name = _("hulpvraag")
        verbose_name_plural = _("hulpvragen")
        ordering = ("closed_at", "pk")

    def __str__(self) -> str:
        return f"{self.round_id} {self.pk}"


class Forwarding(models.Model):
    """Who brought a hulpvraag where, and when."""

    data_policy = DataPolicy(
        purpose=_("Kunnen laten zien dat een hulpvraag is doorgegeven."),
        ground=GROUND,
        term=_("Even lang als de hulpvraag."),
    )

    help_request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="forwardings")
    to = models.CharField(_("doorgegeven aan"), max_length=200)
    note = models.CharField(_("opmerking"), max_length=500, blank=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("doorgegeven hulpvraag")
        verbose_name_plural = _("doorgegeven hulpvragen")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.to
