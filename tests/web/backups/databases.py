"""A database as an operator has it: outside the process of the test, reached by its address."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

FILL = """
import django; django.setup()
from datetime import UTC, date, datetime
from django.db import transaction
from django.utils import timezone
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.actions import record
from meervoud_web.challenges.models import Challenge
from meervoud_web.challenges.things import thing_of
from meervoud_web.conversations.models import Conversation, Participant, Statement, Vote
from meervoud_web.people.models import Person, RoleAssignment

person = Person.objects.create_person(email="zoë@example.nl", name="Zoë de Vries 🙂", password="x" * 12)
Person.objects.filter(pk=person.pk).update(created_at=datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC))
RoleAssignment.objects.create(
    person=person, role="external-adviser", starts_on=date(1999, 12, 31), ends_on=date(9999, 12, 31)
)
challenge = Challenge.objects.create(title="Samen langer thuis", slug="samen-langer-thuis", question="Hoe?")
conversation = Conversation.objects.create(challenge=challenge, title="Ronde 1", is_public=True)
texts = ["👩🏽‍🦽 Ik wil thuis blijven", "=1+1", "regel\\nregel\\t\\"citaat\\"", "\\u202eom", "'; DROP", "ﬁ é"]
statements = [
    Statement.objects.create(conversation=conversation, external_id=f"s{place}", text=text)
    for place, text in enumerate(texts)
]
for number in range(40):
    participant = Participant.objects.create(conversation=conversation, external_id=f"p{number}")
    Vote.objects.bulk_create(
        Vote(participant=participant, statement=statement, value=(number + place) % 3 - 1, cast_at=2**53 + number)
        for place, statement in enumerate(statements)
    )
with transaction.atomic():
    record(challenge=challenge, by=person, verb="challenge-edited", thing=thing_of(challenge), why="Zoë 🙂\\r\\n'")
Analysis.objects.create(
    source="conversation", subject=conversation.pk, method="landscape", seed=-(2**63), created_by=person,
    parameters={"z": [0.1, 1e-7, 1e22, 2**70, -0.0, True, None, "é🙂"], "a": {"b": []}}, created_at=timezone.now(),
)
"""


@dataclass(frozen=True)
class Database:
    """A database of an installation of Meervoud, and what an operator does with it."""

    url: str

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments], env=self.environment(), capture_output=True, text=True, check=False
        )

    def environment(self) -> dict[str, str]:
        return {**os.environ, "DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "meervoud_web.config.settings"}

    def script(self, source: str) -> str:
        done = self.run("-c", source)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def migrate(self) -> Database:
        done = self.run("manage.py", "migrate", "--verbosity", "0", "--skip-checks")
        assert done.returncode == 0, done.stderr
        return self

    def meervoud(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "meervoud", *map(str, arguments))

    @property
    def file(self) -> Path:
        return Path(self.url.removeprefix("sqlite:///"))

    def dump(self) -> list[str]:
        """All that is in a SQLite database, read without Meervoud."""
        connection = sqlite3.connect(self.file)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def save(self, path: Path) -> Path:
        done = self.meervoud("backup", path, "--force")
        assert done.returncode == 0, done.stderr
        return path


def contents(backup: Path) -> dict[str, str]:
    """Each table in a backup with the hash of its rows."""
    with zipfile.ZipFile(backup) as archive:
        return {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name.startswith("data/")
        }
