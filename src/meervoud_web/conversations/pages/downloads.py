"""Take the reactions and the result along, as files. Whoever may not see a result may not take it along either."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meervoud import landscape, records
from meervoud_web.analyses import queries as analyses
from meervoud_web.conversations.pages.finding import Seen, seen_or_404
from meervoud_web.conversations.queries import exports, outcome
from meervoud_web.conversations.queries.behind import votes_behind_result
from meervoud_web.conversations.queries.conversations import ends_of, given_names_of, result_of, texts_of
from meervoud_web.conversations.queries.given import record_now
from meervoud_web.conversations.queries.result import group_names
from meervoud_web.conversations.queries.statements import statement_rows
from meervoud_web.conversations.queries.wording import assurance_sentence

if TYPE_CHECKING:
    from meervoud_web.analyses.models import Analysis


@dataclass(frozen=True)
class Kind:
    """A file that can be taken along: what it is called, and how it is made."""

    suffix: str
    content_type: str
    make: Callable[[Seen, Analysis], bytes | str]


def _votes(seen: Seen, analysis: Analysis) -> landscape.Votes:
    return votes_behind_result(seen.conversation, seen.audience, analysis)


def _how_hard(seen: Seen) -> str:
    return assurance_sentence(seen.conversation.assurance)


def _polis(seen: Seen, analysis: Analysis) -> bytes:
    return exports.polis_zip(_votes(seen, analysis), how_hard=_how_hard(seen))


def _reactions(seen: Seen, analysis: Analysis) -> bytes:
    return exports.votes_csv(_votes(seen, analysis))


def _statements(seen: Seen, analysis: Analysis) -> bytes:
    found = result_of(analysis)
    names = group_names(found, given_names_of(seen.conversation, seen.audience))
    rows = statement_rows(found, names=names, texts=texts_of(seen.conversation))
    return exports.statements_csv(rows, list(names.values()))


def _picture(seen: Seen, analysis: Analysis) -> str:
    result = records.from_json(record_now(seen.conversation, seen.audience, analysis))
    language = get_language() or "nl"
    return outcome.picture_of(
        seen.conversation, seen.audience, result, ends=ends_of(analysis), language=language, shape="poster"
    )


def _record(seen: Seen, analysis: Analysis) -> str:
    record = record_now(seen.conversation, seen.audience, analysis)
    return exports.record_json(_votes(seen, analysis), record, how_hard=_how_hard(seen))


KINDS: Mapping[str, Kind] = {
    "polis.zip": Kind("polis.zip", "application/zip", _polis),
    "reacties.csv": Kind("reacties.csv", "text/csv; charset=utf-8", _reactions),
    "stellingen.csv": Kind("stellingen.csv", "text/csv; charset=utf-8", _statements),
    "meningenlandschap.svg": Kind("meningenlandschap.svg", "image/svg+xml; charset=utf-8", _picture),
    "meningenlandschap.json": Kind("meningenlandschap.json", "application/json; charset=utf-8", _record),
}


@login_not_required
@never_cache
@require_safe
def download(request: HttpRequest, conversation_id: int, kind: str) -> HttpResponse:
    """Make one file for whoever may see this result."""
    seen = seen_or_404(request, conversation_id)
    analysis = analyses.newest_result(seen.audience, conversation_id)
    if analysis is None or kind not in KINDS:
        raise Http404
    made = KINDS[kind]
    response = HttpResponse(made.make(seen, analysis), content_type=made.content_type)
    name = "-".join(filter(None, (slugify(seen.conversation.title)[:60], _("stellingenronde"), made.suffix)))
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
