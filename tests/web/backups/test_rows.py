"""The lines of a backup: every kind of value comes back as it was, and every table is accounted for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meervoud_web.backups.rows import decode, encode, reader_of
from meervoud_web.backups.tables import TRANSIENT, kept_models, stored_fields

MADE_BY_MIGRATE = {"auth.Group", "auth.Group_permissions", "auth.Permission", "contenttypes.ContentType"}
VALUES: dict[models.Field[Any, Any], st.SearchStrategy[Any]] = {
    models.BinaryField(): st.binary(),
    models.DateField(): st.dates(),
    models.DateTimeField(): st.datetimes(timezones=st.just(UTC)),
    models.DecimalField(): st.decimals(allow_nan=False, allow_infinity=False),
    models.DurationField(): st.timedeltas(),
    models.FloatField(): st.floats(allow_nan=False, allow_infinity=False),
    models.BigIntegerField(): st.integers(-(2**63), 2**63 - 1),
    models.TextField(): st.text(st.characters()),
    models.TimeField(): st.times(),
    models.UUIDField(): st.uuids(),
    models.BooleanField(): st.booleans() | st.none(),
}


@settings(suppress_health_check=[HealthCheck.too_slow])  # making the first one takes a second on a busy machine
@given(st.tuples(*VALUES.values()))
def test_every_kind_of_value_comes_back(values: tuple[Any, ...]) -> None:
    line = encode(values)
    assert line.count(b"\n") == 1
    assert decode(line, readers=[reader_of(field) for field in VALUES]) == list(values)


def test_a_moment_is_written_in_universal_time() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert encode([summer, date(2026, 7, 1), time(12), Decimal("1.10"), UUID(int=1)]) == (
        b'["2026-07-01T10:00:00.000000+00:00","2026-07-01","12:00:00","1.10","00000000-0000-0000-0000-000000000001"]\n'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": float("nan")}])
def test_what_is_no_number_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode([value])


@pytest.mark.parametrize("line", [b"", b"{}", b"[1]", b"[1,2,3]", b'["x","y"]', b"[true,[]]"])
def test_a_line_of_another_shape_is_no_row(line: bytes) -> None:
    readers = [reader_of(models.DateField()), reader_of(models.UUIDField())]
    with pytest.raises(ValueError, match=r"."):
        decode(line, readers=readers)


def test_every_table_is_saved_or_known_to_be_made_anew() -> None:
    """A new app of others with tables of its own needs a decision here: save it, or say why not."""
    everything = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert everything == {model._meta.label for model in kept_models()} | MADE_BY_MIGRATE | set(TRANSIENT)


def test_a_backup_needs_no_files_beside_it_and_the_same_order_everywhere() -> None:
    for model in kept_models():
        assert not [field for field in stored_fields(model) if isinstance(field, models.FileField)], model
        assert isinstance(
            model._meta.pk,
            models.AutoField
            | models.BigAutoField
            | models.PositiveBigIntegerField
            | models.UUIDField
            | models.OneToOneField,
        ), f"{model._meta.label}: text keys sort differently on SQLite and PostgreSQL"
