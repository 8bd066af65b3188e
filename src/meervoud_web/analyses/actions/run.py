"""Run an analysis under a lease, and publish its result in one transaction or not at all."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from meervoud import records
from meervoud.errors import MethodError
from meervoud_web.analyses.actions.lease import LeaseLostError, Renewal, claim
from meervoud_web.analyses.actions.redraw import keep_pictures
from meervoud_web.analyses.actions.thin_out import keep_input, thin_out
from meervoud_web.analyses.models import Analysis
from meervoud_web.analyses.queries import newest_result, record_of
from meervoud_web.analyses.sources import Presentation, source_of


def run_analysis(analysis_id: int) -> bool:
    """Run the analysis unless somebody else does; tells whether this call published the result."""
    lease = claim(analysis_id)
    if lease is None:
        return False
    analysis = Analysis.objects.get(pk=analysis_id)
    source, began = source_of(analysis.source), time.monotonic()
    try:
        # The mark first: what comes in while we read is rather counted twice than not at all.
        mark = source.mark(analysis.subject)
        given = source.load(analysis.subject)
        result = _compute(analysis, lease, given)
        shown = source.present(analysis.subject, given, result)
        return _publish(analysis, lease, result, shown, mark=mark, seconds=time.monotonic() - began)
    except LeaseLostError:
        return False
    except MethodError as error:
        details = {key: str(value) for key, value in error.details.items()}
        _fail(analysis_id, lease, {"code": error.code, "details": details})
        return False
    except Exception:
        _fail(analysis_id, lease, {"code": "unexpected"})
        raise  # the queue keeps the traceback for the administrator


def _compute(analysis: Analysis, lease: uuid.UUID, given: Any) -> Any:
    source = source_of(analysis.source)
    result = source.analyse(
        given,
        seed=analysis.seed,
        progress=Renewal(analysis.pk, lease),
        **analysis.parameters,
    )
    before = newest_result(analysis.source, analysis.subject)
    if before is not None:
        result = source.follow(result, records.from_json(record_of(before)))
    return source.withhold(result)


def _publish(
    analysis: Analysis,
    lease: uuid.UUID,
    result: Any,
    shown: Presentation,
    *,
    mark: Mapping[str, int],
    seconds: float,
) -> bool:
    record = records.to_json(result)
    with transaction.atomic():
        published = _held(analysis.pk, lease).update(
            state=Analysis.State.DONE,
            progress=100,
            message="",
            lease=None,
            lease_until=None,
            finished_at=timezone.now(),
            method_version=result.method.version,
            input_hash=result.method.input_hash,
            record=record,
            summary=dict(shown.summary),
            mark=dict(mark),
            seconds=seconds,
        )
        if published:
            keep_pictures(analysis.pk, shown.pictures)
            keep_input(analysis, shown.given)
            thin_out(analysis)
            source_of(analysis.source).afterwards(analysis.subject)
    return bool(published)


def _fail(analysis_id: int, lease: uuid.UUID, error: dict[str, object]) -> None:
    _held(analysis_id, lease).update(
        state=Analysis.State.FAILED, lease=None, lease_until=None, finished_at=timezone.now(), error=error
    )


def _held(analysis_id: int, lease: uuid.UUID) -> QuerySet[Analysis]:
    return Analysis.objects.filter(pk=analysis_id, lease=lease, state=Analysis.State.RUNNING)
