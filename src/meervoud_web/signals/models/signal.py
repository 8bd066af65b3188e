"""A signal: something unexpected that may matter."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy
from meervoud_web.signals.models.verdict import Verdict

LONGEST = 600
MIDDLE = 3
"""What strangeness and impact are taken for until somebody says otherwise."""


class Observer(models.TextChoices):
    """In which role somebody saw it."""

    RESIDENT = "resident", _("inwoner")
    CARER = "carer", _("mantelzorger of vrijwilliger")
    PROFESSIONAL = "professional", _("professional in de wijk")
    ENTREPRENEUR = "entrepreneur", _("ondernemer")
    STAFF = "staff", _("medewerker van de gemeente")
    OTHER = "other", _("iemand anders")


class Theme(models.TextChoices):
    """The corner of society where it plays (DESTEP)."""

    DEMOGRAPHIC = "demographic", _("bevolking")
    ECONOMIC = "economic", _("werk en geld")
    SOCIAL = "social", _("samenleven en cultuur")
    TECHNOLOGICAL = "technological", _("techniek")
    ECOLOGICAL = "ecological", _("natuur en omgeving")
    POLITICAL = "political", _("politiek en regels")


class Signal(models.Model):
    """What somebody saw, where and in which role; the rest is filled in by whoever reads it."""

    data_policy = DataPolicy(
        purpose=_("Op tijd zien wat niemand verwachtte, en ervan leren."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Wat als ruis gelezen is: een jaar. Anders zolang de opgave bestaat."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="signals")
    seen = models.TextField(_("wat er opviel"), max_length=LONGEST)
    place = models.CharField(_("waar"), max_length=120, blank=True)
    observer = models.CharField(_("gezien als"), max_length=12, choices=Observer.choices)
    organisation = models.CharField(_("organisatie"), max_length=100, blank=True)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    reported_at = models.DateTimeField(_("doorgegeven"), default=clock.now, editable=False)

    strangeness = models.PositiveSmallIntegerField(
        _("hoe vreemd"), default=MIDDLE, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    impact = models.PositiveSmallIntegerField(
        _("hoe groot het kan worden"), default=MIDDLE, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    theme = models.CharField(_("thema"), max_length=13, choices=Theme.choices, blank=True)
    touches = models.CharField(_("raakt aan"), max_length=200, blank=True)
    belongs_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="confirmations"
    )
    verdict = models.CharField(_("gelezen als"), max_length=5, choices=Verdict.choices, blank=True, editable=False)
    next_look_on = models.DateField(_("weer bekijken op"), null=True, blank=True)
    shown_as = models.CharField(_("zo te zien voor iedereen"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("signaal")
        verbose_name_plural = _("signalen")
        ordering = ("reported_at", "pk")
        indexes = (models.Index(fields=("challenge", "verdict"), name="signals_to_read"),)
        constraints = (
            models.CheckConstraint(condition=~Q(seen=""), name="signal_says_something"),
            models.CheckConstraint(condition=Q(observer__in=Observer.values), name="signal_known_observer"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="signal_known_verdict"),
            models.CheckConstraint(condition=Q(strangeness__range=(1, 5)), name="signal_strangeness_1_to_5"),
            models.CheckConstraint(condition=Q(impact__range=(1, 5)), name="signal_impact_1_to_5"),
            models.CheckConstraint(condition=~Q(belongs_to=F("pk")), name="signal_belongs_to_another"),
        )

    def __str__(self) -> str:
        return self.shown_as or str(Truncator(" ".join(self.seen.split())).chars(90))

    def get_absolute_url(self) -> str:
        return reverse("signals:signal", kwargs={"slug": self.challenge.slug, "pk": self.pk})

    @property
    def is_shown(self) -> bool:
        """Whether everyone who may see the challenge may see this."""
        return bool(self.shown_as)

    @property
    def source(self) -> tuple[Any, ...]:
        """Who saw it where, as far as is known: two signals with one source do not confirm each other."""
        if self.reporter_id is not None:
            return ("person", self.reporter_id)
        return ("somebody", self.observer, self.organisation.casefold().strip(), self.place.casefold().strip())
