"""Starting and changing a challenge, and saying which municipality this is."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions.journal import record
from meervoud_web.challenges.models import Challenge, Municipality, Status
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person

# Words that are pages of their own under /opgaven/.
RESERVED_SLUGS = frozenset({"nieuw"})


@dataclass(frozen=True, kw_only=True)
class ChallengeText:
    """What people write about a challenge."""

    title: str
    question: str
    importance: str = ""
    concerns: str = ""
    status: Status = Status.EXPLORE
    is_public: bool = False


class TitleTakenError(Exception):
    """Another challenge already carries this title, or one that gives the same address."""


class ChangedMeanwhileError(Exception):
    """Somebody else changed the challenge since the editor opened it."""


def start_challenge(*, by: Person, text: ChallengeText) -> Challenge:
    """Write down a new challenge. The same words sent twice, as by a double click, give one challenge."""
    if not rules.may_edit_challenges(by):
        raise PermissionDenied
    slug = slugify(text.title)
    if not slug or slug in RESERVED_SLUGS:
        slug = f"opgave-{slug}".rstrip("-")
    try:
        with transaction.atomic():
            started = Challenge.objects.create(slug=slug, **vars(text))
            record(
                challenge=started, by=by, verb="challenge-started", thing=thing_of(started), about=started.title
            )
            return started
    except IntegrityError as error:
        existing = Challenge.objects.get(slug=slug)
        if all(getattr(existing, field) == value for field, value in vars(text).items()):
            return existing
        raise TitleTakenError(text.title) from error


@transaction.atomic
def edit_challenge(challenge: Challenge, *, by: Person, text: ChallengeText, version: int) -> None:
    """Change the words of a challenge. Its address stays, so that links keep working.

    ``version`` is the one that the editor was looking at: who comes second gets to see what came first.
    """
    if not rules.may_edit_challenges(by):
        raise PermissionDenied
    before = Challenge.objects.select_for_update().filter(pk=challenge.pk, version=version).first()
    if before is None:
        raise ChangedMeanwhileError(challenge.title)
    Challenge.objects.filter(pk=challenge.pk).update(**vars(text), version=version + 1)
    for verb in _what_changed(before, text):
        record(challenge=before, by=by, verb=verb, thing=thing_of(before), about=text.title)


def _what_changed(before: Challenge, text: ChallengeText) -> list[str]:
    words = ("title", "question", "importance", "concerns", "status")
    verbs = ["challenge-edited"] if any(getattr(before, word) != getattr(text, word) for word in words) else []
    if before.is_public != text.is_public:
        verbs.append("challenge-opened" if text.is_public else "challenge-closed-off")
    return verbs


def edit_municipality(*, by: Person, name: str, formal_link: str, contact_email: str) -> None:
    """Say which municipality this is, and where its formal doors are."""
    if not rules.may_edit_municipality(by):
        raise PermissionDenied
    Municipality.objects.update_or_create(
        pk=1, defaults={"name": name, "formal_link": formal_link, "contact_email": contact_email}
    )
