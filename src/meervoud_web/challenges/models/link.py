"""The thread: a link that says what came from what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.challenges.models.challenge import Challenge
from meervoud_web.people.policy import DataPolicy


class LinkKind(models.TextChoices):
    """What the later thing owes to the earlier one. A link always runs from the earlier to the later."""

    CAME_FROM = "came-from", _("kwam voort uit")
    SUPPORTS = "supports", _("wordt gesteund door")
    CONTRADICTS = "contradicts", _("wordt tegengesproken door")
    CHANGED_BY = "changed-by", _("veranderde door")
    DONE_WITH = "done-with", _("is wat er gedaan is met")


class Link(models.Model):
    """A step in the thread, from the source to what it led to, each a thing of a registered kind."""

    data_policy = DataPolicy(
        purpose=_("Laten zien waar iets vandaan komt en wat ermee gedaan is."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; wie de draad legde, vervalt met het account."),
    )

    kind = models.CharField(_("soort"), max_length=12, choices=LinkKind.choices)
    from_kind = models.CharField(_("soort bron"), max_length=30)
    from_id = models.BigIntegerField(_("nummer van de bron"))
    to_kind = models.CharField(_("soort gevolg"), max_length=30)
    to_id = models.BigIntegerField(_("nummer van het gevolg"))
    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="links")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("stap in de draad")
        verbose_name_plural = _("stappen in de draad")
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "from_kind", "from_id", "to_kind", "to_id"), name="one_link_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(kind__in=LinkKind.values), name="link_known_kind"),
            models.CheckConstraint(
                condition=~Q(from_kind=F("to_kind"), from_id=F("to_id")), name="link_leads_elsewhere"
            ),
        )
        indexes = (
            models.Index(fields=("from_kind", "from_id"), name="links_onwards"),
            models.Index(fields=("to_kind", "to_id"), name="links_back"),
        )

    def __str__(self) -> str:
        return f"{self.from_kind}:{self.from_id} → {self.to_kind}:{self.to_id} ({self.kind})"
