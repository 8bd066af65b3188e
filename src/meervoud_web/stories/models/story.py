"""One story: what somebody told, when, and what changed since the time before."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.people.policy import DataPolicy
from meervoud_web.stories.models.teller import GROUND, TERM, Teller


class Domain(models.TextChoices):
    """In what something changed; the last one keeps the door open."""

    LIFE = "life", _("in het dagelijks leven")
    TOGETHER = "together", _("in hoe mensen met elkaar omgaan")
    WORK = "work", _("in hoe gemeente en organisaties werken")
    OTHER = "other", _("iets anders")


class StoryState(models.TextChoices):
    """Whether the teller agreed with how it was written down."""

    WAITING = "waiting", _("wacht op de verteller")
    AGREED = "agreed", _("de verteller vindt dat het klopt")
    WRONG = "wrong", _("de verteller vindt dat het niet klopt")


class Story(models.Model):
    """What somebody told, in their words. It is used only once they said that it is right."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat er voor mensen verandert, in hun eigen woorden."), ground=GROUND, term=TERM
    )

    teller = models.ForeignKey(Teller, on_delete=models.CASCADE, related_name="stories")
    domain = models.CharField(_("waarin veranderde er iets?"), max_length=10, choices=Domain.choices)
    told_on = models.DateField(_("verteld op"), default=timezone.localdate)
    text = models.TextField(_("het verhaal"), max_length=4000)
    change = models.TextField(_("wat er veranderde sinds de vorige keer"), max_length=1000, blank=True)
    matters = models.TextField(_("waarom dat ertoe doet"), max_length=1000, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=StoryState.choices, default=StoryState.WAITING)
    settled_at = models.DateTimeField(_("gelezen door de verteller"), null=True, editable=False)
    agreed_how = models.CharField(_("hoe de verteller het las"), max_length=200, blank=True, editable=False)
    remark = models.TextField(_("wat er niet klopt"), max_length=1000, blank=True, editable=False)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("opgeschreven"), default=clock.now)
    # Goes up with every change, so that the teller agrees with exactly the words that they read.
    version = models.PositiveIntegerField(default=1, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("verhaal")
        verbose_name_plural = _("verhalen")
        ordering = ("told_on", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(domain__in=Domain.values), name="story_known_domain"),
            models.CheckConstraint(condition=Q(state__in=StoryState.values), name="story_known_state"),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at=None)
                | (~Q(state="waiting") & Q(settled_at__isnull=False)),
                name="story_settled_by_its_teller",
            ),
        )

    def __str__(self) -> str:
        day = date_format(self.told_on, "F Y")
        return _now("%(who)s vertelt, %(when)s") % {"who": self.teller.pseudonym, "when": day}

    def get_absolute_url(self) -> str:
        return reverse("stories:story", args=[self.teller.challenge.slug, self.pk])

    @property
    def is_agreed(self) -> bool:
        """Whether it may be used."""
        return self.state == StoryState.AGREED
