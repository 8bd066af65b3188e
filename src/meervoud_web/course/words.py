"""The five words for confidence, as they stand on screen."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meervoud.assumptions import Word

WORDS: Mapping[Word, Promise] = {
    Word.BROKEN: _("gebroken"),
    Word.SHAKY: _("wankelt"),
    Word.OPEN: _("nog open"),
    Word.LIKELY: _("aannemelijk"),
    Word.FIRM: _("staat stevig"),
}
