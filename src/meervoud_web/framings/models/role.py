"""Which role the government has: the steps of the ladder of government participation (ROB 2012)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.framings.models.framing import Framing
from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy


class Rung(models.IntegerChoices):
    """From least to most government; no step is better than another."""

    LET_GO = 1, _("loslaten")
    FACILITATE = 2, _("faciliteren")
    STIMULATE = 3, _("stimuleren")
    DIRECT = 4, _("regisseren")
    REGULATE = 5, _("reguleren")


class View(models.TextChoices):
    """Of what a position speaks."""

    ACTUAL = "actual", _("hoe het nu is")
    OURS = "ours", _("wat de gemeente wil")
    ACTORS = "actors", _("wat een actor wil")


def today() -> date:
    """The day on which something is said; in the example an earlier one."""
    return timezone.localdate(clock.now())


class GovernmentTopic(models.Model):
    """Something in the challenge in which the government has a role."""

    data_policy = NO_PERSONAL_DATA

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="government_topics")
    about = models.CharField(_("waarin?"), max_length=120)
    at = models.DateTimeField(_("begonnen"), default=clock.now)

    class Meta:
        verbose_name = _("rol van de overheid")
        verbose_name_plural = _("rollen van de overheid")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint("challenge", Lower("about"), name="one_government_topic_of_a_name"),
        )

    def __str__(self) -> str:
        return self.about

    def get_absolute_url(self) -> str:
        address = reverse("framings:role", kwargs={"slug": self.challenge.slug})
        return f"{address}#rol-{self.pk}"


class LadderPosition(models.Model):
    """Where the government stands, or should stand according to somebody, from a day on."""

    data_policy = DataPolicy(
        purpose=_("Laten zien waar de rol van de overheid anders is dan mensen willen."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie het zei, vervalt met het account."),
    )

    topic = models.ForeignKey(GovernmentTopic, on_delete=models.CASCADE, related_name="positions")
    view = models.CharField(_("waarvan?"), max_length=6, choices=View.choices)
    framing = models.ForeignKey(Framing, on_delete=models.CASCADE, null=True, related_name="positions")
    rung = models.PositiveSmallIntegerField(_("trede"), choices=Rung.choices)
    since = models.DateField(_("vanaf"), default=today)
    why = models.CharField(_("waarom?"), max_length=400)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("plaats op de ladder")
        verbose_name_plural = _("plaatsen op de ladder")
        ordering = ("since", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(rung__range=(1, 5)), name="ladder_known_rung"),
            models.CheckConstraint(condition=Q(view__in=View.values), name="ladder_known_view"),
            models.CheckConstraint(
                condition=Q(view="actors", framing__isnull=False) | (~Q(view="actors") & Q(framing__isnull=True)),
                name="ladder_actor_where_one_speaks",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_rung_display())
