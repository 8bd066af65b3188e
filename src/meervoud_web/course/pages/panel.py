"""The course on the page of a challenge: its main lines, how what they rest on stands, and what waits."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from meervoud.assumptions import Word
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel, Waiting
from meervoud_web.course import rules
from meervoud_web.course.queries import Course, course_of, dissents_seen_by, goes_on
from meervoud_web.course.words import WORDS
from meervoud_web.people.models import Person


def course_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """Show the main lines; invite whoever keeps the course to write the first one."""
    course, may_keep = course_of(challenge), rules.may_keep_course(person, challenge)
    if course.is_empty and not may_keep:
        return None
    said = Counter(stand.word for stand in course.stands.values())
    context = {
        "challenge": challenge,
        "course": course,
        "words": [(WORDS[word], said[word]) for word in reversed(Word) if said[word]],
        "asleep": len(course.asleep()),
        "choices": len(course.choices),
        "reopened": course.reopened_choices(),
        "may_keep": may_keep,
    }
    return Panel(template="course/panel.html", context=context, order=1, movement=Movement.COURSE)


def waiting_in(person: Person, challenge: Challenge) -> list[Waiting]:
    """What waits for whoever keeps the course: to reconsider, to judge, to look at again."""
    if not rules.may_keep_course(person, challenge):
        return _to_hand_over(person, challenge) + _to_answer(person, challenge)
    course = course_of(challenge)
    again = [
        Waiting(
            what=_("Heroverweeg de keuze: %(what)s") % {"what": one.what},
            address=one.what.get_absolute_url(),
            challenge=challenge,
            since=one.since,
        )
        for one in course.reopened_choices()
    ]
    others = _to_hand_over(person, challenge) + _to_answer(person, challenge)
    return again + others + _unlooked_at(course) + _to_judge(course, person)


def _to_answer(person: Person, challenge: Challenge) -> list[Waiting]:
    """Dissent that nobody answered, for whoever decides and did not write it."""
    seen = dissents_seen_by(person, challenge.dissents.filter(answers=None).exclude(author=person))
    open_ones = list(seen.select_related("challenge"))
    if not open_ones or not rules.may_answer(person, open_ones[0]):
        return []
    what = _("Antwoord op tegenspraak: %(what)s")
    return [
        Waiting(
            what=what % {"what": one.otherwise}, address=one.get_absolute_url(), challenge=challenge, since=one.at
        )
        for one in open_ones
    ]


def _to_hand_over(person: Person, challenge: Challenge) -> list[Waiting]:
    running = goes_on(challenge)
    if running is None or not rules.may_hand_over(person, challenge):
        return []
    what = _("Maak de overdracht af aan: %(who)s") % {"who": running.administration}
    address = reverse("course:handover", args=[challenge.slug, running.pk])
    return [Waiting(what=what, address=address, challenge=challenge, since=running.begun_at)]


def _unlooked_at(course: Course) -> list[Waiting]:
    expired = [
        (_("Deze aanname is verlopen: %(what)s"), stand, stand.fell_at)
        for stand in course.stands.values()
        if stand.is_expired
    ]
    asleep = [
        (_("Deze aanname slaapt: %(what)s"), stand, timezone.make_aware(datetime.combine(day, time.min)))
        for stand in course.asleep()
        if (day := stand.sleeps_since)
    ]
    return [
        Waiting(
            what=what % {"what": stand.assumption.title},
            address=stand.assumption.get_absolute_url(),
            challenge=course.challenge,
            since=since,
        )
        for what, stand, since in expired + asleep
    ]


def _to_judge(course: Course, person: Person) -> list[Waiting]:
    return [
        Waiting(
            what=_("Weeg een aanwijzing bij: %(what)s") % {"what": stand.assumption.title},
            address=reverse("course:judge", args=[course.challenge.slug, evidence.pk]),
            challenge=course.challenge,
            since=evidence.at,
        )
        for stand in course.stands.values()
        for evidence in stand.waiting
        if all(one.judge_id != person.pk for one in evidence.judgements.all())
    ]
