"""The photo with a signal: as we drew it anew, in a table of its own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy
from meervoud_web.signals.models.signal import Signal


class Photo(models.Model):
    """One photo with one signal.

    It stands in the database and not in a folder: so it is written in the same commit as its signal, a backup
    takes both, it goes with the signal, and no web server can hand it to somebody who may not see it. A table of
    its own keeps it out of every list of signals.
    """

    data_policy = DataPolicy(
        purpose=_("Zien wat iemand bedoelt die een signaal doorgeeft."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het signaal; plaats, tijd en toestel worden bij binnenkomst uit de foto gehaald."),
    )

    signal = models.OneToOneField(Signal, on_delete=models.CASCADE, related_name="photo")
    picture = models.BinaryField(_("foto"))
    width = models.PositiveIntegerField(_("breedte"))
    height = models.PositiveIntegerField(_("hoogte"))
    shows = models.CharField(_("wat er op de foto te zien is"), max_length=200)

    class Meta:
        verbose_name = _("foto bij een signaal")
        verbose_name_plural = _("foto’s bij signalen")
        constraints = (models.CheckConstraint(condition=~Q(shows=""), name="photo_is_described"),)

    def __str__(self) -> str:
        return self.shows

    def get_absolute_url(self) -> str:
        return reverse("signals:photo", kwargs={"slug": self.signal.challenge.slug, "pk": self.signal_id})
