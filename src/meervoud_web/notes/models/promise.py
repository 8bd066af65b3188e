"""A promise (toezegging): what was promised to whom, by when, and whether it holds."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import DataPolicy


class PromisedTo(models.TextChoices):
    """To whom something was promised."""

    RESIDENT = "resident", _("een inwoner")
    PARTNER = "partner", _("een partner")
    COUNCIL = "council", _("de raad")


class PromiseState(models.TextChoices):
    """Whether a promise holds. Late is no state: it is an open promise whose day is past."""

    OPEN = "open", _("open")
    KEPT = "kept", _("nagekomen")
    LET_GO = "let-go", _("niet nagekomen")


class Promise(models.Model):
    """What somebody will do for whom, and by when."""

    data_policy = DataPolicy(
        purpose=_("Nakomen wat aan inwoners, partners en de raad is toegezegd, en laten zien of dat gebeurde."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie het nakomt, vervalt met het account."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="promises")
    what = models.CharField(_("wat is er beloofd?"), max_length=300)
    to = models.CharField(_("aan wie?"), max_length=10, choices=PromisedTo.choices, default=PromisedTo.RESIDENT)
    to_whom = models.CharField(
        _("wie precies?"),
        max_length=100,
        blank=True,
        help_text=_("Zo weinig als nodig is om het te kunnen nakomen: “mevrouw op de markt” is vaak genoeg."),
    )
    due_on = models.DateField(_("uiterlijk op"))
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="promises_to_keep",
        verbose_name=_("wie komt het na?"),
    )
    made_at = models.DateTimeField(_("beloofd"), default=clock.now)
    state = models.CharField(_("stand"), max_length=10, choices=PromiseState.choices, default=PromiseState.OPEN)
    settled_at = models.DateTimeField(_("afgerond"), null=True, editable=False)
    outcome = models.CharField(_("hoe het liep"), max_length=1000, blank=True, editable=False)
    # Goes up with every change, so that two people who change at once cannot overwrite one another unseen.
    version = models.PositiveIntegerField(_("versie"), default=1, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("toezegging")
        verbose_name_plural = _("toezeggingen")
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(to__in=PromisedTo.values), name="promise_known_to"),
            models.CheckConstraint(condition=Q(state__in=PromiseState.values), name="promise_known_state"),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="promise_settled_once",
            ),
        )
        indexes = (models.Index(fields=("keeper", "state", "due_on"), name="promises_that_wait"),)

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("notes:promise", kwargs={"pk": self.pk})

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for it."""
        return self.state == PromiseState.OPEN

    @property
    def is_late(self) -> bool:
        """Whether somebody waits for it longer than was promised."""
        return self.is_open and self.due_on < timezone.localdate()


class PromiseChange(models.Model):
    """That a promise was changed, and why: what was promised first stays readable."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat er eerst was toegezegd, en waarom dat veranderde."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de toezegging."),
    )

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    was = models.CharField(_("eerst beloofd"), max_length=300)
    was_due_on = models.DateField(_("eerst uiterlijk op"))
    reason = models.CharField(_("reden"), max_length=1000)

    class Meta:
        verbose_name = _("veranderde toezegging")
        verbose_name_plural = _("veranderde toezeggingen")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.was
