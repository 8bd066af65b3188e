"""A real Chromium, the four ways of looking at a page, and axe to find what shuts people out.

A browser test opens pages with ``open_page``::

    def test_nothing_shuts_people_out(open_page: OpenPage, shuts_out: ShutsOut) -> None:
        assert shuts_out(open_page("/")) == []

``shuts_out`` looks at the page in all ways, ``shuts_out_anywhere`` at many pages one after another; ``axe`` only
at the page as it is now.

Every page that a test opened must have stayed quiet: an error in its console (a script that fails, anything that
the content security policy stops) fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from meervoud_web.people.models import Person
from tests.web.conftest import _fast_and_apart, administrator, make_person

__all__ = ["_fast_and_apart", "administrator", "make_person"]

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True)
class Mode:
    """A way of looking at a page."""

    name: str
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    letters: int = 16

    def __str__(self) -> str:
        return self.name


LIGHT = Mode("light")
DARK = Mode("dark", scheme="dark")
NARROW = Mode("320px", width=320, height=640)
LARGE = Mode("large text", width=640, letters=32)
EACH_MODE = (LIGHT, DARK, NARROW, LARGE)
# Both schemes and both ways in which a page must reflow, in two looks.
IN_TWO_LOOKS = (
    Mode("light at 320px", width=320, height=640),
    Mode("dark with large text", width=640, letters=32, scheme="dark"),
)


class OpenPage(Protocol):
    def __call__(
        self, address: str, *, mode: Mode = LIGHT, person: Person | None = None, javascript: bool = True
    ) -> Page: ...


class ShutsOutAnywhere(Protocol):
    def __call__(self, addresses: Mapping[str, str], *, person: Person | None = None) -> list[str]: ...


Axe = Callable[[Page], list[str]]
ShutsOut = Callable[[Page], list[str]]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("NO CHROMIUM: apt-get install chromium, or set CHROMIUM to its path")
    if not (django_settings.BUILT / "manifest.json").exists():
        pytest.fail("The front end has not been built: npm ci && npm run build")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Iterator[OpenPage]:
    """Open an address as somebody, in a way of looking; at the end, all pages must have stayed quiet."""
    contexts, complaints = [], []

    def listen(message: ConsoleMessage) -> None:
        # The browser itself reports every answer of 400 and up; a test of such an answer is no complaint.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def open_(address: str, *, mode: Mode = LIGHT, person: Person | None = None, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            java_script_enabled=javascript,
            locale="en-GB",
        )
        contexts.append(context)
        if person is not None:
            context.add_cookies([_session_of(person, live_server.url)])
        page = context.new_page()
        look(page, mode)
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def axe() -> Axe:
    """Return what axe finds on a page, each as ``rule: where``."""
    source = AXE.read_text(encoding="utf-8")

    def run(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        found = page.evaluate("axe.run({rules: {'target-size': {enabled: true}}})")
        return [
            f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return run


@pytest.fixture
def shuts_out(axe: Axe, pytestconfig: pytest.Config) -> ShutsOut:
    """Return what shuts people out in light, dark, 320 pixels wide and with letters twice as large.

    Two looks find that in half the time; with ``--each-mode`` (``make test-deep``) each mode gets its own look.
    """
    modes = EACH_MODE if pytestconfig.getoption("each_mode") else IN_TWO_LOOKS

    def run(page: Page) -> list[str]:
        found = []
        for mode in modes:
            look(page, mode)
            found += [f"in {mode}: {complaint}" for complaint in axe(page)]
            if spills_over(page):
                found.append(f"in {mode}: one has to scroll sideways")
        return found

    return run


@pytest.fixture
def shuts_out_anywhere(open_page: OpenPage, shuts_out: ShutsOut) -> ShutsOutAnywhere:
    """Return what shuts people out on any of these pages, with all that is folded opened.

    One window walks past all of them: a world and a browser for each page takes three times as long.
    """

    def run(addresses: Mapping[str, str], *, person: Person | None = None) -> list[str]:
        page = open_page("about:blank", person=person)
        found = []
        for name, address in addresses.items():
            answer = page.goto(address)
            if answer is None or answer.status >= 500:
                found.append(f"{name}: no page")
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            found += [f"{name} {complaint}" for complaint in shuts_out(page)]
        return found

    return run


def look(page: Page, mode: Mode) -> None:
    """Look at a page in another way; letters grow as when readers set them larger in their browser."""
    page.set_viewport_size({"width": mode.width, "height": mode.height})
    page.emulate_media(color_scheme=mode.scheme)
    sizes = {"standard": mode.letters, "fixed": mode.letters}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def spills_over(page: Page) -> bool:
    """Whether one has to scroll sideways to read."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return wide


def _session_of(person: Person, url: str) -> dict[str, Any]:
    client = Client()
    client.force_login(person)
    return {"name": django_settings.SESSION_COOKIE_NAME, "value": client.session.session_key, "url": url}
