"""What we took from something that works in the city already: what we changed because of it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import clock
from meervoud_web.initiatives.models.sighting import Sighting
from meervoud_web.people.policy import DataPolicy


class Takeaway(models.Model):
    """One thing that we do otherwise since we saw it; the thread leads on to what was changed."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wat de gemeente leerde van wat in de stad al werkt."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang wat er gezien is; wie het opschreef, vervalt met het account."),
    )

    sighting = models.ForeignKey(Sighting, on_delete=models.CASCADE, related_name="takeaways")
    what = models.CharField(_("wat doen wij nu anders?"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("tijdstip"), default=clock.now, editable=False)
    request_id = models.UUIDField(default=uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("wat wij meenamen")
        verbose_name_plural = _("wat wij meenamen")
        ordering = ("at", "pk")
        constraints = (models.CheckConstraint(condition=~Q(what=""), name="takeaway_says_what"),)

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return self.sighting.get_absolute_url()
