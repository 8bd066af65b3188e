"""Assumptions on which the course rests, what speaks for and against them, and what each judge makes of that."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.course.models.course import GROUND, TERM, MainLine
from meervoud_web.people.policy import DataPolicy


class Assumption(models.Model):
    """If …, then …, because …, provided …: words that stay as they are, while confidence in them moves."""

    data_policy = DataPolicy(
        purpose=_("Laten zien waar een koers op rust, en of dat nog klopt."), ground=GROUND, term=TERM
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="assumptions")
    main_line = models.ForeignKey(
        MainLine,
        verbose_name=_("hoort bij hoofdlijn"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assumptions",
    )
    title = models.CharField(_("in het kort"), max_length=120)
    condition = models.CharField(_("als"), max_length=300)
    result = models.CharField(_("dan"), max_length=300)
    because = models.CharField(_("omdat"), max_length=300)
    provided = models.CharField(_("mits"), max_length=300, blank=True)
    start = models.PositiveSmallIntegerField(
        _("hoe zeker bij het begin"), validators=[MinValueValidator(2), MaxValueValidator(98)], default=50
    )
    valid_until = models.DateField(_("houdbaar tot en met"), null=True, blank=True)
    rests_on = models.ManyToManyField(
        "self", verbose_name=_("rust op andere aannames"), symmetrical=False, blank=True, related_name="carries"
    )
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("aanname")
        verbose_name_plural = _("aannames")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("challenge", "title"), name="one_assumption_in_these_words"),
            models.CheckConstraint(condition=Q(start__gte=2, start__lte=98), name="assumption_never_certain"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("course:assumption", args=[self.challenge.slug, self.pk])

    def has_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.valid_until is not None and self.valid_until < today


class Evidence(models.Model):
    """Something seen or heard that speaks for or against an assumption; how strongly is for its judges to say."""

    data_policy = DataPolicy(
        purpose=_("Laten zien waarom het vertrouwen in een aanname verandert."), ground=GROUND, term=TERM
    )

    assumption = models.ForeignKey(Assumption, on_delete=models.CASCADE, related_name="evidence")
    text = models.CharField(_("wat u zag of hoorde"), max_length=500)
    source = models.CharField(_("waar het vandaan komt"), max_length=120, blank=True)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    counts_since = models.DateTimeField(_("telt mee sinds"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("aanwijzing")
        verbose_name_plural = _("aanwijzingen")
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("assumption", "text"), name="one_evidence_in_these_words"),)

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{self.assumption.get_absolute_url()}#aanwijzing-{self.pk}"


class Finding(models.TextChoices):
    """What a judge finds, in words; what each does to the odds is in ``meervoud.assumptions``."""

    STRAW_FOR = "straw-for", _("Het past erbij, maar zegt nog weinig.")
    STRAW_AGAINST = "straw-against", _("Het past er niet goed bij, maar zegt nog weinig.")
    HOOP_PASSED = "hoop-passed", _("Dit moest er zijn als de aanname klopt, en het is er.")
    HOOP_MISSING = "hoop-missing", _("Dit moest er zijn als de aanname klopt, en het is er niet.")
    GUN_FOUND = "gun-found", _("Dit ziet u bijna alleen als de aanname klopt, en het is er.")
    GUN_MISSING = "gun-missing", _("Dit ziet u bijna alleen als de aanname klopt, en het is er niet.")
    DECISIVE_FOR = "decisive-for", _("Dit is er altijd als de aanname klopt, en anders nooit. Het is er.")
    DECISIVE_AGAINST = (
        "decisive-against",
        _("Dit is er altijd als de aanname klopt, en anders nooit. Het is er niet."),
    )


class Quality(models.TextChoices):
    """How well it was looked into."""

    HEARSAY = "hearsay", _("van horen zeggen, of één verhaal")
    SEEN = "seen", _("zelf gezien, of van meer mensen gehoord")
    CHECKED = "checked", _("geteld of nagegaan")


class Judgement(models.Model):
    """What one person makes of one piece of evidence. It stays as it was given, beside that of others."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat ieder van een aanwijzing vond, ook als mensen verschillen."),
        ground=GROUND,
        term=TERM,
    )

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="judgements")
    judge = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    finding = models.CharField(_("wat zegt het?"), max_length=20, choices=Finding.choices)
    quality = models.CharField(_("hoe goed is het nagegaan?"), max_length=10, choices=Quality.choices)
    why = models.TextField(_("waarom"), max_length=500, blank=True)
    at = models.DateTimeField(_("tijdstip"), default=clock.now)

    class Meta:
        verbose_name = _("oordeel over een aanwijzing")
        verbose_name_plural = _("oordelen over aanwijzingen")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("evidence", "judge"), name="one_judgement_of_each_judge"),
            models.CheckConstraint(condition=Q(finding__in=Finding.values), name="judgement_known_finding"),
            models.CheckConstraint(condition=Q(quality__in=Quality.values), name="judgement_known_quality"),
        )

    def __str__(self) -> str:
        return self.get_finding_display()
