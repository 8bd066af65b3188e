"""The challenge: a wicked problem that people work on together."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import NO_PERSONAL_DATA


class Status(models.TextChoices):
    """What a challenge asks for now. It is never done: it can also be let go."""

    EXPLORE = "explore", _("verkennen")
    CONNECT = "connect", _("verbinden")
    TRY = "try", _("beproeven")
    ANCHOR = "anchor", _("verankeren")
    LET_GO = "let-go", _("loslaten")


class Challenge(models.Model):
    """An opgave: a wicked problem that people work on together, for years."""

    data_policy = NO_PERSONAL_DATA

    title = models.CharField(_("titel"), max_length=120)
    slug = models.SlugField(_("adres"), max_length=140, unique=True, editable=False)
    question = models.TextField(
        _("vraag"), max_length=500, help_text=_("De vraag waar het om gaat, in gewone woorden.")
    )
    importance = models.TextField(_("waarom dit ertoe doet"), max_length=3000, blank=True)
    concerns = models.TextField(_("wie het aangaat"), max_length=3000, blank=True)
    status = models.CharField(_("beweging"), max_length=10, choices=Status.choices, default=Status.EXPLORE)
    is_public = models.BooleanField(
        _("open voor iedereen"),
        default=False,
        help_text=_("Iedereen kan deze opgave dan lezen, ook zonder in te loggen."),
    )
    created_at = models.DateTimeField(_("aangemaakt"), default=timezone.now, editable=False)
    # Goes up with every change, so that two people who edit at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(_("versie"), default=1, editable=False)

    class Meta:
        verbose_name = _("opgave")
        verbose_name_plural = _("opgaven")
        ordering = ("title", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(status__in=Status.values), name="challenge_known_status"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("challenges:challenge", kwargs={"slug": self.slug})
