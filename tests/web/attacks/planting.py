"""Words in every field that people fill, in every kind of row there is: traps, each with the name of its field.

What stands where is read from the models, so that a new model or field is planted too, or the tests that use this
fail because no row to plant in can be made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.db import models
from django.utils import timezone

from meervoud import records
from meervoud_web.analyses.models import Analysis
from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations.actions.name_groups import name_groups
from meervoud_web.conversations.models import Audience, GroupName, Upload
from meervoud_web.people.models import Person
from meervoud_web.rounds import actions
from meervoud_web.rounds.codes import new_device_secret
from meervoud_web.rounds.models import (
    Appeal,
    Correction,
    Forwarding,
    HelpRequest,
    Postponement,
    Round,
    RoundProposal,
    Rule,
    State,
    Submission,
)
from tests.web.conversations.conftest import votes_of_two_groups
from tests.web.conversations.ready import ready
from tests.web.permissions.house import challenge_that_is
from tests.web.permissions.test_permissions import OBJECTS, ROWS
from tests.web.rounds.making import open_round

TRAPS = (
    "<script>window.caught=1</script>",
    '"><img src=x onerror=window.caught=1>',
    "</textarea></title></style><svg onload=window.caught=1>",
    "' onfocus='window.caught=1' autofocus='",
    "javascript:window.caught=1",
    "{{7*7}}${window.caught=1}",
    '<a href="javascript:window.caught=1">x</a><iframe srcdoc="<script>top.caught=1</script>">',
    "]]><script xlink:href='//evil.example/x.js'></script><!--",
    '<link rel=stylesheet href="//evil.example/x.css"><img src="//evil.example/x.png">',
)
OURS = (
    "people", "challenges", "conversations", "analyses", "rounds", "notes", "signals", "course", "stories",
)  # fmt: skip
NOT_BY_PEOPLE = {
    "external_id", "public_id", "slug", "code", "key", "sha256", "password", "role", "source", "method", "record",
    "method_version", "input_hash", "language", "shape", "svg", "group", "email", "contact_email",
    "formal_link", "from_kind", "to_kind",
    # the journal: what the house writes about a line
    "previous", "hash", "mark", "verb", "thing_kind", "person_salt", "person_digest", "text_salt", "text_digest",
}  # fmt: skip
"""Fields of text that the house fills itself, or that were checked to be something like an address."""
WITHOUT_ROWS = {"JournalEntry", "JournalSeal", "TermsKept", "LoginAttempt"}
"""Models of which nobody makes a row by filling in a field."""

Address = tuple[str, dict[str, Any]]


def fields_of_people() -> Iterator[tuple[type[models.Model], list[models.Field[Any, Any]]]]:
    """Every model, with its fields in which people write."""
    for model in apps.get_models():
        if model._meta.app_label in OURS and model.__name__ not in WITHOUT_ROWS:
            found = [one for one in model._meta.local_fields if _is_written(one)]
            if found:
                yield model, found


def _is_written(field: models.Field[Any, Any]) -> bool:
    text = isinstance(field, models.CharField | models.TextField)
    return text and field.editable and not field.choices and field.name not in NOT_BY_PEOPLE


def label_of(field: models.Field[Any, Any]) -> str:
    """A word that says in which field it was planted."""
    return f"zaad{field.model.__name__}{field.name.title().replace('_', '')}."


def plant(words: Callable[[int], str]) -> None:
    """Put words in every field, as long as it takes them: ``words(number of the field)``."""
    number = 0
    for model, fields in fields_of_people():
        rows = models.QuerySet(model)
        if not rows.exists():
            _made(model)
        for field in fields:
            number += 1
            seed = f"{label_of(field)}{words(number)}"
            if _tells_rows_apart(field):
                for pk in rows.values_list("pk", flat=True):
                    rows.filter(pk=pk).update(**{field.name: f"{pk} {seed}"[: field.max_length]})
            else:
                rows.update(**{field.name: seed[: field.max_length]})


def _tells_rows_apart(field: models.Field[Any, Any]) -> bool:
    rules = field.model._meta.constraints
    return any(isinstance(one, models.UniqueConstraint) and field.name in one.fields for one in rules)


def _made(model: type[models.Model]) -> None:
    """Make a row of a model that nobody made one of; where that fails, ``furnish`` has to make one."""
    values = {one.name: _value(one) for one in model._meta.local_fields if _is_needed(one)}
    models.QuerySet(model).create(**values)


def _is_needed(field: models.Field[Any, Any]) -> bool:
    return not (field.primary_key or field.has_default() or field.null or field.blank)


def _value(field: models.Field[Any, Any]) -> object:
    if isinstance(field, models.ForeignKey):
        return field.related_model._default_manager.order_by("pk")[0]
    if field.choices:
        return next(iter(field.choices))[0]
    kinds = {
        models.IntegerField: 1,
        models.DateTimeField: timezone.now(),
        models.DateField: timezone.localdate(),
        models.UUIDField: uuid4(),
        models.JSONField: {},
    }
    return next((value for kind, value in kinds.items() if isinstance(field, kind)), "x")


def traps(number: int) -> str:
    """All traps, in another order in each field, so that each is the first somewhere."""
    start = number % len(TRAPS)
    return " ".join(TRAPS[start:] + TRAPS[:start])


def every_address(person: Person) -> list[Address]:
    """Make an object for every row of the permission matrix that reads; ``person`` is who will look."""
    found: list[Address] = []
    for name, rows in ROWS.items():
        for row in rows:
            address = (name, OBJECTS[row.of](person))
            if row.method == "GET" and address not in found:
                found.append(address)
    return found


def furnish(by: Person) -> list[Address]:
    """Make what the permission matrix does not have, so that every model has a row; gives more addresses."""
    Municipality.objects.get_or_create(pk=1, defaults={"name": "Meerdam"})
    _a_result_full_of_traps()
    challenge = challenge_that_is(public=True)
    round_ = open_round(challenge=challenge, statements=TRAPS)
    over = open_round(challenge=challenge, statements=TRAPS, state=State.CLOSED)
    answered = open_round(challenge=challenge, state=State.ANSWERED, answer="x", answered_at=timezone.now())
    day = timezone.localdate()
    Correction.objects.create(round=answered, was="x", reason="x")
    Postponement.objects.create(round=over, was=day, becomes=day + timedelta(days=9), reason="x")
    waiting, refused, merged = (_submitted(round_) for _ in range(3))
    actions.refuse(refused, by=by, rule=Rule.INSULT, explanation="x")
    actions.merge(merged, by=by, statement_id=round_.conversation.statements.all()[0].pk)
    refused = Submission.objects.get(pk=refused.pk)
    appeal = Appeal.objects.create(submission=refused, text="x")
    asked = HelpRequest.objects.create(round=round_, request_id=uuid4(), text="x", contact="x")
    actions.forward(asked, by=by, to="x", note="x")
    assert Forwarding.objects.exists()
    for follow, more in (("a", {}), ("b", {"is_taken_up": False, "answer": "x"})):
        RoundProposal.objects.create(
            challenge=challenge, question="x", reason="x", follow_hash=follow, answer_by=date(2031, 1, 1), **more
        )
    failed = open_round(challenge=challenge, question="Mislukt?").conversation
    Analysis.objects.create(
        source=Audience.STAFF,
        subject=failed.pk,
        method="landscape",
        state=Analysis.State.FAILED,
        finished_at=timezone.now(),
        error={"code": "bad-vote", "details": dict.fromkeys(("file", "row", "column", "value"), traps(1))},
    )
    of = {"round_id": round_.pk}
    return [
        ("rounds:correct", {"round_id": answered.pk}),
        *(("rounds:manage", {"round_id": one.pk}) for one in (round_, over, answered)),
        ("rounds:queue", of),
        ("rounds:decide", of | {"submission_id": waiting.pk}),
        ("rounds:look_again", of | {"appeal_id": appeal.pk}),
        ("rounds:help_requests", of),
        ("rounds:forward", of | {"help_id": asked.pk}),
        ("rounds:welcome", {"code": over.code}),
        ("rounds:welcome", {"code": answered.code}),
        ("rounds:log", {"code": round_.code}),
        ("conversations:progress", {"conversation_id": failed.pk}),
    ]


def _submitted(round_: Round) -> Submission:
    mine = actions.participate(round_, device=new_device_secret())
    return actions.submit(mine, text="x", request_id=uuid4())


def _a_result_full_of_traps() -> None:
    """The result that the permission matrix then finds, of statements and people who are traps by name."""
    plain = votes_of_two_groups(people=24, statements=10)
    words = {one: f"{TRAPS[number % len(TRAPS)]} {number}" for number, one in enumerate(plain.texts)}
    conversation = ready(
        challenge_that_is(public=True), replace(plain, texts=words), title="True True", public=True
    )
    for audience in Audience:
        kept = Analysis.objects.filter(source=audience, subject=conversation.pk).latest("pk")
        found = records.from_json(kept.record)
        names = {str(group.id): TRAPS[1] for group in found.groups}
        name_groups(conversation, audience=audience, names=names)
        GroupName.objects.get_or_create(conversation=conversation, audience=audience, group="zzz", name="x")
    Upload.objects.get_or_create(conversation=conversation, defaults={"file_name": "x", "size": 1})
