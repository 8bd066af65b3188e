"""What can be asked about papers."""

from meervoud_web.papers.queries.changes import Changes, changes_since
from meervoud_web.papers.queries.chapters import Chapter, Draft, Line, fingerprint, notes_of
from meervoud_web.papers.queries.composing import chapters_of, compose, draft_of, kept_in, paper_before
from meervoud_web.papers.queries.length import MOST_PAGES, pages_about
from meervoud_web.papers.queries.seen import papers_seen_by

__all__ = [
    "MOST_PAGES",
    "Changes",
    "Chapter",
    "Draft",
    "Line",
    "changes_since",
    "chapters_of",
    "compose",
    "draft_of",
    "fingerprint",
    "kept_in",
    "notes_of",
    "pages_about",
    "paper_before",
    "papers_seen_by",
]
