"""How forms look: a label, help, the error beside the field, and a summary of errors on top."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Renders every form and field with our own accessible templates."""
