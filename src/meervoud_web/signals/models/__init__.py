"""What is remembered of the unexpected: signals, how they were read, and the letterbox they come in by."""

from .letterbox import Letterbox
from .photo import Photo
from .reading import Reading
from .signal import Observer, Signal, Theme
from .verdict import Verdict

__all__ = ["Letterbox", "Observer", "Photo", "Reading", "Signal", "Theme", "Verdict"]
