"""People and their roles. Nothing about a person is kept that the work does not need."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy


class Role(models.TextChoices):
    """What somebody may come to do here."""

    ADMINISTRATOR = "administrator", _("beheerder")
    CHALLENGE_MANAGER = "challenge-manager", _("opgavemanager")
    FACILITATOR = "facilitator", _("procesbegeleider")
    CIVIL_SERVANT = "civil-servant", _("ambtenaar")
    COUNCIL_MEMBER = "council-member", _("raadslid")
    CLERK = "clerk", _("griffier")
    ADVISORY_COUNCIL = "advisory-council", _("lid adviesraad")
    EXTERNAL_ADVISER = "external-adviser", _("externe adviseur")
    PARTNER = "partner", _("partner")
    RESIDENT = "resident", _("inwoner")


FROM_OUTSIDE = frozenset({Role.PARTNER, Role.RESIDENT})
"""Who has only one of these logs in, and sees what is open to everyone and the challenges they have a part in."""


class PersonManager(BaseUserManager["Person"]):
    """Makes people, always with a lower-case e-mail address."""

    def create_person(self, *, email: str, name: str, password: str | None = None, **more: Any) -> Person:
        """Make somebody who can log in, or, without a password, somebody who must first be invited."""
        person = self.model(email=email.strip().lower(), name=name, **more)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, name: str, password: str | None = None) -> Person:
        """Make the first administrator, for Django's command ``createsuperuser``."""
        with transaction.atomic():
            person = self.create_person(email=email, name=name, password=password)
            RoleAssignment.objects.create(person=person, role=Role.ADMINISTRATOR)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """Find somebody by e-mail address, however it was typed."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody who works with Meervoud for or with the municipality, and logs in by e-mail address."""

    data_policy = DataPolicy(
        purpose=_("Toegang geven aan mensen die met Meervoud werken, en laten zien wie wat mag."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang iemand met Meervoud werkt; daarna haalt de beheerder de toegang weg."),
    )

    email = models.EmailField(
        _("e-mailadres"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("Dit e-mailadres is al bekend.")},
    )
    name = models.CharField(_("naam"), max_length=100)
    language = models.CharField(_("taal"), max_length=5, choices=settings.LANGUAGES, default="nl")
    is_active = models.BooleanField(_("actief"), default=True)
    created_at = models.DateTimeField(_("aangemaakt"), default=timezone.now, editable=False)
    invited_at = models.DateTimeField(_("uitgenodigd"), null=True, editable=False)
    # Sessions begun before this moment no longer count: see get_session_auth_hash.
    sessions_ended_at = models.DateTimeField(_("sessies beëindigd"), null=True, editable=False)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        ordering = ("name", "pk")
        constraints = (models.CheckConstraint(condition=Q(email=Lower("email")), name="email_in_lower_case"),)

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles of today; a role whose term is over is not among them."""
        return frozenset(Role(held.role) for held in self.current_assignments)

    @property
    def current_assignments(self) -> list[RoleAssignment]:
        """The roles of today, with since when and until when."""
        today = timezone.localdate()
        return [held for held in self.assignments.all() if held.holds_on(today)]

    def has_role(self, *roles: Role) -> bool:
        """Whether at least one of ``roles`` is held today."""
        return bool(self.roles & set(roles))

    @property
    def is_administrator(self) -> bool:
        """Whether this person looks after the accounts today."""
        return self.has_role(Role.ADMINISTRATOR)

    @property
    def works_here(self) -> bool:
        """Whether this person works for or with the municipality today, and so may read along everywhere."""
        return bool(self.roles - FROM_OUTSIDE)

    @property
    def is_invited(self) -> bool:
        """Whether this person was invited and has not chosen a password yet."""
        return self.invited_at is not None and not self.has_usable_password()

    def get_session_auth_hash(self) -> str:
        """Tie every session to the password and to the moment at which earlier sessions were ended."""
        return self._session_hash(secret=None)

    def get_session_auth_fallback_hash(self) -> Any:
        """The same under earlier secret keys, so that a new key logs nobody out."""
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret=secret)

    def _session_hash(self, *, secret: str | bytes | None) -> str:
        value = f"{self.password}|{self.sessions_ended_at}"
        return salted_hmac("meervoud_web.people.session", value, secret=secret, algorithm="sha256").hexdigest()


class RoleAssignment(models.Model):
    """A role that somebody holds from one day up to and including another, or until further notice."""

    data_policy = DataPolicy(
        purpose=_("Laten zien wie wat mag, en sinds wanneer."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Zolang het account bestaat."),
    )

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    starts_on = models.DateField(_("vanaf"), default=timezone.localdate)
    ends_on = models.DateField(_("tot en met"), null=True, blank=True)

    class Meta:
        verbose_name = _("rol van een persoon")
        verbose_name_plural = _("rollen van personen")
        ordering = ("role", "starts_on")
        constraints = (
            models.UniqueConstraint(fields=("person", "role", "starts_on"), name="one_assignment_per_start"),
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="assignment_known_role",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="assignment_ends_after_start",
                violation_error_message=_("De einddatum ligt voor de begindatum."),
            ),
            models.CheckConstraint(
                condition=~Q(role="external-adviser") | Q(ends_on__isnull=False),
                name="adviser_has_a_term",
                violation_error_message=_("Een externe adviseur heeft een einddatum nodig."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    def holds_on(self, day: date) -> bool:
        """Whether the role is held on ``day``."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class LoginAttempt(models.Model):
    """A log-in that was tried and did not succeed, under a keyed hash of the account or the address."""

    data_policy = DataPolicy(
        purpose=_("Het raden van wachtwoorden tegenhouden."),
        ground=_("Taak van algemeen belang (artikel 6, lid 1, onder e, AVG)."),
        term=_("Eén dag; alleen een versleuteld kenmerk, geen adres."),
    )

    key = models.CharField(_("kenmerk"), max_length=64)
    at = models.DateTimeField(_("tijdstip"), default=timezone.now)

    class Meta:
        verbose_name = _("mislukte inlogpoging")
        verbose_name_plural = _("mislukte inlogpogingen")
        indexes = (models.Index(fields=("key", "at"), name="attempts_of_a_key"),)

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.at:%H:%M}"


