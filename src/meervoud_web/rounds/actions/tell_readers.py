"""Tell who reads for a round that somebody asks for help: that there is one and where, and never what it says."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meervoud_web.people.mail import send
from meervoud_web.people.models import Person
from meervoud_web.rounds.models import HelpRequest, Round
from meervoud_web.rounds.queries.moderating import readers_of

QUIET = timedelta(minutes=15)
"""No second mail about a round sooner than this; it then tells about all who asked meanwhile."""


def tell_readers(round_id: int, *, page: str) -> datetime | None:
    """Mail everyone who may read along, unless they just got a mail; say when to try again, if at all.

    What is mailed is written down first and taken back when nothing could be sent, so that two workers at the same
    moment send one mail and a mail server that is down for a while keeps nobody unheard.
    """
    now = timezone.now()
    with transaction.atomic():
        round_ = Round.objects.select_for_update(of=("self",)).filter(pk=round_id).first()
        asked = HelpRequest.objects.filter(round_id=round_id)
        new = list(asked.filter(mailed_at=None, closed_at=None).values_list("pk", flat=True))
        if round_ is None or not new:
            return None
        last = asked.exclude(mailed_at=None).order_by("-mailed_at").values_list("mailed_at", flat=True).first()
        if last is not None and now - last < QUIET:
            return last + QUIET
        told = asked.filter(pk__in=new)
        told.update(mailed_at=now)
    return None if _mail(round_, asked, page=page) else _not_told(told, now)


def _mail(round_: Round, asked: QuerySet[HelpRequest], *, page: str) -> bool:
    waiting = asked.filter(closed_at=None).count()
    readers = readers_of(round_)
    sent = [_mail_to(person, round_, waiting=waiting, page=page) for person in readers]
    return any(sent) or not readers


def _mail_to(person: Person, round_: Round, *, waiting: int, page: str) -> bool:
    with translation.override(person.language):
        return send(
            to=person,
            subject=_("Iemand vraagt om hulp"),
            template="rounds/mail/help.txt",
            context={"person": person, "conversation": round_.conversation, "waiting": waiting, "page": page},
        )


def _not_told(told: QuerySet[HelpRequest], now: datetime) -> datetime:
    told.update(mailed_at=None)
    return now + QUIET
