"""A draft is composed from what is recorded now, a paper that is set from what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud_web.challenges.queries.roles import name_of_role, role_of
from meervoud_web.challenges.sentences import Section, Sentence, sentences_for
from meervoud_web.challenges.things import Shown, Thing, shown_to
from meervoud_web.papers.models import Paper, PaperSentence
from meervoud_web.papers.queries.chapters import ALWAYS, SECTIONS, Chapter, Cited, Draft, Line, numbered
from meervoud_web.people.models import Person


def draft_of(paper: Paper) -> Draft:
    """What was kept of a draft."""
    words = {Section(one.section): one.text for one in paper.words.all()}
    return Draft(subject=paper.subject, left_out=frozenset(paper.left_out), words=words)


def paper_before(paper: Paper) -> Paper | None:
    """The last paper of this kind that was set before this one."""
    others = Paper.objects.filter(challenge=paper.challenge_id, kind=paper.kind, set_at__isnull=False)
    if paper.set_at is not None:
        others = others.filter(set_at__lt=paper.set_at)
    return others.exclude(pk=paper.pk).order_by("-set_at").first()


def since_when(paper: Paper) -> datetime | None:
    """When the last paper of this kind was set, before this one."""
    before = paper_before(paper)
    return before.set_at if before else None


def chapters_of(paper: Paper, *, person: Person) -> tuple[Chapter, ...]:
    """What stands in a paper now, set or not."""
    return kept_in(paper) if paper.is_set else compose(paper, draft_of(paper), person=person)


def compose(paper: Paper, draft: Draft, *, person: Person) -> tuple[Chapter, ...]:
    """Compose a draft from everything that is recorded now and that this person may see."""
    since, challenge = since_when(paper), paper.challenge
    told = {
        section: sentences_for(section, person=person, challenge=challenge, since=since)
        for section in SECTIONS[paper.kind]
    }
    shown = shown_to(person, {thing for some in told.values() for one in some for thing in one.sources})
    own = _own_words(paper, draft, person=person)
    return numbered(
        Chapter(
            section=section,
            told=(
                *(_composed(one, shown, section=section, draft=draft) for one in sentences),
                *([own[section]] if section in own else []),
            ),
        )
        for section, sentences in told.items()
    )


def _composed(one: Sentence, shown: Mapping[Thing, Shown], *, section: Section, draft: Draft) -> Line:
    return Line(
        text=one.text,
        mark=(mark := f"{section}/{one.mark}"[:500]),
        author=one.author,
        sources=tuple(_cited(thing, shown) for thing in dict.fromkeys(one.sources) if thing in shown),
        is_left_out=mark in draft.left_out and section not in ALWAYS,
    )


def _cited(thing: Thing, shown: Mapping[Thing, Shown]) -> Cited:
    found = shown[thing]
    return Cited(thing=thing, kind=str(found.kind), title=found.title, address=found.address)


def _own_words(paper: Paper, draft: Draft, *, person: Person) -> dict[Section, Line]:
    """Own words as they will be printed: by who wrote them, or by who is changing them now."""
    kept = {one.section: one for one in paper.words.select_related("author")}
    mine = by_whom(person, role_of(person, paper.challenge))
    lines = {}
    for section, text in draft.words.items():
        before = kept.get(section)
        is_kept = before is not None and before.text == text
        author = by_whom(before.author, before.author_role) if before is not None and is_kept else mine
        if text:
            lines[section] = Line(text=text, mark=f"own:{section}", is_own=True, author=author)
    return lines


def kept_in(paper: Paper) -> tuple[Chapter, ...]:
    """What stands in a paper that is set."""
    rows = paper.sentences.select_related("author").prefetch_related("sources")
    by_section: dict[str, list[Line]] = {}
    for row in rows:
        by_section.setdefault(row.section, []).append(_kept(row))
    return numbered(_in_order(SECTIONS[paper.kind], by_section))


def _in_order(sections: Iterable[Section], lines: Mapping[str, list[Line]]) -> Iterator[Chapter]:
    for section in sections:
        yield Chapter(section=section, told=tuple(lines.get(section, ())))


def _kept(row: PaperSentence) -> Line:
    return Line(
        pk=row.pk,
        text=row.text,
        mark=row.mark,
        is_own=row.is_own,
        author=by_whom(row.author, row.author_role) if row.is_own else "",
        redacted=row.redaction_reason,
        sources=tuple(
            Cited(thing=Thing(one.thing_kind, one.thing_id), kind=one.kind, title=one.title, address=one.address)
            for one in row.sources.all()
        ),
    )


def by_whom(author: Person | None, role: str) -> str:
    """Who wrote something in a paper: their name as long as the account is there, and their role."""
    named = name_of_role(role)
    if author is None:
        return named or _("iemand van wie de naam is gewist")
    return f"{author.name} ({named})" if named else author.name
