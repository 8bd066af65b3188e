"""What is remembered of papers."""

from meervoud_web.papers.models.paper import Paper, PaperKind, PaperSentence, PaperSource, PaperWords

__all__ = ["Paper", "PaperKind", "PaperSentence", "PaperSource", "PaperWords"]
