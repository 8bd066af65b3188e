"""Take the pictures in docs/pictures: the example municipality in a real browser, on a database of its own.

Run it after a change of looks: ``.venv/bin/python scripts/pictures.py``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path("docs/pictures")
HEAVIEST = 300_000
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Shot:
    """One picture: where to go by clicking and pressing, how large the window is, and light or dark."""

    name: str
    links: tuple[str, ...] = ()
    width: int = 1000
    height: int = 1300
    is_dark: bool = False
    presses: tuple[str, ...] = ()


HOME, ROUND, HOURS = (
    "Samen langer thuis",
    "Wat helpt om thuis te blijven wonen",
    "Openingstijden Huis van de Wijk",
)
SHOTS = (
    Shot("front", width=1200, height=900),
    Shot("result", (HOME, ROUND)),
    Shot("result-dark", (HOME, ROUND), is_dark=True),
    Shot("result-phone", (HOME, ROUND), width=390, height=1400),
    Shot("taking-part", ("Doe mee",), width=390, height=740, presses=("Doe mee", "Eens")),
    Shot("no-groups", (HOME, HOURS), height=1200),
)


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("There is no chromium on this machine.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            size = take(browser, shot, address)
            print(f"{shot.name}: {size:,} bytes" + (" TOO HEAVY" if size > HEAVIEST else ""))
        browser.close()


def take(browser: Browser, shot: Shot, address: str) -> int:
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.is_dark else "light",
        locale="nl-NL",
    )
    page = context.new_page()
    page.goto(address)
    for link in shot.links:
        page.locator("main").get_by_role("link", name=link).first.click()
        page.wait_for_load_state("networkidle")
    for button in shot.presses:
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_load_state("networkidle")
    path = PICTURES / f"{shot.name}.png"
    page.screenshot(path=path)
    context.close()
    return path.stat().st_size


@contextmanager
def served() -> Iterator[str]:
    """Serve the example from a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder, 'example.sqlite3')}"
        environment = {**os.environ, "MEERVOUD_VAR": folder, "DATABASE_URL": database}
        for arguments in (["migrate", "--verbosity", "0"], ["load_example"]):
            subprocess.run([sys.executable, "manage.py", *arguments], env=environment, check=True)
        port = free_port()
        serve = [
            "-m",
            "uvicorn",
            "meervoud_web.config.asgi:application",
            "--port",
            str(port),
            "--log-level",
            "warning",
        ]
        server = subprocess.Popen([sys.executable, *serve], env=environment)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    begin = time.monotonic()
    while time.monotonic() - begin < PATIENCE_SECONDS:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("The server does not answer.")


if __name__ == "__main__":
    main()
