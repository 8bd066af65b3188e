"""Starting and changing a challenge, and saying which municipality this is."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from meervoud_web.challenges import rules
from meervoud_web.challenges.actions.journal import record
from meervoud_web.challenges.actions.turn import for_change
from meervoud_web.challenges.models import Challenge, Municipality, QuestionVersion, Status
from meervoud_web.challenges.things import thing_of
from meervoud_web.people.models import Person

# Words that are pages of their own under /opgaven/.
RESERVED_SLUGS = frozenset({"nieuw", "mensen"})


@dataclass(frozen=True, kw_only=True)
class ChallengeWords:
    """What people write about a challenge and change without a reason."""

    title: str
    importance: str = ""
    concerns: str = ""
    is_public: bool = False


@dataclass(frozen=True, kw_only=True)
class ChallengeText(ChallengeWords):
    """What people write about a challenge when they begin it."""

    question: str
    status: Status = Status.EXPLORE


class TitleTakenError(Exception):
    """Another challenge already carries this title, or one that gives the same address."""


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
            QuestionVersion.objects.create(challenge=started, number=1, question=text.question, by=by)
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
def edit_challenge(challenge: Challenge, *, by: Person, words: ChallengeWords, version: int) -> None:
    """Change the words of a challenge. Its address stays, so that links keep working.

    ``version`` is the one that the editor was looking at: who comes second gets to see what came first.
    """
    found = for_change(challenge, by=by, version=version)
    verbs = _what_changed(found, words)
    Challenge.objects.filter(pk=found.pk).update(**vars(words), version=found.version)
    for verb in verbs:
        record(challenge=found, by=by, verb=verb, thing=thing_of(found), about=words.title)


def _what_changed(before: Challenge, words: ChallengeWords) -> list[str]:
    fields = ("title", "importance", "concerns")
    differs = any(getattr(before, field) != getattr(words, field) for field in fields)
    verbs = ["challenge-edited"] if differs else []
    if before.is_public != words.is_public:
        verbs.append("challenge-opened" if words.is_public else "challenge-closed-off")
    return verbs


def edit_municipality(*, by: Person, name: str, formal_link: str, contact_email: str) -> None:
    """Say which municipality this is, and where its formal doors are."""
    if not rules.may_edit_municipality(by):
        raise PermissionDenied
    Municipality.objects.update_or_create(
        pk=1, defaults={"name": name, "formal_link": formal_link, "contact_email": contact_email}
    )
