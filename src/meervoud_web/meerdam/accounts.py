"""The log-ins of the example: at least one for each role."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from meervoud_web.meerdam.plan import ACCOUNTS, ADMINISTRATOR, PASSWORD, Account
from meervoud_web.people import actions as people
from meervoud_web.people.models import Person


def open_accounts(*, today: date) -> dict[Account, Person]:
    """Make the log-ins that are not there yet."""
    administrator = _known(ADMINISTRATOR) or Person.objects.create_superuser(
        ADMINISTRATOR.email, ADMINISTRATOR.name, PASSWORD
    )
    return {account: _known(account) or _opened(account, by=administrator, today=today) for account in ACCOUNTS}


def accounts_are_open() -> bool:
    """Whether the log-ins of the example still work as they were given out."""
    administrator = _known(ADMINISTRATOR)
    return administrator is not None and administrator.check_password(PASSWORD)


def _known(account: Account) -> Person | None:
    return Person.objects.filter(email=account.email).first()


@transaction.atomic
def _opened(account: Account, *, by: Person, today: date) -> Person:
    person = Person.objects.create_person(email=account.email, name=account.name, password=PASSWORD)
    people.give_role(person, by=by, role=account.role, ends_on=today + account.term if account.term else None)
    return person
