"""A code as one says it aloud."""

from __future__ import annotations

from django.utils.translation import gettext as _


def spoken(code: str) -> str:
    """Spell a code sign by sign, so that a screen reader or a helper says it right."""
    dash = _("streepje")
    return ", ".join(dash if sign == "-" else sign for sign in code)
