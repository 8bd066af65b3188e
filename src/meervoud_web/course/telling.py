"""What a paper tells of the course: main lines, assumptions that moved, choices, what to reconsider."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from meervoud import assumptions
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.sentences import Section, Sentence, bare, in_short, on_day, register_sentences
from meervoud_web.challenges.things import thing_of
from meervoud_web.course.models import Assumption, Choice
from meervoud_web.course.queries import Stand, course_of
from meervoud_web.course.telling_dissent import dissents_told
from meervoud_web.course.telling_handover import handovers_told
from meervoud_web.course.words import WORDS
from meervoud_web.people.models import Person


def course_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Every main line that holds, what was let go since, and in which assumptions confidence moved."""
    course = course_of(challenge)
    for line in course.lines:
        words = _("Wij houden vast aan: “%(line)s”.")
        yield Sentence(text=words % {"line": bare(line.sentence)}, sources=(thing_of(line),))
    for line in course.let_go:
        if line.let_go_at is not None and (since is None or line.let_go_at > since):
            facts = {"day": on_day(line.let_go_at), "line": bare(line.sentence), "why": in_short(line.let_go_why)}
            words = _("Op %(day)s is losgelaten: “%(line)s”. De reden: %(why)s")
            yield Sentence(text=words % facts, sources=(thing_of(line),))
    for stand in course.stands.values():
        if text := _moved(stand, since):
            yield Sentence(text=text, sources=(thing_of(stand.assumption),))


def _moved(stand: Stand, since: datetime | None) -> str:
    """How confidence moved since, in two of the five words; nothing where it stayed."""
    before = stand.line.start
    for evidence, step in stand.counted:
        if since is not None and evidence.counts_since is not None and evidence.counts_since <= since:
            before = step.confidence
    was, now = assumptions.word_for(before), stand.word
    facts = {"title": bare(stand.assumption.title), "was": WORDS[was], "now": stand.said}
    if stand.is_expired and stand.assumption.valid_until is not None:
        facts["day"] = on_day(stand.assumption.valid_until)
        return _("De aanname “%(title)s” was houdbaar tot %(day)s en is niet vernieuwd.") % facts
    if was == now:
        return ""
    return _("Het vertrouwen in de aanname “%(title)s” ging van “%(was)s” naar “%(now)s”.") % facts


def judges_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """Where judges part so far that their words for an assumption differ."""
    for stand in course_of(challenge).stands.values():
        low, high = assumptions.word_for(stand.line.lowest), assumptions.word_for(stand.line.highest)
        if low != high:
            facts = {"title": bare(stand.assumption.title), "low": WORDS[low], "high": WORDS[high]}
            words = _(
                "Wie de aanname “%(title)s” beoordeelden, verschillen: van “%(low)s” tot “%(high)s”. "
                "Beide oordelen blijven staan."
            )
            yield Sentence(text=words % facts, sources=(thing_of(stand.assumption),), key="judges")


def choices_told(person: Person, challenge: Challenge, since: datetime | None) -> Iterable[Sentence]:
    """What was chosen since, what came of looking again, and which choices lost a ground."""
    course = course_of(challenge)
    for choice in reversed(course.choices):
        if since is None or choice.at > since:
            yield from _choice(choice)
        for look in choice.second_looks.all():
            if since is None or look.at > since:
                facts = {
                    "day": on_day(look.at),
                    "what": bare(choice.what),
                    "outcome": look.get_outcome_display(),
                    "why": in_short(look.why),
                }
                words = _("Op %(day)s is opnieuw bekeken: “%(what)s”. De uitkomst: %(outcome)s. De reden: %(why)s")
                yield Sentence(text=words % facts, sources=(thing_of(choice),), key=f"look-{look.pk}")
    for one in course.reopened_choices():
        grounds = ", ".join(f"“{bare(_called(ground))}”" for ground in one.because)
        words = _("Te heroverwegen is: “%(what)s”. Het rust op wat niet meer klopt: %(grounds)s.")
        facts = {"what": bare(_called(one.what)), "grounds": grounds}
        yield Sentence(
            text=words % facts, sources=(one.thing, *(thing_of(ground) for ground in one.because)), key="reopened"
        )


def _choice(choice: Choice) -> Iterable[Sentence]:
    facts = {
        "day": on_day(choice.chosen_on),
        "who": choice.chosen_by,
        "mandate": choice.mandate,
        "what": bare(choice.what),
        "weighed": in_short(choice.weighed),
    }
    words = _("Op %(day)s koos %(who)s (mandaat: %(mandate)s): “%(what)s”. Afgewogen is: %(weighed)s")
    yield Sentence(text=words % facts, sources=(thing_of(choice),), key="chosen")
    words = _("Wat daarbij moed vraagt: %(courage)s")
    yield Sentence(text=words % {"courage": in_short(choice.courage)}, sources=(thing_of(choice),), key="courage")


def _called(ground: Assumption | Choice) -> str:
    return str(ground)


def register() -> None:
    """Make known what this app tells."""
    register_sentences(Section.COURSE, course_told)
    register_sentences(Section.COURSE, handovers_told)
    register_sentences(Section.DISSENT, dissents_told)
    register_sentences(Section.DISSENT, judges_told)
    register_sentences(Section.CHOICES, choices_told)
