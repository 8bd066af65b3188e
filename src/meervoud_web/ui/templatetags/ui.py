"""Template tags that every page can use."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

from meervoud_web.ui.built import script_of, styles_of

register = template.Library()


@register.simple_tag
def built_styles(entry: str) -> str:
    """Link the style sheets of an entry in ``web/``: ``{% built_styles "main" %}``."""
    addresses = ((static(path),) for path in styles_of(entry))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', addresses)


@register.simple_tag
def built_script(entry: str) -> str:
    """Load the script of an entry in ``web/``: ``{% built_script "landscape" %}``."""
    path = script_of(entry)
    return format_html('<script type="module" src="{}"></script>', static(path)) if path else ""


@register.filter
def ended(words: str) -> str:
    """End a sentence that people wrote with exactly one full stop: ``{{ round.decider|ended }}``."""
    words = words.rstrip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
