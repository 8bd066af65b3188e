"""Every button of staff, pressed twice: the second time changes nothing, and is answered in words."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import reverse

from meervoud_web.people.models import LoginAttempt, Person
from tests.web.attacks.planting import OURS
from tests.web.permissions.test_permissions import OBJECTS, ROWS, form

pytestmark = pytest.mark.django_db

EACH_TIME = {"dossiers:open_data", "dossiers:paper"}
"""Whoever takes a dossier along twice took it along twice: that is what the journal keeps."""


def rows_of_everything() -> Counter[str]:
    """How many rows each model has; attempts are counted each time, that is what they are for."""
    ours = [one for one in apps.get_models() if one._meta.app_label in OURS and one is not LoginAttempt]
    return Counter({one.__name__: models.QuerySet(one).count() for one in ours})


def test_a_second_click_adds_nothing_anywhere(administrator: Person) -> None:
    wrong, done = [], 0
    for name, rows in ROWS.items():
        for row in rows:
            if (
                name in EACH_TIME
                or row.method != "POST"
                or row.answer_for("administrator") not in {200, 201, 302, 303}
            ):
                continue
            with transaction.atomic():
                address = reverse(name, kwargs=OBJECTS[row.of](administrator))
                client = Client(raise_request_exception=False)
                client.force_login(administrator)
                sent = form({"request_id": str(uuid4()), **row.data})  # as the page that is pressed twice has it
                client.generic("POST", address, **sent)
                once = rows_of_everything()
                again = client.generic("POST", address, **sent)
                twice = rows_of_everything()
                if again.status_code >= 500 or twice != once:
                    wrong.append(f"{name} {row}: {again.status_code}, {dict(twice - once)} more")
                done += 1
                transaction.set_rollback(True)
    assert done > 25
    assert wrong == []
