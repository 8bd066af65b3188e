"""How long the pages take on the server, with the example municipality at ten times its size.

Run ``python benchmarks/pages.py``; give ``--times 1`` for its own size. Everything happens on a database that is
thrown away. Nothing is asserted: the wanted median is 200 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

ROUNDS = 15
SOURCES = Path(__file__).resolve().parent.parent / "src"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how many times the residents of the example")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        load(times)
        measure()


def prepare(folder: Path) -> None:
    """Start Django on a database of its own."""
    sys.path.insert(0, str(SOURCES))
    os.environ.update(
        MEERVOUD_VAR=str(folder),
        DATABASE_URL=f"sqlite:///{folder / 'pages.sqlite3'}",
        DJANGO_SETTINGS_MODULE="meervoud_web.config.settings",
    )
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")


def load(times: int) -> None:
    """Fill the database with more residents than the example has."""
    from django.core.management import call_command

    from meervoud_web.meerdam import plan

    plan.HOME_SIZES.update({group: times * size for group, size in plan.HOME_SIZES.items()})
    begin = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("load_example", verbosity=0)
    print(f"\nloaded and analysed in {time.perf_counter() - begin:.0f} s")


def measure() -> None:
    """Ask for every page as everyone and as somebody who works here."""
    from django.test import Client

    from meervoud_web.conversations.models import Conversation
    from meervoud_web.meerdam.plan import ADMINISTRATOR
    from meervoud_web.people.models import Person

    round_ = Conversation.objects.order_by("-participant_count").select_related("challenge")[0]
    print(f"{round_.participant_count:,} people, {round_.vote_count:,} reactions; median and slowest of {ROUNDS}")
    address = round_.get_absolute_url()
    pages = [
        "/",
        round_.challenge.get_absolute_url(),
        address,
        *(f"{address}{rest}" for rest in ("stellingen/", "lijst/divides/", "berekening/")),
    ]
    staff = Client()
    staff.force_login(Person.objects.get(email=ADMINISTRATOR.email))
    for who, client in (("everyone", Client()), ("staff", staff)):
        for page in pages:
            median, slowest = milliseconds(client, page)
            print(f"{who:10}{page:44}{median:6.0f} ms {slowest:6.0f} ms")


def milliseconds(client: Client, page: str) -> tuple[float, float]:
    """Time one page, warm."""
    assert client.get(page).status_code == 200
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        client.get(page)
        taken.append(1000 * (time.perf_counter() - begin))
    return statistics.median(taken), max(taken)


if __name__ == "__main__":
    main()
