"""Taking a sentence out of a paper that is set: its words and sources are gone, and the reason stands there."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.papers import rules
from meervoud_web.papers.actions.write import note
from meervoud_web.papers.models import PaperSentence
from meervoud_web.people.models import Person


@transaction.atomic
def redact(sentence: PaperSentence, *, by: Person, reason: str) -> None:
    """Redact a sentence for good; redacting it again changes nothing."""
    rows = PaperSentence.objects.select_for_update(of=("self",)).select_related("paper__challenge")
    found = rows.get(pk=sentence.pk)
    if not rules.may_write(by, found.paper.challenge):
        raise PermissionDenied
    if found.redacted_at is not None:
        return
    found.sources.all().delete()
    found.text, found.mark, found.author, found.author_role = "", "", None, ""
    found.redacted_at, found.redaction_reason = clock.now(), reason
    found.save()
    note(found.paper, by=by, verb="paper-redacted", why=reason)
