"""Logs: one line per event, readable for a developer and JSON for an operator's tools."""

from __future__ import annotations

import re
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

SECRET_PARTS = re.compile(r"(/(?:volg|bericht|verhaal|uitnodiging|wachtwoord-vergeten|inloglink)/)[^/\s\"']+")
"""Addresses that give access to whoever has them: a follow code, a teller's code, a link to choose a password."""
DETAIL = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)
"""Where PostgreSQL quotes the row that it refuses, with every word of it."""

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso"),
]


def without_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep out of the log what gives access, and what people wrote."""
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = DETAIL.sub(r"\1: ***", SECRET_PARTS.sub(r"\1***", value))
    return event


def logging_config(*, debug: bool) -> dict[str, Any]:
    """Send the log lines of our own code and of the libraries through the same door."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    renderer: Processor = structlog.dev.ConsoleRenderer() if debug else structlog.processors.JSONRenderer()
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            without_secrets,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structlog": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structlog"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Django would also print to the console itself, and mail ADMINS: one line here is enough.
            "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            "meervoud_web": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        },
    }
