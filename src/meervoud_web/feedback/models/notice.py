"""Addresses of people who asked for a mail when there is an answer, kept apart from everything they said."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.feedback.models.theme import Theme
from meervoud_web.people.policy import DataPolicy
from meervoud_web.rounds.models import Round


class NoticeAddress(models.Model):
    """An address for mail about one round. Nothing leads from here to a participant or to a statement."""

    data_policy = DataPolicy(
        purpose=_("Een mail sturen als er antwoord is op inbreng uit een stellingenronde, aan wie daarom vroeg."),
        ground=_("Toestemming (artikel 6, lid 1, onder a, AVG), in te trekken met de link in elke mail."),
        term=_("Tot u zich afmeldt, en uiterlijk een jaar. Zonder bevestiging twee dagen."),
    )

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField(_("e-mailadres"), max_length=254)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="nl")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("adres voor bericht over een antwoord")
        verbose_name_plural = _("adressen voor bericht over een antwoord")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("round", "email"), name="one_address_a_round"),)

    def __str__(self) -> str:
        return str(self.pk)  # never the address: names of rows end up in lists and in logs


class Notice(models.Model):
    """That an address is told about one theme. Written down before the mail goes, so that nobody gets two."""

    data_policy = DataPolicy(
        purpose=_("Niemand twee keer over hetzelfde antwoord mailen."),
        ground=_("Toestemming (artikel 6, lid 1, onder a, AVG), in te trekken met de link in elke mail."),
        term=_("Zo lang als het adres."),
    )

    address = models.ForeignKey(NoticeAddress, on_delete=models.CASCADE, related_name="notices")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="+")
    taken_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("bericht over een antwoord")
        verbose_name_plural = _("berichten over antwoorden")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("address", "theme"), name="one_notice_a_theme"),)

    def __str__(self) -> str:
        return str(self.pk)
