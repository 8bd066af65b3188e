"""The background entry point: the queue carries the key of an analysis and nothing else."""

from __future__ import annotations

from django_tasks import task

from . import actions


@task()
def run_in_background(analysis_id: int) -> None:
    """Pick up what others left lying, then run this analysis."""
    actions.resume_abandoned()
    actions.run_analysis(analysis_id)
