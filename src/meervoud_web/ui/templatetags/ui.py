"""Template tags that every page can use."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from meervoud_web.ui.built import script_of, styles_of

register = template.Library()


@register.simple_tag
def built_styles(entry: str) -> SafeString:
    """Link the style sheets of an entry in ``web/``: ``{% built_styles "main" %}``."""
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', ((static(path),) for path in styles_of(entry)))


@register.simple_tag
def built_script(entry: str) -> SafeString:
    """Load the script of an entry in ``web/``: ``{% built_script "landscape" %}``."""
    path = script_of(entry)
    return format_html('<script type="module" src="{}"></script>', static(path)) if path else format_html("")
