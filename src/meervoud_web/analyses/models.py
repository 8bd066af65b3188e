"""What is remembered of an analysis: what was asked, how far it is, and the result that never changes again."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy

UNFINISHED = ("waiting", "running")


class FinishedAnalysisError(Exception):
    """A finished analysis was about to be changed."""


class Analysis(models.Model):
    """One run of a method on the data of one subject.

    ``source`` and ``subject`` say where the data come from: the name under which an app registered itself in
    :mod:`meervoud_web.analyses.sources`, and the key of its own row.
    """

    data_policy = DataPolicy(
        purpose=_("laten zien wie bij elkaar staat, wat verdeelt en wat gedeeld wordt"),
        ground=_("taak van algemeen belang (AVG artikel 6, lid 1, onder e)"),
        term=_("zolang de stellingenronde bewaard wordt"),
    )

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht")
        RUNNING = "running", _("bezig")
        DONE = "done", _("klaar")
        FAILED = "failed", _("mislukt")

    source = models.CharField(max_length=64)
    subject = models.PositiveBigIntegerField()
    method = models.CharField(max_length=64)
    parameters = models.JSONField(default=dict, blank=True)
    seed = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    message = models.CharField(max_length=200, blank=True)
    error = models.JSONField(default=dict, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    method_version = models.CharField(max_length=32, blank=True)
    input_hash = models.CharField(max_length=128, blank=True)
    record = models.TextField(blank=True)
    summary = models.JSONField(default=dict, blank=True)
    mark = models.JSONField(default=dict, blank=True)
    """How far the data had come when they were read, in numbers that its source understands."""
    seconds = models.FloatField(null=True, blank=True)

    class Meta:
        verbose_name = _("analyse")
        verbose_name_plural = _("analyses")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("source", "subject", "-id"), name="analysis_of_subject"),
            models.Index(fields=("state", "lease_until"), name="analysis_abandoned"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(progress__lte=100), name="progress_is_a_percentage"),
            models.CheckConstraint(
                condition=~Q(state="done") | (~Q(record="") & ~Q(input_hash="") & ~Q(method_version="")),
                name="no_half_result",
            ),
            models.UniqueConstraint(
                fields=("source", "subject"),
                condition=Q(state__in=UNFINISHED),
                name="one_unfinished_analysis_a_subject",
            ),
        )

    def __str__(self) -> str:
        return f"{self.method} {self.pk} ({self.state})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to change a result that others may have read already."""
        if self.pk and Analysis.objects.filter(pk=self.pk, state=self.State.DONE).exists():
            raise FinishedAnalysisError(f"Analysis {self.pk} is done; run a new one instead.")
        super().save(*args, **kwargs)

    @property
    def is_finished(self) -> bool:
        return self.state not in UNFINISHED


class AnalysisInput(models.Model):
    """What the newest analysis read of data that go on changing, so that it can be computed again as it was."""

    data_policy = DataPolicy(
        purpose=_("een uitkomst kunnen narekenen, ook als er intussen reacties bij zijn gekomen"),
        ground=_("taak van algemeen belang (AVG artikel 6, lid 1, onder e)"),
        term=_("tot de volgende uitkomst"),
    )

    analysis = models.OneToOneField(Analysis, on_delete=models.CASCADE, related_name="given")
    packed = models.BinaryField()

    class Meta:
        verbose_name = _("wat een analyse las")
        verbose_name_plural = _("wat analyses lazen")

    def __str__(self) -> str:
        return str(self.analysis_id)


class Picture(models.Model):
    """The result drawn in one language and shape; drawn again when somebody gives a group another name."""

    data_policy = DataPolicy(
        purpose=_("het meningenlandschap tonen"),
        ground=_("taak van algemeen belang (AVG artikel 6, lid 1, onder e)"),
        term=_("zolang de stellingenronde bewaard wordt"),
    )

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="pictures")
    language = models.CharField(max_length=8)
    shape = models.CharField(max_length=16)
    svg = models.TextField()

    class Meta:
        verbose_name = _("tekening")
        verbose_name_plural = _("tekeningen")
        constraints = (
            models.UniqueConstraint(fields=("analysis", "language", "shape"), name="one_picture_a_shape"),
        )

    def __str__(self) -> str:
        return f"{self.analysis_id} {self.language} {self.shape}"
