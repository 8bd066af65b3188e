"""What was done with a challenge: who, in which role, what, when and why. Nothing is ever changed or taken out."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges import chain, clock
from meervoud_web.challenges.models.challenge import Challenge
from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete what the journal keeps."""

    def __init__(self) -> None:
        super().__init__("the journal only grows: record a new entry instead")


class JournalEntries(models.QuerySet["JournalEntry"]):
    """Entries, which can be asked for and not changed."""

    def update(self, **values: Any) -> int:
        """Refuse: sealing and erasing, which may, go around this on purpose."""
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError


class JournalSeal(models.Model):
    """A batch of entries closed with a hash, which covers the batch before it."""

    data_policy = NO_PERSONAL_DATA

    number = models.PositiveBigIntegerField(_("nummer"), primary_key=True)
    # Unique, so that of two who seal at once one wins and there is one chain.
    previous = models.CharField(_("zegel ervoor"), max_length=64, unique=True)
    at = models.DateTimeField(_("tijdstip"))
    count = models.PositiveIntegerField(_("aantal regels"))
    hash = models.CharField(_("zegel"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("zegel van het journaal")
        verbose_name_plural = _("zegels van het journaal")
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"


class JournalEntry(models.Model):
    """One line of the journal."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wie wat deed met een opgave, in welke rol en waarom."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang de opgave bestaat; naam en tekst gaan eruit als iemand wordt gewist."),
    )

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, null=True, related_name="journal")
    at = models.DateTimeField(_("tijdstip"), default=clock.now)
    # Protected: who deletes an account must first forget its owner here, or the seals no longer hold.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(_("in welke rol"), max_length=30, blank=True)
    verb = models.CharField(_("wat er gebeurde"), max_length=40)
    thing_kind = models.CharField(_("soort"), max_length=30)
    thing_id = models.BigIntegerField(_("nummer van het ding"))
    about = models.CharField(_("waarover"), max_length=300, blank=True)
    why = models.TextField(_("waarom"), blank=True)

    person_salt = models.CharField(max_length=64, blank=True)
    person_digest = models.CharField(max_length=64, blank=True)
    text_salt = models.CharField(max_length=64, blank=True)
    text_digest = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)
    sealed_in = models.ForeignKey(JournalSeal, on_delete=models.PROTECT, null=True, related_name="entries")

    objects: ClassVar[models.Manager[JournalEntry]] = JournalEntries.as_manager()

    class Meta:
        verbose_name = _("regel in het journaal")
        verbose_name_plural = _("regels in het journaal")
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=("challenge", "-at", "-id"), name="journal_of_a_challenge"),
            models.Index(fields=("thing_kind", "thing_id"), name="journal_of_a_thing"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.thing_kind} {self.thing_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new entry, once; an entry that stands is not written again."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError

    def cover(self) -> None:
        """Salt and digest what can be erased later, and mark the facts."""
        if self.person_id is not None:
            self.person_salt = chain.new_salt()
            self.person_digest = self.digest_of_person()
        self.text_salt = chain.new_salt()
        self.text_digest = self.digest_of_text()
        self.mark = self.mark_of_facts()

    def digest_of_person(self) -> str:
        """Who it was, under the salt of this entry."""
        return chain.digest(self.person_salt, self.person_id)

    def digest_of_text(self) -> str:
        """What was written, under the salt of this entry."""
        return chain.digest(self.text_salt, self.about, self.why)

    def mark_of_facts(self) -> str:
        """Everything that nobody can erase, with the digests of what somebody can."""
        return chain.mark(
            self.at,
            self.challenge_id,
            self.role,
            self.verb,
            self.thing_kind,
            self.thing_id,
            self.person_digest,
            self.text_digest,
        )
