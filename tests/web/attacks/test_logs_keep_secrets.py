"""The log tells what went wrong, and not who or what it was about."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from meervoud_web.config.logs import logging_config
from meervoud_web.people.links import LinkKind, key_for
from meervoud_web.rounds.codes import device_follow_code
from tests.web.permissions.house import somebody
from tests.web.rounds.making import device_client, open_round

pytestmark = pytest.mark.django_db


class Kept(logging.Handler):
    """What would stand on the line of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        config = logging_config(debug=False)["formatters"]["structlog"]
        self.setFormatter(config.pop("()")(**config))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def log() -> Iterator[Kept]:
    kept = Kept()
    logger = logging.getLogger("django")  # noqa: TID251  the one that Django writes to
    logger.addHandler(kept)
    yield kept
    logger.removeHandler(kept)


def test_no_follow_code_and_no_link_gets_into_the_log(log: Kept) -> None:
    round_ = open_round()
    mine = device_follow_code(device_client(round_).device, round_id=round_.pk)  # type: ignore[attr-defined]
    key = key_for(somebody(), LinkKind.RESET)
    client = Client(enforce_csrf_checks=True)
    for path in (f"/volg/{mine}/stelling/987/terug/", f"/volg/{mine}/alles-terug/", f"/volg/{mine}/verder/"):
        assert client.get(path).status_code in (200, 404, 405)
        assert client.post(path).status_code == 403
    for path in ("wachtwoord-vergeten", "inloglink"):
        assert client.post(f"/{path}/{key}/").status_code == 403
    assert client.get(f"/volg/{mine}/nergens/").status_code == 404
    written = "\n".join(log.lines)
    assert "Not Found: /volg/***/nergens/" in written
    assert mine not in written
    assert key not in written


def test_what_postgresql_quotes_of_a_row_stays_out_of_the_log(log: Kept) -> None:
    row = "Ik heb hulp nodig, 06-12345678"
    try:
        raise ValueError(f"not-null violated\nDETAIL:  Failing row contains ({row}).")
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: /r/K7M4XR/hulp/")  # noqa: TID251
    (line,) = log.lines
    assert "not-null violated" in line
    assert row not in line
    assert "06-12345678" not in line


def test_the_log_of_the_house_is_the_one_that_was_tried() -> None:
    formatter = settings.LOGGING["formatters"]["structlog"]["processors"]
    assert "without_secrets" in [getattr(one, "__name__", "") for one in formatter]
