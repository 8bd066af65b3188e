"""On Monday: mail everybody a short list of who waits for them, once a week."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from meervoud_web.notes.models import FrictionState, PromiseState, WeeklyMail
from meervoud_web.notes.providers import everybody_awaited
from meervoud_web.notes.queries.waiting import WaitingForMe, waiting_for_me
from meervoud_web.people.mail import send
from meervoud_web.people.models import Person
from meervoud_web.ui.addresses import site_address


def mail_who_waits() -> tuple[int, int]:
    """Mail whoever was not mailed yet this week; say how many were, and how many could not be."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    sent = failed = 0
    for person in _people():
        waiting = waiting_for_me(person, until=monday + timedelta(days=6))
        if not waiting or not _is_first(person, monday):
            continue
        if _mail(person, waiting):
            sent += 1
        else:
            failed += 1
            WeeklyMail.objects.filter(person=person).delete()  # so that the next run tries again
    return sent, failed


def _people() -> list[Person]:
    promised = Q(promises_to_keep__state=PromiseState.OPEN)
    blocked = Q(frictions_to_lift__state=FrictionState.OPEN)
    awaited = Q(pk__in=everybody_awaited())
    return list(Person.objects.filter(promised | blocked | awaited, is_active=True).distinct())


def _is_first(person: Person, monday: date) -> bool:
    """Write down first that somebody is mailed: two who run this at the same moment send one mail."""
    if WeeklyMail.objects.filter(person=person).exclude(monday=monday).update(monday=monday):
        return True
    try:
        with transaction.atomic():
            WeeklyMail.objects.create(person=person, monday=monday)
    except IntegrityError:
        return False
    return True


def _mail(person: Person, waiting: WaitingForMe) -> bool:
    with translation.override(person.language):
        subject = ngettext("Er wacht iemand op u", "Deze week wachten er %(number)d dingen op u", waiting.count)
        return send(
            to=person,
            subject=subject % {"number": waiting.count},
            template="notes/mail/weekly.txt",
            context={
                "person": person,
                "waiting": waiting,
                "site": site_address(),
                "page": reverse("notes:waits_for_me"),
            },
        )
