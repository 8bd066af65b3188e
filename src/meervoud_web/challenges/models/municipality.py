"""The municipality whose house this is."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import NO_PERSONAL_DATA


class Municipality(models.Model):
    """The municipality whose house this is: one row, so that its name is data and not a setting."""

    data_policy = NO_PERSONAL_DATA

    name = models.CharField(_("naam van de gemeente"), max_length=100)
    formal_link = models.URLField(_("pagina voor zienswijze, bezwaar, aanvraag of melding"), blank=True)
    contact_email = models.EmailField(_("e-mailadres voor vragen"), blank=True)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        constraints = (models.CheckConstraint(condition=Q(pk=1), name="one_municipality"),)

    def __str__(self) -> str:
        return self.name
