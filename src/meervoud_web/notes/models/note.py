"""A note of twenty seconds: who I spoke, what struck me, what I promised."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy


class Way(models.TextChoices):
    """How a note came in."""

    PAGE = "page", _("op de pagina")
    MAIL = "mail", _("per mail")


class Note(models.Model):
    """What somebody wrote down about a challenge, for themselves or for who works on it too."""

    LONGEST = 10_000
    data_policy = DataPolicy(
        purpose=_("Onthouden wie iemand sprak, wat opviel en wat beloofd is, voor het werk aan een opgave."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Twee jaar, of tot de schrijver de notitie weggooit."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="notes")
    # Nobody's once it was thrown away or its term is over; then nothing of it is left but that it was there.
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="notes")
    text = models.TextField(_("notitie"), max_length=LONGEST, blank=True)
    is_shared = models.BooleanField(_("ook voor wie aan de opgave werkt"), default=False)
    written_at = models.DateTimeField(_("geschreven"), default=clock.now)
    way = models.CharField(_("manier"), max_length=10, choices=Way.choices, default=Way.PAGE)
    # The same form or the same mail, twice, is one note.
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("notitie")
        verbose_name_plural = _("notities")
        ordering = ("-written_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(way__in=Way.values), name="note_known_way"),
            models.CheckConstraint(
                condition=Q(writer__isnull=False, text__gt="") | Q(writer__isnull=True, text="", is_shared=False),
                name="note_of_nobody_is_empty",
            ),
        )

    def __str__(self) -> str:
        first = next((line.strip() for line in self.text.splitlines() if line.strip()), "")
        return Truncator(first).chars(80)

    def get_absolute_url(self) -> str:
        return reverse("notes:note", kwargs={"pk": self.pk})
