"""What this app holds about people: the account and what comes with it, apart from what they did with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.actions.attempts import Limit
from meervoud_web.people.models import LoginAttempt, Person, PersonErased, RoleAssignment
from meervoud_web.people.personal import Beside, Door, Erasure, Fate, Holding, Loose, Record

COUNTED = ("log-in account", "reset account", "link account")
"""Under which kinds a try is counted by somebody's address."""
OWN_FIELDS = ("email", "name", "language", "is_active", "created_at", "invited_at", "last_login")


def _account(person: Person) -> list[Record]:
    fields = [person._meta.get_field(name) for name in OWN_FIELDS]
    said = tuple((str(getattr(field, "verbose_name", "")), str(getattr(person, field.name))) for field in fields)
    return [Record(kind=str(_("account")), key=str(person.pk), fields=said)]


def _sessions_of(person: Person) -> Iterator[Session]:
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(person.pk):
            yield session


def _export_sessions(person: Person) -> list[Record]:
    return [
        Record(kind=str(_("sessies")), key="", fields=((str(_("loopt tot")), session.expire_date.isoformat()),))
        for session in _sessions_of(person)
    ]


def _end_sessions(erasure: Erasure) -> int:
    keys = [session.pk for session in _sessions_of(erasure.person)]
    return Session.objects.filter(pk__in=keys).delete()[0]


def _attempts_of(person: Person) -> list[str]:
    return [Limit(kind, person.email, most=0).key for kind in COUNTED]


def _export_attempts(person: Person) -> list[Record]:
    found = LoginAttempt.objects.filter(key__in=_attempts_of(person))
    kind = str(LoginAttempt._meta.verbose_name_plural)
    return [Record(kind=kind, key="", fields=((str(_("tijdstip")), one.at.isoformat()),)) for one in found]


def _forget_attempts(erasure: Erasure) -> int:
    return LoginAttempt.objects.filter(key__in=_attempts_of(erasure.person)).delete()[0]


def _mail_of(person: Person) -> list[Path]:
    """Mail to or about somebody that was written to a folder, as is done where no mail server is set."""
    folder = getattr(settings, "EMAIL_FILE_PATH", None)
    if not folder or not Path(folder).is_dir():
        return []
    address = person.email.encode()
    return [path for path in Path(folder).iterdir() if path.is_file() and address in path.read_bytes().lower()]


def _export_mail(person: Person) -> list[Record]:
    kind = str(_("mail in de map voor uitgaande mail"))
    return [
        Record(kind=kind, key=path.name, fields=((str(_("tekst")), path.read_text(errors="replace")),))
        for path in _mail_of(person)
    ]


def _burn_mail(erasure: Erasure) -> int:
    found = _mail_of(erasure.person)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


DOOR = Door(
    name="people",
    title=_("Account"),
    holdings=(Holding(model=RoleAssignment, whose=("person",), fate=Fate.GOES),),
    loose=(
        Loose(title=_("account"), export=_account, erase=lambda _erasure: 1),  # it goes last
        Loose(title=_("sessies"), export=_export_sessions, erase=_end_sessions),
        Loose(
            title=LoginAttempt._meta.verbose_name_plural or "",
            models=(LoginAttempt,),
            export=_export_attempts,
            erase=_forget_attempts,
        ),
        Loose(title=_("mail in de map voor uitgaande mail"), export=_export_mail, erase=_burn_mail),
    ),
    beside=(Beside(PersonErased, why=_("noemt alleen het nummer dat het account had")),),
)
