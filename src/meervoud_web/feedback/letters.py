"""Mail to somebody of whom nothing is known but an address. It is in no log, also not when it cannot be sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from meervoud_web.feedback.models import NoticeAddress

log = structlog.get_logger(__name__)


def send_letter(
    to: NoticeAddress,
    *,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    headers: Mapping[str, str] | None = None,
) -> bool:
    """Send a plain-text mail, and say whether that worked."""
    body = render_to_string(template, dict(context))
    message = EmailMessage(subject=subject, body=body, to=[to.email], headers=dict(headers or {}))
    try:
        message.send()
    except (OSError, ValueError) as error:  # also an address that no mail server would take
        log.warning("mail not sent", address=to.pk, template=template, error=type(error).__name__)
        return False
    return True
