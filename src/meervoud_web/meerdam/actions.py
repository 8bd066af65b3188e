"""Build Meerdam. Every chapter looks whether it was told, so that a second run, or one after a crash, is safe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.utils import timezone

from meervoud_web.challenges import actions as challenges
from meervoud_web.challenges.clock import as_if_at
from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.meerdam import plan
from meervoud_web.meerdam.accounts import accounts_are_open, open_accounts
from meervoud_web.meerdam.alive import is_alive, let_people_speak
from meervoud_web.meerdam.answered import answer_people
from meervoud_web.meerdam.asked import ask_anew
from meervoud_web.meerdam.course import hold_course
from meervoud_web.meerdam.first_week import begin_another
from meervoud_web.meerdam.followed import follow_people
from meervoud_web.meerdam.handed_over import hand_over
from meervoud_web.meerdam.held import all_are_held, hold_rounds
from meervoud_web.meerdam.jotted import jot_down
from meervoud_web.meerdam.seen_here import tell_what_works
from meervoud_web.meerdam.sides import tell_sides
from meervoud_web.meerdam.signals import report_surprises
from meervoud_web.meerdam.spoken_against import speak_against
from meervoud_web.meerdam.story import tell_story
from meervoud_web.meerdam.written_up import write_up
from meervoud_web.people.models import Person

BEGAN = timedelta(days=730)
"""How long ago Meerdam began with its main challenge."""


class Telling(Protocol):
    """What one capability did in the main challenge; ``people`` by mailbox. Telling it twice changes nothing."""

    def __call__(self, challenge: Challenge, *, people: Mapping[str, Person], today: date) -> None:
        """Tell it, through the acts that everybody uses."""


@dataclass(frozen=True)
class Chapter:
    """A part of the years of Meerdam, with what is said while it loads."""

    about: str
    tell: Telling


CHAPTERS = (
    Chapter("wie erbij hoort, en hoe de opgave draaide", tell_story),
    Chapter("wie het hoe ziet", tell_sides),
    Chapter("wat mensen noteerden en beloofden", jot_down),
    Chapter("wat inwoners vinden", hold_rounds),
    Chapter("waar Meerdam aan vasthoudt", hold_course),
    Chapter("wie het anders zou doen", speak_against),
    Chapter("hoe een nieuw college de koers overnam", hand_over),
    Chapter("hoe de vraag veranderde", ask_anew),
    Chapter("wat er voor drie mensen veranderde", follow_people),
    Chapter("wat verraste", report_surprises),
    Chapter("wat in de stad al werkt, en wat mensen voorstelden", tell_what_works),
    Chapter("wat er met inbreng gebeurde", answer_people),
    Chapter("wat de raad te lezen kreeg", write_up),
    Chapter("een tweede opgave, in haar eerste week", begin_another),
    Chapter("wat vanmorgen wacht", let_people_speak),
)
"""In the order in which they began; a later one may build on what an earlier one told. The last one stays last: as
long as it is not told, loading goes on at the next start."""


def is_empty() -> bool:
    """Tell whether nobody has begun to use this database yet."""
    return not (Municipality.objects.exists() or Person.objects.exists() or Challenge.objects.exists())


def is_half_loaded() -> bool:
    """Tell whether loading began and was broken off, by a crash or by whoever grew impatient."""
    return accounts_are_open() and not (all_are_held() and is_alive())


def load_example(*, today: date, tell: Callable[[str], None]) -> Challenge:
    """Make the municipality, its people and its challenge, and tell every chapter of its years."""
    people = {account.mailbox: person for account, person in open_accounts(today=today).items()}
    challenge = _begin(people)
    for chapter in CHAPTERS:
        tell(f"{plan.MUNICIPALITY}: {chapter.about}")
        chapter.tell(challenge, people=people, today=today)
    return challenge


def _begin(people: Mapping[str, Person]) -> Challenge:
    """Say which municipality this is, and start its challenge."""
    if not Municipality.objects.exists():
        challenges.edit_municipality(
            by=people[plan.ADMINISTRATOR.mailbox],
            name=plan.MUNICIPALITY,
            formal_link=plan.FORMAL_LINK,
            contact_email=plan.CONTACT,
        )
    started = Challenge.objects.filter(title=plan.CHALLENGE.title).first()
    if started is not None:
        return started
    with as_if_at(timezone.now() - BEGAN):
        return challenges.start_challenge(by=people[plan.CHALLENGE_MANAGER.mailbox], text=plan.CHALLENGE)
