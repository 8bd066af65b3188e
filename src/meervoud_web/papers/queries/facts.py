"""What stands above a paper and in its margins: for whom, from whom, and whether it is set."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from meervoud_web.papers.models import Paper, PaperKind
from meervoud_web.papers.queries.chapters import Cited, Line
from meervoud_web.papers.queries.composing import paper_before

NOTHING_RECORDED = gettext_lazy("Hierover is niets vastgelegd.")
MOST_SOURCES = 8
"""Of one sentence; a total of forty rows would take a page of notes."""


def facts_of(paper: Paper, *, municipality: str) -> list[tuple[str, str]]:
    """Each fact with its name, in the order of reading."""
    for_whom = _("college van B&W") if paper.kind == PaperKind.EXECUTIVE_COVER else _("gemeenteraad")
    before = paper_before(paper)
    facts = [
        (_("Soort stuk"), str(paper.get_kind_display())),
        (_("Aan"), for_whom),
        (_("Van"), municipality),
        (_("Opgave"), paper.challenge.title),
        (_("Stand"), standing_of(paper)),
    ]
    if before is not None and before.set_at is not None:
        facts.append((_("Vorige stuk"), _day(before.set_at)))
    return [(name, value) for name, value in facts if value]


def standing_of(paper: Paper) -> str:
    """Whether it is set, since when, and from when it may be read."""
    if paper.set_at is None:
        return _("Concept, niet vastgesteld")
    if paper.embargo_until is not None:
        facts = {"day": _day(paper.set_at), "moment": _moment(paper.embargo_until)}
        return _("Vastgesteld op %(day)s. Onder embargo tot %(moment)s") % facts
    return _("Vastgesteld op %(day)s") % {"day": _day(paper.set_at)}


def first_sources(line: Line) -> tuple[tuple[Cited, ...], str]:
    """The sources that are printed, and how many more there are."""
    shown, rest = line.sources[:MOST_SOURCES], len(line.sources) - MOST_SOURCES
    more = ngettext("en nog %(number)s bron", "en nog %(number)s bronnen", rest) % {"number": rest}
    return shown, more if rest > 0 else ""


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "j F Y")


def _moment(moment: datetime) -> str:
    return date_format(localtime(moment), "j F Y, H.i") + " " + _("uur")
