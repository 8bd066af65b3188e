"""What can be done with signals."""

from .letterbox import close_letterbox, open_letterbox
from .photo import take_photo_away
from .read import AlreadyReadError, read_signal
from .report import (
    PhotoRefusedError,
    Report,
    Snapshot,
    TooManyAttemptsError,
    report_from_outside,
    report_signal,
)
from .show import hide_signal, show_signal

__all__ = [
    "AlreadyReadError",
    "PhotoRefusedError",
    "Report",
    "Snapshot",
    "TooManyAttemptsError",
    "close_letterbox",
    "hide_signal",
    "open_letterbox",
    "read_signal",
    "report_from_outside",
    "report_signal",
    "show_signal",
    "take_photo_away",
]