class TermsKept(models.Model):
    """That what was kept long enough was let go, and how much of what: numbers, and nothing of what it was."""

    data_policy = NO_PERSONAL_DATA

    at = models.DateTimeField(_("tijdstip"), default=timezone.now)
    removed = models.JSONField(_("aantallen"), default=dict)

    class Meta:
        verbose_name = _("nagekomen termijn")
        verbose_name_plural = _("nagekomen termijnen")
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class PersonErased(models.Model):
    """That somebody was erased, when and why: the number of the account that was, and nothing of who it was."""

    data_policy = DataPolicy(
        purpose=_("Laten zien dat en waarom iemand gewist is, en na een back-up opnieuw kunnen wissen."),
        ground=_("Verantwoordingsplicht (artikel 5, lid 2, AVG)."),
        term=_("Zolang Meervoud in gebruik is; alleen het nummer dat het account had."),
    )

    number = models.BigIntegerField(_("nummer van het account"))
    at = models.DateTimeField(_("tijdstip"), default=timezone.now)
    reason = models.CharField(_("reden"), max_length=300)
    done = models.JSONField(_("wat er gedaan is"), default=list)
    # Empty as long as the bytes may still stand in the files of the database.
    swept_at = models.DateTimeField(_("bestanden schoon sinds"), null=True)

    class Meta:
        verbose_name = _("gewiste persoon")
        verbose_name_plural = _("gewiste personen")
        ordering = ("-at", "-pk")
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="erased_with_a_reason"),)

    def __str__(self) -> str:
        return f"{self.number} {self.at:%Y-%m-%d}"
