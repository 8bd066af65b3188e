"""What can be found: the stems of the words of a thing, and nothing else of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import DataPolicy


class SearchText(models.Model):
    """The words of one thing, as stems. The database keeps a full-text index of it up to date by itself.

    It says nothing of who may find the thing: that is asked of the thing each time.
    """

    data_policy = DataPolicy(
        purpose=_("Dingen terugvinden op hun woorden, voor wie ze mag zien."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het ding zelf bestaat; verandert of verdwijnt het, dan ook dit."),
    )

    kind = models.CharField(_("soort"), max_length=30)
    thing_id = models.BigIntegerField(_("nummer van het ding"))
    title = models.TextField(_("stammen van de titel"), blank=True)
    body = models.TextField(_("stammen van de tekst"), blank=True)

    class Meta:
        verbose_name = _("zoektekst")
        verbose_name_plural = _("zoekteksten")
        ordering = ("kind", "thing_id")
        constraints = (models.UniqueConstraint(fields=("kind", "thing_id"), name="one_search_text_a_thing"),)

    def __str__(self) -> str:
        return f"{self.kind}:{self.thing_id}"
