"""What every picture of a paper needs, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import translation

from meervoud_web.papers.actions import LANGUAGE
from meervoud_web.papers.models import Paper, PaperKind
from meervoud_web.papers.queries import MOST_PAGES, Chapter, Draft, changes_since, compose, notes_of, pages_about
from meervoud_web.people.models import Person


def composed(paper: Paper, draft: Draft, *, person: Person) -> tuple[Chapter, ...]:
    """Compose a draft in the language of papers."""
    with translation.override(LANGUAGE):
        return compose(paper, draft, person=person)


def as_shown(paper: Paper, chapters: Iterable[Chapter], *, subject: str) -> dict[str, Any]:
    """The context of a paper on a page."""
    chapters = tuple(chapters)
    pages = pages_about(chapters)
    return {
        "paper": paper,
        "subject": subject,
        "chapters": [chapter for chapter in chapters if chapter.is_printed],
        "notes": notes_of(chapters),
        "is_for_council": paper.kind != PaperKind.EXECUTIVE_COVER,
        "changes": changes_since(paper, chapters),
        "pages": pages,
        "most_pages": MOST_PAGES,
        "is_long": pages > MOST_PAGES,
        "language": LANGUAGE,
    }
