"""A conversation that runs here: what is said before anything is asked, and where it stands."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import NO_PERSONAL_DATA
from meervoud_web.rounds.codes import new_round_code

BEFORE_ASKING = ("fixed", "negotiable", "decider", "how_heard")
"""The four questions that have an answer before a round opens."""
SAID_FIRST = Q(answer_by__isnull=False) & ~Q(fixed="") & ~Q(negotiable="") & ~Q(decider="") & ~Q(how_heard="")


class State(models.TextChoices):
    """Where a round stands. What was done with it comes last, and is never left out."""

    DRAFT = "draft", _("in voorbereiding")
    OPEN = "open", _("open")
    CLOSED = "closed", _("gesloten")
    ANSWERED = "answered", _("teruggekoppeld")


class Moderation(models.TextChoices):
    BEFORE = "before", _("eerst lezen, dan tonen")
    AFTER = "after", _("meteen tonen, daarna lezen")


class Round(models.Model):
    """A stellingenronde from its first draft until people hear what was done with it."""

    data_policy = NO_PERSONAL_DATA

    conversation = models.OneToOneField(
        "conversations.Conversation", on_delete=models.CASCADE, related_name="round", verbose_name=_("gesprek")
    )
    code = models.CharField(_("code"), max_length=8, unique=True, default=new_round_code, editable=False)
    state = models.CharField(_("stand"), max_length=8, choices=State.choices, default=State.DRAFT)
    introduction = models.TextField(_("inleiding"), max_length=1000, blank=True)
    language = models.CharField(_("taal"), max_length=5, choices=settings.LANGUAGES, default="nl")

    fixed = models.TextField(_("wat vaststaat"), max_length=600, blank=True)
    negotiable = models.TextField(_("wat nog open is"), max_length=600, blank=True)
    decider = models.CharField(_("wie erover gaat"), max_length=200, blank=True)
    how_heard = models.CharField(_("hoe u ervan hoort"), max_length=300, blank=True)
    answer_by = models.DateField(_("wanneer u ervan hoort"), null=True, blank=True)

    opens_at = models.DateTimeField(_("gaat open"), null=True, blank=True)
    closes_at = models.DateTimeField(_("sluit"), null=True, blank=True)
    moderation = models.CharField(
        _("nieuwe stellingen"), max_length=6, choices=Moderation.choices, default=Moderation.BEFORE
    )
    promised_hours = models.PositiveSmallIntegerField(_("gelezen binnen (uren)"), default=24)
    hand_in_at = models.CharField(_("waar men een papieren kaart inlevert"), max_length=200, blank=True)
    hand_in_by = models.DateField(_("tot wanneer"), null=True, blank=True)

    answer = models.TextField(_("wat ermee is gedaan"), max_length=5000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # Goes up with every change, so that two people who edit at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("lopende stellingenronde")
        verbose_name_plural = _("lopende stellingenrondes")
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=State.values), name="round_known_state"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | SAID_FIRST,
                name="round_says_first_then_asks",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANSWERED) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="round_answered_with_words",
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(opens_at__lt=F("closes_at")),
                name="round_opens_before_it_closes",
            ),
        )

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("rounds:welcome", args=[self.code])

    @property
    def is_open(self) -> bool:
        """Whether people can react now; a round closes by its clock, whatever its state still says."""
        now = timezone.now()
        begun = self.opens_at is None or self.opens_at <= now
        over = self.closes_at is not None and self.closes_at <= now
        return self.state == State.OPEN and begun and not over

    @property
    def is_late(self) -> bool:
        """Whether people should have heard by now what was done with it."""
        asked = self.state in (State.OPEN, State.CLOSED)
        return asked and self.answer_by is not None and self.answer_by < timezone.localdate()
