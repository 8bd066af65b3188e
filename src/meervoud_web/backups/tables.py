"""Which tables a backup holds, and the state of the database they belong to."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from meervoud_web.backups.archive import BackupError

OURS = "meervoud_web."
TRANSIENT = ("sessions.Session", "django_tasks_database.DBTaskResult")
"""Emptied by a restore: whoever was logged in logs in again, and jobs of another database do not run here."""


def kept_models() -> list[type[models.Model]]:
    """Every table of our own, join tables included; the tables of Django itself are made by ``migrate``."""
    found = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith(OURS) and model._meta.managed and not model._meta.proxy
    ]
    return sorted(found, key=lambda model: model._meta.label)


def transient_models() -> list[type[models.Model]]:
    return [apps.get_model(label) for label in TRANSIENT]


def stored_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table in a fixed order; the database computes generated ones by itself."""
    return [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]


def field_names(model: type[models.Model]) -> list[str]:
    return [field.attname for field in stored_fields(model)]


def has_long_texts(model: type[models.Model]) -> bool:
    """Whether one row can be megabytes, as the record of an analysis is."""
    return any(
        isinstance(field, models.TextField | models.JSONField | models.BinaryField)
        for field in stored_fields(model)
    )


def applied_migrations(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """The migrations of our own apps that this database has had."""
    loader = MigrationLoader(connection)
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith(OURS)}
    state: dict[str, list[str]] = {
        label: [] for label in sorted(ours & {app for app, _ in loader.disk_migrations})
    }
    for app, name in sorted(loader.applied_migrations):
        if app in state:
            state[app].append(name)
    missing = sorted(set(loader.disk_migrations) - set(loader.applied_migrations))
    if missing:
        app, name = missing[0]
        raise BackupError(
            f"the database is not up to date ({app} {name} is missing); run: python manage.py migrate"
        )
    return state


def is_untouched(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is not a single table yet."""
    return not connection.introspection.table_names()
