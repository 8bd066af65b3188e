"""How forms look: a label, help, the error beside the field, and a summary of errors on top."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList


class Renderer(TemplatesSetting):
    """Renders every form and field with our own accessible templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        if template_name == ErrorList.template_name:
            template_name = "ui/forms/errors.html"
        return super().render(template_name, context, request)


class DateInput(forms.DateInput):
    """The browser's own date picker, which works with a keyboard and in every language."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class DateTimeInput(forms.DateTimeInput):
    """The browser's own picker of a day and a time."""

    input_type = "datetime-local"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class SeveralRows(forms.ModelMultipleChoiceField[Any]):
    """Several rows to choose from. A number that no row can have is a wrong choice, and no fault of a database."""

    MOST_SIGNS = 18

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if len(str(one)) > self.MOST_SIGNS:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(one)[:40]}
                )
        return super().clean(value)
