"""Feedback on the pages of others: of a challenge, of a choice, of a signal."""

from __future__ import annotations

from django.db.models import Q

from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.providers import Movement, Panel
from meervoud_web.challenges.things import thing_of
from meervoud_web.course.models import Choice
from meervoud_web.feedback import rules
from meervoud_web.feedback.models import Placing, Theme
from meervoud_web.feedback.queries.seen import themes_seen_by
from meervoud_web.feedback.queries.sorting import unsorted_count
from meervoud_web.feedback.queries.themes import answered
from meervoud_web.people.models import Person
from meervoud_web.signals.models import Signal

SHOWN = 4


def feedback_panel(challenge: Challenge, person: Person | None) -> Panel | None:
    """What waits for an answer first, then what was answered last; for staff what is still to be sorted."""
    themes = list(themes_seen_by(person, challenge.themes.all()))
    may_answer = rules.may_answer(person, challenge)
    unsorted = unsorted_count(challenge, person=person) if may_answer and person else 0
    if not themes and not unsorted:
        return None
    waiting = [theme for theme in themes if not theme.is_answered]
    done = sorted((theme for theme in themes if theme.answered_at), key=lambda one: str(one.answered_at))
    context = {
        "challenge": challenge,
        "themes": [*waiting, *reversed(done)][:SHOWN],
        "more": max(0, len(themes) - SHOWN),
        "may_answer": may_answer,
        "unsorted": unsorted,
    }
    return Panel(template="feedback/panel.html", context=context, order=50, movement=Movement.WEIGH)


def at_choice(choice: Choice, person: Person | None) -> Panel | None:
    """What people brought in for this choice, and every theme of the challenge that has no answer yet."""
    unanswered = Q(weighed="", published_at__isnull=False)
    found = themes_seen_by(person, choice.challenge.themes.filter(Q(choice=choice) | unanswered))
    themes = list(found.select_related("challenge"))
    if not themes:
        return None
    context = {
        "challenge": choice.challenge,
        "themes": [theme for theme in themes if theme.choice_id == choice.pk],
        "others": [theme for theme in themes if theme.choice_id != choice.pk],
    }
    return Panel(template="feedback/at_choice.html", context=context)


def at_signal(signal: Signal, person: Person | None) -> Panel | None:
    """What came of a signal; who reported it with an account reads what was said to them as well."""
    thing = thing_of(signal)
    placed = Placing.objects.filter(thing_kind=thing.kind, thing_id=thing.id)
    additions = dict(placed.values_list("theme", "addition"))
    themes = answered(themes_seen_by(person, Theme.objects.filter(pk__in=additions)))
    if not themes:
        return None
    is_own = person is not None and signal.reporter_id == person.pk
    found = [(one, additions[one.theme.pk] if is_own else "") for one in themes]
    return Panel(template="feedback/at_signal.html", context={"themes": found})
