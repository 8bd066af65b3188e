"""Texts that people type or paste. Signs that turn the direction of reading are left out, never refused."""

from __future__ import annotations

import re
from typing import Any

from django import forms

UNSEEN = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class OneLine(forms.CharField):
    """A text of one line, whatever was pasted; counted as it will be kept."""

    def to_python(self, value: Any) -> str:
        return " ".join(UNSEEN.sub("", super().to_python(value) or "").split())


class Lines(forms.CharField):
    """A text of several lines; a new line counts as one sign, as the browser counts it."""

    def to_python(self, value: Any) -> str:
        return UNSEEN.sub("", super().to_python(value) or "").replace("\r\n", "\n")


def printable(text: str) -> str:
    """A text without the signs that turn the direction of reading or that no file of Word or XML can hold."""
    return NOT_IN_XML.sub("", UNSEEN.sub("", text))
