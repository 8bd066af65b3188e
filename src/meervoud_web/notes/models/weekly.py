"""That somebody got their list of this week, so that nobody gets it twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy


class WeeklyMail(models.Model):
    """The list of one week went out to one person."""

    data_policy = DataPolicy(
        purpose=_("De lijst van wie op iemand wacht één keer per week sturen, en niet vaker."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Alleen de laatste week, zolang het account bestaat."),
    )

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="weekly_mail")
    monday = models.DateField(_("week die begint op"))

    class Meta:
        verbose_name = _("weekmail")
        verbose_name_plural = _("weekmails")

    def __str__(self) -> str:
        return f"{self.monday}"
