"""What a signal can be read as."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What to do with something unexpected."""

    NOISE = "noise", _("ruis")
    WATCH = "watch", _("volgen")
    ACT = "act", _("handelen")
    LEARN = "learn", _("leren")
