"""Run an analysis under a lease, and publish its result in one transaction or not at all."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from meervoud import records
from meervoud.errors import MethodError
from meervoud_web.analyses.actions.lease import LeaseLostError, Renewal, claim
from meervoud_web.analyses.actions.redraw import keep_pictures
from meervoud_web.analyses.models import Analysis
from meervoud_web.analyses.sources import source_of


def run_analysis(analysis_id: int) -> bool:
    """Run the analysis unless somebody else does; tells whether this call published the result."""
    lease = claim(analysis_id)
    if lease is None:
        return False
    analysis = Analysis.objects.get(pk=analysis_id)
    try:
        given = source_of(analysis.source).load(analysis.subject)
        return _publish(analysis, lease, given, _compute(analysis, lease, given))
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
    return source.withhold(result)


def _publish(analysis: Analysis, lease: uuid.UUID, given: Any, result: Any) -> bool:
    shown = source_of(analysis.source).present(analysis.subject, given, result)
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
        )
        if published:
            keep_pictures(analysis.pk, shown.pictures)
    return bool(published)


def _fail(analysis_id: int, lease: uuid.UUID, error: dict[str, object]) -> None:
    _held(analysis_id, lease).update(
        state=Analysis.State.FAILED, lease=None, lease_until=None, finished_at=timezone.now(), error=error
    )


def _held(analysis_id: int, lease: uuid.UUID) -> QuerySet[Analysis]:
    return Analysis.objects.filter(pk=analysis_id, lease=lease, state=Analysis.State.RUNNING)
