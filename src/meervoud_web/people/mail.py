"""Mail to people who work here. A mail that cannot be sent never stops what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from meervoud_web.people.models import Person

log = structlog.get_logger(__name__)


def send(*, to: Person, subject: str, template: str, context: Mapping[str, Any]) -> bool:
    """Send a plain-text mail, and say whether that worked."""
    message = EmailMessage(subject=subject, body=render_to_string(template, dict(context)), to=[to.email])
    try:
        message.send()
    except OSError as error:  # no mail server, a refused recipient: smtplib's errors are all of this kind
        log.warning("mail not sent", person=to.pk, template=template, error=type(error).__name__)
        return False
    return True
