"""The letterbox: a page without log-in where anybody in the network leaves a signal."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.codes import drawn
from meervoud_web.people.policy import NO_PERSONAL_DATA

LENGTH = 8
"""27 to the 8th: nobody finds the letterbox of a closed challenge by trying."""


def new_letterbox_code() -> str:
    """A code for on paper."""
    return drawn(LENGTH)


class Letterbox(models.Model):
    """Where signals on one challenge come in without an account."""

    data_policy = NO_PERSONAL_DATA

    challenge = models.OneToOneField(Challenge, on_delete=models.CASCADE, related_name="letterbox")
    code = models.CharField(_("code"), max_length=LENGTH, unique=True, default=new_letterbox_code, editable=False)
    is_open = models.BooleanField(_("open"), default=True)

    class Meta:
        verbose_name = _("signalenbus")
        verbose_name_plural = _("signalenbussen")

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("signals:letterbox", kwargs={"code": self.code})
