"""The paper as a thing, and how the journal says what was done with it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.things import Kind
from meervoud_web.papers.models import Paper
from meervoud_web.papers.queries.seen import papers_seen_by

VERBS = {
    "paper-begun": _("{who} begon een stuk voor raad of college: {what}"),
    "paper-set": _("{who} stelde een stuk vast: {what}"),
    "paper-redacted": _("{who} lakte een zin weg in een stuk: {what}"),
    "paper-thrown-away": _("{who} gooide een concept weg: {what}"),
}
QUIET = frozenset({"paper-begun", "paper-thrown-away"})


def _words(paper: Paper) -> str:
    return "\n".join(sentence.text for sentence in paper.sentences.all())


KINDS = (
    Kind(
        slug="paper",
        name=_("stuk voor raad of college"),
        model="papers.Paper",
        title=str,
        address=lambda paper: paper.get_absolute_url(),
        seen_by=papers_seen_by,
        words=_words,
        related=("challenge",),
        fetched=("sentences",),
    ),
)
