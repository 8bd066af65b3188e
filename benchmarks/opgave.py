"""How long the pages of an opgave take on the server, with the example municipality at ten times its size.

Run ``python benchmarks/opgave.py``; ``--times 1`` for its own size, ``--times 3`` to see that the questions to the
database stay as many. A database of its own is made and thrown away; the whole of the website answers, from WSGI
down, and packs its pages as for a browser. Each line says the page, who asks, the target, the value and ``ok`` or
``MISSED``. The value is the median in milliseconds, with the processor time of the process beside it: on a busy
machine the clock says more about the neighbours. Nothing is asserted; it ends with 1 when a target was missed.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from meervoud_web.challenges.models import Challenge

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

TARGET = 200
REQUESTS, WARM_UP = 15, 2
FEW = 10
"""Resamples of a landscape: enough for a page, for here nobody reads its numbers."""
SOURCES = Path(__file__).resolve().parent.parent / "src"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What one page took, in milliseconds, and how many questions to the database."""

    wall: float
    processor: float
    slowest: float
    queries: int


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10, help="how many times the example")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        return measure(load(times))


def prepare(folder: Path) -> None:
    """Start Django on a database of its own."""
    sys.path.insert(0, str(SOURCES))
    os.environ.update(
        MEERVOUD_VAR=str(folder),
        DATABASE_URL=f"sqlite:///{folder / 'opgave.sqlite3'}",
        DJANGO_SETTINGS_MODULE="meervoud_web.config.settings",
    )
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")


def load(times: int) -> Challenge:
    """Load the example, and make what hangs on its challenge so many times as much."""
    from django.core.management import call_command

    from meervoud_web.analyses import actions as analyses
    from meervoud_web.challenges.actions import seal_journal
    from meervoud_web.challenges.models import Challenge
    from meervoud_web.meerdam import held, plan
    from meervoud_web.meerdam.larger import make_larger
    from meervoud_web.search.actions import take_in_everything

    def analyse(conversation: Any, audience: Any, *, by: Any) -> None:
        few = {"resamples": FEW}
        asked = analyses.request_analysis(source=audience, subject=conversation.pk, by=by, parameters=few)
        analyses.run_analysis(asked.pk)

    held._analyse = analyse
    call_command("migrate", verbosity=0)
    call_command("load_example", verbosity=0)
    challenge = Challenge.objects.get(title=plan.CHALLENGE.title)
    make_larger(challenge, times=times)
    seal_journal()
    lines, findable = challenge.journal.count(), take_in_everything()
    print(f"\n{lines:,} lines in the journal; {findable:,} things that can be found")
    return challenge


def measure(challenge: Challenge) -> int:
    """Ask for every page in turn."""
    from django.core.wsgi import get_wsgi_application

    logging.disable(logging.WARNING)  # that a page is not for a visitor is no news here
    website, missed = get_wsgi_application(), 0
    print(f"{'page':58}{'who':9}{'target':>7}{'value':>7}{'processor':>11}{'slowest':>9}{'queries':>9}")
    for name, who, address, cookie in requests(challenge):
        taken = time_page(website, address, cookie)
        met = taken.wall <= TARGET
        missed += not met
        print(
            f"{name:58}{who:9}{TARGET:7}{taken.wall:7.0f}{taken.processor:11.0f}{taken.slowest:9.0f}"
            f"{taken.queries:9}  {'ok' if met else 'MISSED'}"
        )
    return 1 if missed else 0


def requests(challenge: Challenge) -> Iterator[tuple[str, str, str, str]]:
    """The pages, each with who asks for it and their cookie."""
    from django.test import Client

    from meervoud_web.meerdam.plan import ACCOUNTS
    from meervoud_web.people.models import Person

    emails = {account.mailbox: account.email for account in ACCOUNTS}
    for who, mailbox in (("staff", "opgavemanager"), ("partner", "partner"), ("visitor", "")):
        client = Client()
        if mailbox:
            client.force_login(Person.objects.get(email=emails[mailbox]))
        cookie = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
        for name, address in pages(challenge):
            if client.get(address).status_code == 200:
                yield name, who, address, cookie


def pages(challenge: Challenge) -> list[tuple[str, str]]:
    """The main pages of the opgave."""
    slug = challenge.get_absolute_url()
    note = challenge.notes.filter(is_shared=True).latest("pk")
    signal = challenge.signals.exclude(shown_as="").earliest("pk")
    assumption = challenge.assumptions.earliest("pk")
    return [
        ("front page", "/"),
        ("challenge", slug),
        ("timeline", f"{slug}tijdlijn/"),
        ("timeline, last page of a kind", f"{slug}tijdlijn/?soort=signal&pagina=99"),
        ("versions of the question", f"{slug}vraag/"),
        ("thread of an assumption", f"{slug}draad/assumption/{assumption.pk}/"),
        ("thread of a signal", f"{slug}draad/signal/{signal.pk}/"),
        ("thread of a note", f"{slug}draad/note/{note.pk}/"),
        ("course", f"{slug}koers/"),
        ("an assumption", assumption.get_absolute_url()),
        ("signals", f"{slug}signalen/"),
        ("signals to read", f"{slug}signalen/lezen/"),
        ("a signal", signal.get_absolute_url()),
        ("framings side by side", f"{slug}kijken/"),
        ("role of the government", f"{slug}rol-van-de-overheid/"),
        ("three questions", f"{slug}project-of-opgave/"),
        ("notes", f"{slug}notities/"),
        ("a note", note.get_absolute_url()),
        ("promises", f"{slug}toezeggingen/"),
        ("frictions", f"{slug}schuurplekken/"),
        ("who waits for me", "/wacht-op-mij/"),
        ("people", f"{slug}mensen/"),
        ("what came of it", f"{slug}terugkoppeling/"),
        ("stories", f"{slug}verhalen/"),
        ("seen in the city", f"{slug}gezien/"),
        ("proposals", f"{slug}proef-of-agenda/"),
        ("papers", f"{slug}stukken/"),
        ("opgavedossier", f"{slug}dossier/"),
        ("search: mantelzorg", "/zoeken/?woorden=mantelzorg"),
        ("search: a word of nearly everything", "/zoeken/?woorden=mensen"),
        ("search: two words", "/zoeken/?woorden=buren+netwerk"),
    ]


def time_page(website: Any, address: str, cookie: str) -> Taken:
    """Ask for one page until it is warm, and then so often that the median says something."""
    wall, processor = [], []
    for _ in range(WARM_UP):
        answer(website, address, cookie)
    for _ in range(REQUESTS):
        clock, busy = time.perf_counter(), time.process_time()
        answer(website, address, cookie)
        wall.append(1000 * (time.perf_counter() - clock))
        processor.append(1000 * (time.process_time() - busy))
    return Taken(
        wall=statistics.median(wall),
        processor=statistics.median(processor),
        slowest=max(wall),
        queries=questions(website, address, cookie),
    )


def answer(website: Any, address: str, cookie: str) -> bytes:
    """One request from the outside, as a WSGI server makes it."""
    from django.test import RequestFactory

    environ = RequestFactory().get(address).environ | {"HTTP_COOKIE": cookie, "HTTP_ACCEPT_ENCODING": "gzip"}
    said: list[str] = []
    body = website(environ, lambda status, headers, *more: said.append(status))
    page = b"".join(body)
    body.close()
    assert said[0].startswith("200"), f"{address}: {said[0]}"
    return page


def questions(website: Any, address: str, cookie: str) -> int:
    """How often the page asks the database something."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer(website, address, cookie)
    return len(captured)


if __name__ == "__main__":
    sys.exit(main())
