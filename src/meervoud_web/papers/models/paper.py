"""A paper: raadsinformatiebrief, startnotitie or B&W-oplegger; a draft until it is set."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section
from meervoud_web.people.policy import DataPolicy

GROUND = _("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG).")


class PaperKind(models.TextChoices):
    """For whom a paper is, and so what stands in it."""

    COUNCIL_LETTER = "council-letter", _("raadsinformatiebrief")
    STARTING_NOTE = "starting-note", _("startnotitie")
    EXECUTIVE_COVER = "executive-cover", _("B&W-oplegger")


class Paper(models.Model):
    """A draft is composed anew whenever it is read; once it is set, its sentences stay as they were."""

    data_policy = DataPolicy(
        purpose=_("Raad en college laten lezen hoe een opgave ervoor staat, en waar dat vandaan komt."),
        ground=GROUND,
        term=_("Een concept: een jaar na de laatste wijziging. Vastgesteld: zolang de opgave bestaat."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(_("soort stuk"), max_length=15, choices=PaperKind.choices)
    subject = models.CharField(_("onderwerp"), max_length=150)
    left_out: models.JSONField[list[str], list[str]] = models.JSONField(
        _("weggelaten zinnen"), default=list, blank=True, editable=False
    )
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(_("laatst veranderd"), default=clock.now)
    set_at = models.DateTimeField(_("vastgesteld"), null=True, editable=False)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    embargo_until = models.DateTimeField(_("onder embargo tot"), null=True, blank=True)
    # Goes up with every change, so that two people who write at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(_("versie"), default=1, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("stuk voor raad of college")
        verbose_name_plural = _("stukken voor raad en college")
        ordering = ("-set_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=PaperKind.values), name="paper_known_kind"),
            models.CheckConstraint(
                condition=Q(set_at__isnull=False) | Q(embargo_until__isnull=True, set_by__isnull=True),
                name="paper_draft_has_no_embargo",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("papers:paper", kwargs={"pk": self.pk})

    @property
    def is_set(self) -> bool:
        """Whether its sentences stay as they are."""
        return self.set_at is not None

    @property
    def is_under_embargo(self) -> bool:
        """Whether the moment at which everybody may read it is still to come."""
        return self.embargo_until is not None and self.embargo_until > clock.now()


class PaperWords(models.Model):
    """What somebody wrote themselves in a section of a draft; once the paper is set it is one of its sentences."""

    LONGEST = 5000
    data_policy = DataPolicy(
        purpose=_("Eigen tekst in een stuk, met wie haar schreef."), ground=GROUND, term=_("Zolang het concept.")
    )

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="words")
    section = models.CharField(_("onderdeel"), max_length=15, choices=Section.choices)
    text = models.TextField(_("eigen tekst"), max_length=LONGEST)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    author_role = models.CharField(_("in welke rol"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("eigen tekst in een concept")
        verbose_name_plural = _("eigen teksten in concepten")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "section"), name="one_own_text_per_section"),
            models.CheckConstraint(condition=Q(section__in=Section.values), name="own_text_known_section"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class PaperSentence(models.Model):
    """A sentence of a paper that is set. It stays, or is redacted with a reason; then its words are gone."""

    data_policy = DataPolicy(
        purpose=_("Bewaren wat er in een vastgesteld stuk staat, en waar dat vandaan komt."),
        ground=GROUND,
        term=_("Zolang het stuk. Wat is weggelakt, is weg; de reden blijft."),
    )

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sentences")
    section = models.CharField(_("onderdeel"), max_length=15, choices=Section.choices)
    place = models.PositiveIntegerField(_("plaats"))
    mark = models.CharField(_("waarover"), max_length=500, blank=True)
    text = models.TextField(_("zin"), blank=True)
    is_own = models.BooleanField(_("eigen tekst"), default=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    author_role = models.CharField(_("in welke rol"), max_length=30, blank=True)
    redacted_at = models.DateTimeField(_("weggelakt"), null=True, editable=False)
    redaction_reason = models.CharField(_("reden van weglakken"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("zin in een stuk")
        verbose_name_plural = _("zinnen in stukken")
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=("paper", "place"), name="one_sentence_per_place"),
            models.CheckConstraint(condition=Q(section__in=Section.values), name="sentence_known_section"),
            models.CheckConstraint(
                condition=Q(redacted_at__isnull=True, redaction_reason="") & ~Q(text="")
                | Q(redacted_at__isnull=False, text="", mark="") & ~Q(redaction_reason=""),
                name="sentence_redacted_is_gone",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class PaperSource(models.Model):
    """Where a sentence came from, as it was called when the paper was set."""

    data_policy = DataPolicy(
        purpose=_("Bij elke zin in een stuk laten zien waar zij vandaan komt."),
        ground=GROUND,
        term=_("Zolang de zin; is de zin weggelakt, dan gaat ook de bron weg."),
    )

    sentence = models.ForeignKey(PaperSentence, on_delete=models.CASCADE, related_name="sources")
    thing_kind = models.CharField(_("soort"), max_length=30)
    thing_id = models.BigIntegerField(_("nummer van het ding"))
    kind = models.CharField(_("zo heet de soort"), max_length=60)
    title = models.TextField(_("titel"), blank=True)
    address = models.CharField(_("adres"), max_length=300)

    class Meta:
        verbose_name = _("bron in een stuk")
        verbose_name_plural = _("bronnen in stukken")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("sentence", "thing_kind", "thing_id"), name="one_source_once_per_sentence"
            ),
        )
        indexes = (models.Index(fields=("thing_kind", "thing_id"), name="papers_of_a_thing"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"
