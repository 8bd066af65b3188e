"""Run an analysis under a lease, and publish its result in one transaction or not at all."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from meervoud.errors import MethodError
from meervoud_web.analyses.models import Analysis, Picture
from meervoud_web.analyses.sources import Outcome, source_of

from .lease import LeaseLostError, Renewal, claim


def run(analysis_id: int) -> bool:
    """Run the analysis unless somebody else does; tells whether this call published the result."""
    lease = claim(analysis_id)
    if lease is None:
        return False
    analysis = Analysis.objects.get(pk=analysis_id)
    try:
        outcome = source_of(analysis.source).run(
            analysis.subject,
            seed=analysis.seed,
            parameters=analysis.parameters,
            progress=Renewal(analysis_id, lease),
        )
        return _publish(analysis_id, lease, outcome)
    except LeaseLostError:
        return False
    except MethodError as error:
        _fail(analysis_id, lease, {"code": error.code, "details": {k: str(v) for k, v in error.details.items()}})
        return False
    except Exception:
        _fail(analysis_id, lease, {"code": "unexpected"})
        raise  # the queue keeps the traceback for the administrator


def _held(analysis_id: int, lease: uuid.UUID) -> QuerySet[Analysis]:
    return Analysis.objects.filter(pk=analysis_id, lease=lease, state=Analysis.State.RUNNING)


def _publish(analysis_id: int, lease: uuid.UUID, outcome: Outcome) -> bool:
    with transaction.atomic():
        published = _held(analysis_id, lease).update(
            state=Analysis.State.DONE,
            progress=100,
            message="",
            lease=None,
            lease_until=None,
            finished_at=timezone.now(),
            parameters=dict(outcome.parameters),
            method_version=outcome.method_version,
            input_hash=outcome.input_hash,
            record=outcome.record,
            summary=dict(outcome.summary),
        )
        if not published:
            return False
        Picture.objects.bulk_create(
            Picture(analysis_id=analysis_id, language=language, shape=shape, svg=svg)
            for (language, shape), svg in outcome.pictures.items()
        )
    return True


def _fail(analysis_id: int, lease: uuid.UUID, error: dict[str, object]) -> None:
    _held(analysis_id, lease).update(
        state=Analysis.State.FAILED, lease=None, lease_until=None, finished_at=timezone.now(), error=error
    )
