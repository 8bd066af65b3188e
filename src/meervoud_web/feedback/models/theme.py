"""A theme: what several people said, put together so that one answer serves them all."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy

GROUND = _("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG).")
TERM = _("Zolang de opgave bestaat; wie het schreef, vervalt met het account.")


class Weighed(models.TextChoices):
    """What came of weighing what people brought in."""

    ADOPTED = "adopted", _("overgenomen")
    PARTLY = "partly", _("deels overgenomen")
    NOT = "not", _("niet overgenomen")
    ELSEWHERE = "elsewhere", _("hoort elders")


class Theme(models.Model):
    """What people said about one subject, with the day by which they hear what is done with it.

    ``weighed`` and ``answered_at`` repeat the newest answer, for lists.
    """

    data_policy = DataPolicy(
        purpose=_("Iedereen die iets inbracht laten zien wat ermee gedaan is."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="themes")
    title = models.CharField(_("thema"), max_length=120)
    about = models.TextField(_("wat mensen hierover zeggen"), max_length=600, blank=True)
    answer_by = models.DateField(_("antwoord uiterlijk op"))
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie voor het antwoord zorgt"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    choice = models.ForeignKey(
        "course.Choice",
        verbose_name=_("keuze"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    weighed = models.CharField(_("afweging"), max_length=9, choices=Weighed.choices, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("voor iedereen te lezen sinds"), null=True, blank=True, editable=False)
    made_at = models.DateTimeField(default=clock.now, editable=False)
    # Goes up with every change, so that two people who edit at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ("answer_by", "pk")
        constraints = (
            models.UniqueConstraint(fields=("challenge", "title"), name="one_theme_of_a_name"),
            models.CheckConstraint(condition=Q(weighed__in=["", *Weighed.values]), name="theme_known_weighing"),
            models.CheckConstraint(
                condition=Q(weighed="", answered_at=None) | (~Q(weighed="") & Q(answered_at__isnull=False)),
                name="theme_answered_with_a_weighing",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("feedback:theme", args=[self.challenge.slug, self.pk])

    @property
    def is_answered(self) -> bool:
        """Whether people heard what was done with it."""
        return bool(self.weighed)

    @property
    def is_late(self) -> bool:
        """Whether people should have heard by now."""
        return not self.weighed and self.answer_by < timezone.localdate()


class ThemePostponement(models.Model):
    """A later day for the answer. The day that was promised first stays on the page, with the reason."""

    data_policy = DataPolicy(purpose=_("Laten zien welke dag eerst was beloofd."), ground=GROUND, term=TERM)

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="postponements")
    was = models.DateField()
    becomes = models.DateField()
    reason = models.CharField(_("waarom later"), max_length=500)
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("latere dag voor een antwoord")
        verbose_name_plural = _("latere dagen voor een antwoord")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.was} → {self.becomes}"
