"""What all tests share: a PostgreSQL to try things on, and the promise that CI skips nothing it needs."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from with_postgres import NoPostgresError, running_postgres

NEVER_SKIPPED_IN_CI = ("browser", "postgres")

# Playwright runs an event loop in the thread of the test, where Django would refuse its plain database calls.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Test on a real SQLite file: one in memory knows no second connection, so races and servers fail on it."""
    from django.conf import settings

    for database in settings.DATABASES.values():
        if database["ENGINE"].endswith("sqlite3"):
            database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("db") / "test.sqlite3")


@pytest.fixture(scope="session")
def empty_tables(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A SQLite file with all tables and nothing in them, to copy instead of making them anew."""
    from django.core.management import call_command
    from django.db import connection

    path = tmp_path_factory.mktemp("tables") / "empty.sqlite3"
    with django_db_blocker.unblock():
        if not any(item.get_closest_marker("django_db") for item in request.session.items):
            # Where no test asks for a database none was made, and this would be the one of the developer.
            connection.settings_dict["NAME"] = str(path)
            connection.close()
            call_command("migrate", verbosity=0)
            connection.close()
            return path
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
    with closing(sqlite3.connect(path)) as copy, copy:
        copy.execute(
            "DELETE FROM sqlite_sequence"
        )  # or the first row gets the number that comes after other tests
    return path


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server of our own; make a database on it, the one given is for that."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    try:
        with running_postgres() as url:
            yield url
    except NoPostgresError as reason:
        pytest.skip(f"NO POSTGRESQL: {reason}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI a skipped browser or database test is a failure: a green run must mean that it ran."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        needed = [name for name in NEVER_SKIPPED_IN_CI if item.get_closest_marker(name)]
        if needed:
            report.outcome = "failed"
            report.longrepr = (
                f"{item.nodeid} needs {' and '.join(needed)} and was skipped in CI: {report.longrepr}"
            )
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for a whole file that steps aside."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and "browser" in _folders(collector):
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped in CI: {report.longrepr}"
    return report


def _folders(node: pytest.Item | pytest.Collector) -> tuple[str, ...]:
    return node.path.relative_to(node.config.rootpath).parts


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long batteries look at every page in each mode on its own, and send everyone to it."""
    parser.addoption(
        "--each-mode", action="store_true", help="only what looks for whom a page shuts out, each mode on its own"
    )
    parser.addoption(
        "--each-visitor", action="store_true", help="everyone comes by each row of the permission matrix"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test in tests/browser drives a browser; one that asks for ``postgres_url`` needs a server."""
    if config.getoption("each_mode"):
        items[:] = [item for item in items if "shuts_out" in getattr(item, "fixturenames", ())]
    for item in items:
        if "browser" in _folders(item):
            item.add_marker("browser")
        if "postgres_url" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")
