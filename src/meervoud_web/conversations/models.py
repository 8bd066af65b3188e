"""Stellingenrondes: statements, and who reacted how. Participants are known by an id without a name."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meervoud_web.challenges.models import Challenge
from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy

_GROUND = _("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG).")
_TERM = _("Zolang de stellingenronde bewaard wordt.")


def new_public_id() -> str:
    """A random id under which the public sees a participant, with no way back to the imported one."""
    return secrets.token_hex(8)


class Audience(models.TextChoices):
    """Whose result it is; each has an analysis of its own, and this is the name of its source."""

    STAFF = "conversation", _("voor wie hier werkt: alle reacties")
    EVERYONE = "public-conversation", _("voor iedereen: de reacties die openbaar mogen zijn")


class Assurance(models.IntegerChoices):
    """How sure we are that one reaction is one person: it decides how hard a result may be called."""

    OPEN_LINK = 0, _("open link: wie de link had, kon meedoen")
    ROOM_CODE = 1, _("zaalcode: wie in de zaal was, kon meedoen")
    ONE_TIME_CODES = 2, _("eenmalige codes: per code kon één keer worden meegedaan")
    VERIFIED = 3, _("ingelogd: iedereen is als persoon gecontroleerd")


class Conversation(models.Model):
    """A round of statements on a challenge, with the reactions that came in."""

    data_policy = NO_PERSONAL_DATA

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="conversations")
    title = models.CharField(_("titel"), max_length=200)
    question = models.CharField(_("vraag"), max_length=500, blank=True)
    assurance = models.PositiveSmallIntegerField(
        _("hoe deden mensen mee"), choices=Assurance, default=Assurance.OPEN_LINK
    )
    is_public = models.BooleanField(_("open voor iedereen"), default=False)
    participant_count = models.PositiveIntegerField(default=0)
    vote_count = models.PositiveIntegerField(default=0)
    forgotten_count = models.PositiveIntegerField(default=0, editable=False)
    """How many people took everything back after a result had counted them."""
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("stellingenronde")
        verbose_name_plural = _("stellingenrondes")
        ordering = ("-created_at", "-pk")
        constraints = (models.CheckConstraint(condition=Q(assurance__lte=3), name="conversation_known_assurance"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("conversations:result", args=[self.pk])


class Statement(models.Model):
    """A short opinion that people react to. Moderated out, it is counted and stays out of all else."""

    data_policy = DataPolicy(
        purpose=_("Een korte mening waarop mensen reageren; er kan iets persoonlijks in staan."),
        ground=_GROUND,
        term=_TERM,
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="statements")
    external_id = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    is_moderated = models.BooleanField(_("telt alleen mee in de aantallen"), default=False)
    is_meta = models.BooleanField(_("gaat over wie meedoet, niet over wat zij vinden"), default=False)
    is_seed = models.BooleanField(_("stond er al bij het begin"), default=False)

    class Meta:
        verbose_name = _("stelling")
        verbose_name_plural = _("stellingen")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("conversation", "external_id"), name="one_statement_an_id"),
        )

    def __str__(self) -> str:
        return self.text or self.external_id


class Participant(models.Model):
    """Somebody who reacted, known by the id of the import only."""

    data_policy = DataPolicy(
        purpose=_("Reacties van één deelnemer bij elkaar houden, zonder naam."), ground=_GROUND, term=_TERM
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    external_id = models.CharField(max_length=200)
    public_id = models.CharField(max_length=16, default=new_public_id)

    class Meta:
        verbose_name = _("deelnemer")
        verbose_name_plural = _("deelnemers")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("conversation", "external_id"), name="one_participant_an_id"),
            models.UniqueConstraint(fields=("conversation", "public_id"), name="one_participant_a_public_id"),
        )

    def __str__(self) -> str:
        return self.external_id


class Vote(models.Model):
    """The reaction that counts of one participant on one statement: eens, oneens or weet ik niet."""

    data_policy = DataPolicy(
        purpose=_("Weten wat mensen samen vinden. Een reactie kan een politieke mening zijn."),
        ground=_GROUND,
        term=_TERM,
    )

    class Value(models.IntegerChoices):
        AGREE = 1, _("eens")
        PASS = 0, _("weet ik niet")
        DISAGREE = -1, _("oneens")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField(choices=Value)
    cast_at = models.BigIntegerField(null=True, blank=True)
    """Milliseconds since 1970, as exports have it; empty when the import did not say."""
    is_important = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        constraints = (
            models.UniqueConstraint(fields=("participant", "statement"), name="one_vote_a_statement"),
            models.CheckConstraint(condition=Q(value__in=(-1, 0, 1)), name="vote_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.participant_id} {self.statement_id}: {self.value}"


class Upload(models.Model):
    """A file that somebody sent: what it was and what became of it. The file itself is not kept."""

    data_policy = DataPolicy(
        purpose=_("Kunnen nagaan uit welk bestand een stellingenronde komt, en wie het bracht."),
        ground=_GROUND,
        term=_TERM,
    )

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="upload")
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("geüpload bestand")
        verbose_name_plural = _("geüploade bestanden")

    def __str__(self) -> str:
        return self.file_name


class GroupName(models.Model):
    """What staff call a group in their own words, for as long as the group keeps its id."""

    data_policy = NO_PERSONAL_DATA

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="group_names")
    audience = models.CharField(max_length=32, choices=Audience)
    """The groups of everyone's result are other groups than those of the staff's."""
    group = models.CharField(max_length=64)
    name = models.CharField(_("naam van de groep"), max_length=60)

    class Meta:
        verbose_name = _("naam van een groep")
        verbose_name_plural = _("namen van groepen")
        constraints = (
            models.UniqueConstraint(fields=("conversation", "audience", "group"), name="one_name_a_group"),
        )

    def __str__(self) -> str:
        return self.name
