"""A mail when there is an answer: asked for, confirmed from the mailbox itself, and let go with one tap.

The address stands by itself: nothing leads from it to a participant, a follow code or a statement, and no page
shows it. Its keys are signed and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from meervoud_web.feedback.letters import send_letter
from meervoud_web.feedback.models import NoticeAddress
from meervoud_web.feedback.tasks import tell_soon
from meervoud_web.feedback.terms import CONFIRM_WITHIN
from meervoud_web.people.actions.attempts import Limit, wider, write_down
from meervoud_web.rounds.models import Round

SALT = "meervoud_web.feedback.notice"
MOST_PER_EMAIL, MOST_PER_ADDRESS, MOST_PER_NETWORK = 3, 10, 60
"""In a quarter of an hour: nobody fills the mailbox of another by this form."""


def ask_for_notice(
    round_: Round, *, email: str, language: str, address: str, link_of_key: Callable[[str], str]
) -> None:
    """Mail a link with which the owner of this mailbox says yes. Whoever asks cannot tell what was known.

    Raises
    ------
    people.actions.TooManyAttemptsError
        When too many were asked for with this address, or from this place.
    """
    email = email.strip().lower()
    write_down(
        [
            Limit("notice email", email, MOST_PER_EMAIL),
            Limit("notice address", address, MOST_PER_ADDRESS),
            Limit("notice network", wider(address), MOST_PER_NETWORK),
        ]
    )
    wish = _written(round_, email=email, language=language)
    if wish.confirmed_at is not None:
        return
    with translation.override(wish.language):
        send_letter(
            wish,
            subject=_("Wilt u een mail als er antwoord is?"),
            template="feedback/mail/confirm.txt",
            context={"link": link_of_key(key_of(wish))},
        )


def _written(round_: Round, *, email: str, language: str) -> NoticeAddress:
    """One row for one mailbox and one round; who asks again has two days again."""
    try:
        with transaction.atomic():
            return NoticeAddress.objects.create(round=round_, email=email, language=language)
    except IntegrityError:
        known = NoticeAddress.objects.filter(round=round_, email=email)
        known.filter(confirmed_at=None).update(asked_at=timezone.now(), language=language)
        return known.get()


def key_of(wish: NoticeAddress) -> str:
    """The secret part of the links in a mail."""
    return signing.dumps(wish.pk, salt=SALT)


def address_of_key(key: str) -> NoticeAddress | None:
    """Find whose link this is, or ``None`` when it is false or the address is gone."""
    try:
        pk = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None
    return NoticeAddress.objects.select_related("round__conversation__challenge").filter(pk=pk).first()


def confirm_notice(key: str) -> NoticeAddress | None:
    """Say yes from the mailbox; ``None`` when the link is false or too old. Said twice, it is said once."""
    found = address_of_key(key)
    if found is None:
        return None
    if found.confirmed_at is None:
        recent = NoticeAddress.objects.filter(pk=found.pk, asked_at__gt=timezone.now() - CONFIRM_WITHIN)
        if not recent.update(confirmed_at=timezone.now()):
            return None
        tell_soon()  # about what was answered since they asked
    return found


def let_go_of_address(key: str) -> None:
    """Forget the address at once, with everything that was written down about mailing it."""
    found = address_of_key(key)
    if found is not None:
        found.delete()
