"""A course to test with, made by the acts that everybody uses."""

from __future__ import annotations

from datetime import date
from typing import Any

from meervoud_web.challenges.models import Challenge
from meervoud_web.course import actions
from meervoud_web.course.models import Assumption, Choice, Evidence, Finding, Quality
from meervoud_web.people.models import Person


def assumed(challenge: Challenge, title: str, *, by: Person, rests_on: Any = (), **more: Any) -> Assumption:
    text = actions.AssumptionText(
        title=title, condition="buren elkaar kennen", result="vragen zij hulp", because="zij durven", **more
    )
    return actions.assume(challenge, by=by, text=text, sources=[], rests_on=rests_on)


def seen(
    assumption: Assumption, text: str, *judges: Person, finding: Finding = Finding.HOOP_MISSING, source: str = ""
) -> Evidence:
    """Evidence that each of ``judges`` found the same in."""
    row = actions.bring_evidence(assumption, by=judges[0], text=text, source=source, sources=[])
    for judge in judges:
        actions.judge(row, by=judge, finding=finding, quality=Quality.CHECKED)
    return row


def chosen(challenge: Challenge, what: str, *, by: Person, on: Any = (), builds_on: Any = ()) -> Choice:
    text = actions.ChoiceText(
        what=what,
        chosen_by="het team",
        mandate="van de directie",
        chosen_on=date(2026, 3, 2),
        weighed="Geld en tijd.",
        on_monday="Bellen.",
        courage="Nee zeggen; de directie staat erachter.",
    )
    return actions.choose(challenge, by=by, text=text, sources=[], on=on, builds_on=builds_on)
