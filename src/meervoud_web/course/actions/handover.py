"""Handing the course over to a new administration: line by line, and at the end all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from meervoud_web.challenges import clock
from meervoud_web.challenges.actions import record, trace
from meervoud_web.challenges.models import Challenge, Link, LinkKind
from meervoud_web.challenges.things import Thing, thing_of
from meervoud_web.course import rules
from meervoud_web.course.actions.course import write_main_line
from meervoud_web.course.actions.keeping import AlreadyWrittenError
from meervoud_web.course.models import HandedLine, Handover, MainLine, Verdict
from meervoud_web.people.models import Person


class AnsweredMeanwhileError(Exception):
    """Somebody else answered about this line since the page was opened."""


class NotReadyError(Exception):
    """A main line has no answer yet, or the handover is over."""


@dataclass(frozen=True, kw_only=True)
class Administration:
    """Who takes over, from which day, and from whom."""

    administration: str
    starts_on: date
    former: str = ""


@dataclass(frozen=True, kw_only=True)
class LineAnswer:
    """What becomes of a main line, why, who says so, and with which mandate."""

    verdict: Verdict
    reason: str
    decided_by: str
    mandate: str
    becomes: str = ""


@transaction.atomic
def begin_handover(
    challenge: Challenge, *, by: Person, given: Administration, sources: Sequence[Thing]
) -> Handover:
    """Begin to hand the course over. Of one challenge one handover goes on at a time."""
    _allow(by, challenge)
    held = Challenge.objects.select_for_update().get(pk=challenge.pk)
    same = held.handovers.filter(administration=given.administration).first()
    if same is not None and (same.is_finished or vars(given) != {key: getattr(same, key) for key in vars(given)}):
        raise AlreadyWrittenError(given.administration)
    if same is not None:
        return same
    if held.handovers.filter(finished_at=None).exists():
        raise AlreadyWrittenError(given.administration)
    handover = Handover.objects.create(challenge=held, begun_by=by, **vars(given))
    trace(thing_of(handover), sources=sources, challenge=held, by=by)
    _note(handover, by=by, verb="handover-begun")
    return handover


@transaction.atomic
def rename_handover(handover: Handover, *, by: Person, given: Administration) -> None:
    """Put right who takes over and when, while the handover goes on."""
    held = _hold(handover, by=by)
    if held.challenge.handovers.filter(administration=given.administration).exclude(pk=held.pk).exists():
        raise AlreadyWrittenError(given.administration)
    if vars(given) == {key: getattr(held, key) for key in vars(given)}:
        return
    for key, value in vars(given).items():
        setattr(held, key, value)
    held.save(update_fields=list(vars(given)))
    _note(held, by=by, verb="handover-renamed")


@transaction.atomic
def answer_line(handover: Handover, line: MainLine, *, by: Person, answer: LineAnswer, version: int) -> HandedLine:
    """Say what becomes of a main line. Nothing changes, and all can be redone, until the handover is finished.

    ``version`` is that of the answer which the person saw, and 0 for none.
    """
    held = _hold(handover, by=by)
    if line.challenge_id != held.challenge_id or line.let_go_at is not None:
        raise PermissionDenied
    _refuse_words_of_another(line, answer.becomes)
    given = vars(answer) | {"was": line.sentence}
    found = held.answers.filter(line=line).first()
    if found is not None and all(getattr(found, key) == value for key, value in given.items()):
        return found
    if version != (found.version if found else 0):
        raise AnsweredMeanwhileError(line.sentence)
    found = found or HandedLine(handover=held, line=line, version=0)
    for key, value in given.items():
        setattr(found, key, value)
    found.by, found.at, found.version = by, clock.now(), found.version + 1
    found.save()
    _note(held, by=by, verb="handover-answered", about=line.sentence, why=answer.reason)
    return found


@transaction.atomic
def call_off_handover(handover: Handover, *, by: Person) -> None:
    """Take back a handover that was begun by mistake; once a line has an answer there is something to keep."""
    held = _hold(handover, by=by)
    if held.answers.exists():
        raise NotReadyError(held.administration)
    challenge, about = held.challenge, held.administration
    thing = thing_of(held)
    Link.objects.filter(to_kind=thing.kind, to_id=thing.id).delete()
    held.delete()
    record(challenge=challenge, by=by, verb="handover-called-off", thing=thing, about=about)


@transaction.atomic
def finish_handover(handover: Handover, *, by: Person) -> None:
    """Let every answer hold from now on, all at once; a handover finished twice is finished once."""
    _allow(by, handover.challenge)
    held = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if held.is_finished:
        return
    lines = {
        one.pk: one for one in held.challenge.main_lines.select_for_update(of=("self",)).filter(let_go_at=None)
    }
    held.answers.exclude(line__in=lines).delete()  # of what was let go in the meantime nothing is handed over
    answers = {one.line_id: one for one in held.answers.all()}
    if not lines or lines.keys() - answers.keys():
        raise NotReadyError(held.administration)
    held.finished_at, held.finished_by = clock.now(), by
    held.save(update_fields=["finished_at", "finished_by"])
    _note(held, by=by, verb="handover-finished")
    for pk, answer in answers.items():
        _DO[Verdict(answer.verdict)](lines[pk], answer, by)


def _confirm(line: MainLine, answer: HandedLine, by: Person) -> None:
    _tell(line, answer, by=by, kind=LinkKind.SUPPORTS)


def _change(line: MainLine, answer: HandedLine, by: Person) -> None:
    _refuse_words_of_another(line, answer.becomes)
    line.sentence = answer.becomes
    line.save(update_fields=["sentence"])
    _tell(line, answer, by=by, kind=LinkKind.CHANGED_BY)


def _reverse(line: MainLine, answer: HandedLine, by: Person) -> None:
    line.let_go_at, line.let_go_why = clock.now(), answer.reason
    line.save(update_fields=["let_go_at", "let_go_why"])
    _tell(line, answer, by=by, kind=LinkKind.CONTRADICTS)
    if answer.becomes:
        sources = [thing_of(line), thing_of(answer.handover)]
        write_main_line(line.challenge, by=by, sentence=answer.becomes, why=answer.reason, sources=sources)


_DO: Mapping[Verdict, Callable[[MainLine, HandedLine, Person], None]] = {
    Verdict.CONFIRMED: _confirm,
    Verdict.CHANGED: _change,
    Verdict.REVERSED: _reverse,
}


def _tell(line: MainLine, answer: HandedLine, *, by: Person, kind: LinkKind) -> None:
    """In the thread and in the journal: what a new administration did with a line."""
    source = thing_of(answer.handover)
    trace(thing_of(line), sources=[source], challenge=line.challenge, by=by, kind=kind)
    verb = f"main-line-{answer.verdict}"
    record(
        challenge=line.challenge, by=by, verb=verb, thing=thing_of(line), about=line.sentence, why=answer.reason
    )


def _refuse_words_of_another(line: MainLine, sentence: str) -> None:
    if sentence and line.challenge.main_lines.filter(sentence=sentence).exclude(pk=line.pk).exists():
        raise AlreadyWrittenError(sentence)


def _allow(by: Person, challenge: Challenge) -> None:
    if not rules.may_hand_over(by, challenge):
        raise PermissionDenied


def _hold(handover: Handover, *, by: Person) -> Handover:
    """Take hold of a handover that goes on."""
    _allow(by, handover.challenge)
    held = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if held.is_finished:
        raise NotReadyError(held.administration)
    return held


def _note(handover: Handover, *, by: Person, verb: str, about: str = "", why: str = "") -> None:
    record(
        challenge=handover.challenge,
        by=by,
        verb=verb,
        thing=thing_of(handover),
        about=about or handover.administration,
        why=why,
    )
