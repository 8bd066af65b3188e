"""A handover as it stands, and through which administrations each main line was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, sentences_for
from meervoud_web.course.models import Choice, HandedLine, Handover, MainLine, Verdict
from meervoud_web.course.queries.confidence import Stand
from meervoud_web.course.queries.course import Course, course_of, is_taken_back
from meervoud_web.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Held:
    """A stretch in which a main line was held by one administration, in which words."""

    administration: str
    since: date
    verdict: Verdict | None
    """What they did with it when they took over; ``None`` for who wrote it down."""
    words: str
    """How it read since then."""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ToHand:
    """A main line in a handover: what rests on it, what was chosen on that ground, and the answer."""

    line: MainLine
    stands: tuple[Stand, ...]
    choices: tuple[Choice, ...]
    answer: HandedLine | None


@dataclass(frozen=True, kw_only=True)
class Handing:
    """A handover with all its lines."""

    handover: Handover
    lines: tuple[ToHand, ...]

    @property
    def left(self) -> list[ToHand]:
        """The lines that have no answer yet."""
        return [one for one in self.lines if one.answer is None]

    @property
    def is_ready(self) -> bool:
        """Whether it can be finished."""
        return bool(self.lines) and not self.left


def handing_of(handover: Handover, *, course: Course | None = None) -> Handing:
    """Read a handover: while it goes on all lines that are held, and once it is finished those that it handled."""
    course = course or course_of(handover.challenge)
    answers = {one.line_id: one for one in handover.answers.select_related("line", "by")}
    lines = [answers[pk].line for pk in answers] if handover.is_finished else list(course.lines)
    return Handing(
        handover=handover,
        lines=tuple(_to_hand(line, course=course, answer=answers.get(line.pk)) for line in lines),
    )


def _to_hand(line: MainLine, *, course: Course, answer: HandedLine | None) -> ToHand:
    stands = tuple(stand for stand in course.stands.values() if stand.assumption.main_line_id == line.pk)
    grounds = {stand.assumption.pk for stand in stands}
    choices = tuple(
        choice
        for choice in course.choices
        if not is_taken_back(choice) and any(one.pk in grounds for one in choice.assumptions.all())
    )
    return ToHand(line=line, stands=stands, choices=choices, answer=answer)


def goes_on(challenge: Challenge) -> Handover | None:
    """The handover that is not finished yet, if there is one."""
    return challenge.handovers.filter(finished_at=None).first()


def finished_handovers(challenge: Challenge) -> Sequence[Handover]:
    """The handovers that are over, the first one first, with what became of each line."""
    answers = Prefetch("answers", queryset=HandedLine.objects.select_related("line"))
    return list(challenge.handovers.exclude(finished_at=None).prefetch_related(answers))


def held_by(line: MainLine, handovers: Iterable[Handover]) -> list[Held]:
    """Through which administrations a main line was held. ``handovers`` are those that are finished, in order."""
    over = list(handovers)
    answers = [(one, answer) for one in over for answer in one.answers.all() if answer.line_id == line.pk]
    writer = _administration_at(line, over)
    first = answers[0][1].was if answers else line.sentence
    began = [Held(administration=writer, since=line.at.date(), verdict=None, words=first)] if writer else []
    return began + [
        Held(
            administration=handover.administration,
            since=handover.starts_on,
            verdict=Verdict(answer.verdict),
            words=answer.becomes if answer.verdict == Verdict.CHANGED else answer.was,
            reason=answer.reason,
        )
        for handover, answer in answers
    ]


def _administration_at(line: MainLine, handovers: list[Handover]) -> str:
    """Which administration there was when a line was written down, as far as the handovers say."""
    before = [one for one in handovers if one.finished_at is not None and one.finished_at <= line.at]
    if before:
        return before[-1].administration
    return handovers[0].former if handovers else ""


def inherited_promises(challenge: Challenge, *, person: Person) -> list[Sentence]:
    """What was promised and is told of in papers: a new administration inherits it with the course."""
    return sentences_for(Section.PROMISES, person=person, challenge=challenge, since=None)
