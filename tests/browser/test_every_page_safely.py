"""Traps in every field, and every page visited in Chromium: nothing runs, nothing comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Error, Page

from meervoud_web.people.models import Person, Role
from tests.browser.conftest import OpenPage
from tests.web.attacks.planting import TRAPS, Address, every_address, furnish, plant, traps
from tests.web.conftest import MakePerson
from tests.web.permissions.taking_part import DEVICE
from tests.web.permissions.test_permissions import ROWS

pytestmark = pytest.mark.browser

NO_PAGE = {"live:listen", "ui:language"}
"""A stream, and a way back to the page one came from."""
ASKED = {"rounds:cards": "?first=1&last=2"}
"""What an address has to be asked before there is anything."""
OF_NOBODY = (
    "[onload], [onerror], [onfocus], [autofocus][onfocus], iframe, main script, main link, img[src='x'], "
    "[src*='evil'], [href*='evil'], [href^='javascript' i], [action^='javascript' i]"
)
"""What no page of ours has."""
ACTS = (b"/JavaScript", b"/JS ", b"/OpenAction", b"/Launch", b"/URI (javascript")
WATCH = """
window.blocked = [];
document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.violatedDirective));
"""


@dataclass
class Watch:
    """What happened in a browser that should not have."""

    home: str
    dialogs: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watch this page from now on."""
        page.add_init_script(WATCH)
        page.set_default_navigation_timeout(120_000)  # a whole dossier is laid out anew for each of them
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss())[1])
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        if url.startswith(("http", "ws")) and not url.startswith(
            self.home
        ):  # Chromium's own pages are no strangers
            self.elsewhere.append(url)

    def look(self, page: Page) -> None:
        """Nothing may have run by now."""
        assert page.evaluate("window.caught") is None, page.url
        assert page.evaluate("window.blocked") == [], page.url
        foreign = page.locator(OF_NOBODY).evaluate_all("found => found.map(one => one.outerHTML)")
        assert foreign == [], page.url
        assert self.dialogs == []
        assert self.elsewhere == []


@pytest.fixture
def watch(live_server: Any) -> Watch:
    return Watch(live_server.url)


@pytest.fixture
def me(transactional_db: None, make_person: MakePerson) -> Person:
    return make_person(Role.ADMINISTRATOR)


@pytest.fixture
def addresses(me: Person) -> list[Address]:
    """Every address that there is, about objects whose every word is a trap."""
    found = furnish(me) + every_address(me)
    plant(traps)
    return found


def pages_of_site() -> set[str]:
    """Every address that can be opened, by name, as the URL configuration and the matrix have it."""
    return {name for name, rows in ROWS.items() if any(row.method == "GET" for row in rows)} - NO_PAGE


def visit(
    page: Page, address: Address, watch: Watch, *, client: Client, folder: Path, as_it_shows_them: bool
) -> bool:
    """Open an address, look inside, and tell whether it was there.

    ``as_it_shows_them``: PDFs in the viewer of the browser too, which takes a while.
    """
    name, of = address
    url = reverse(name, kwargs=of) + ASKED.get(name, "")
    if ".pdf" in url and not as_it_shows_them:
        return take_along(client.get(url), page, watch, folder=folder)
    try:
        answer = page.goto(url)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return take_along(client.get(url), page, watch, folder=folder)
    with suppress(Error):
        for summary in page.query_selector_all("main summary"):
            summary.click(timeout=300)
    watch.look(page)
    return answer is not None and answer.status == 200 and page.url.endswith(url)


def take_along(answer: HttpResponse, page: Page, watch: Watch, *, folder: Path) -> bool:
    """Open a file as somebody does who took it along: there no policy of ours protects them."""
    kind = answer["Content-Type"].partition(";")[0]
    assert answer["X-Content-Type-Options"] == "nosniff"
    if answer.status_code != 200:
        return False
    if kind == "application/pdf":
        assert [act for act in ACTS if act in answer.content] == []
    if kind in ("image/svg+xml", "text/html", "application/json", "text/csv"):
        here = (
            folder
            / f"taken-along.{'svg' if kind == 'image/svg+xml' else 'html' if kind == 'text/html' else 'txt'}"
        )
        here.write_bytes(answer.content)
        page.goto(here.as_uri())
        watch.look(page)
    return True


def crawl(
    page: Page, addresses: list[Address], watch: Watch, *, client: Client, folder: Path, once: bool
) -> Iterator[str]:
    """Visit addresses; gives the names of the pages that were there. ``once``: each name until it is there."""
    done: set[str] = set()
    for address in addresses:
        name = address[0]
        if name in NO_PAGE or (once and name in done):
            continue
        if visit(page, address, watch, client=client, folder=folder, as_it_shows_them=not once):
            done.add(name)
            yield name


def logged_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def as_participant(context: BrowserContext, home: str) -> None:
    context.add_cookies([{"name": "deelnemer", "value": DEVICE, "url": home}])


@pytest.mark.deep
def test_nothing_runs_on_any_page_of_the_site(
    me: Person, addresses: list[Address], open_page: OpenPage, watch: Watch, tmp_path: Path
) -> None:
    page = open_page("/static/ui/mark.svg", person=me)
    as_participant(page.context, watch.home)
    watch.over(page)
    seen = set(crawl(page, addresses, watch, client=logged_in(me), folder=tmp_path, once=True))
    page = open_page("/static/ui/mark.svg")
    as_participant(page.context, watch.home)
    watch.over(page)
    rest = [address for address in addresses if address[0] not in seen]
    seen |= set(crawl(page, rest, watch, client=Client(), folder=tmp_path, once=True))
    assert pages_of_site() - seen == set()


@pytest.mark.deep
@pytest.mark.parametrize("who", ["nobody", *Role])
def test_nothing_runs_on_any_page_for_anybody(
    who: str,
    make_person: MakePerson,
    me: Person,
    addresses: list[Address],
    open_page: OpenPage,
    watch: Watch,
    tmp_path: Path,
) -> None:
    """Every object too; and then every form of every page, filled with every trap and sent."""
    person = None if who == "nobody" else make_person(Role(who))
    page = open_page("/static/ui/mark.svg", person=person)
    as_participant(page.context, watch.home)
    watch.over(page)
    client = logged_in(person) if person else Client()
    there = set(crawl(page, addresses, watch, client=client, folder=tmp_path, once=False))
    assert "challenges:front" in there
    for name, of in [address for address in addresses if address[0] in there]:
        send_every_form(page, reverse(name, kwargs=of), watch)


FILL = """(form, words) => {
  for (const one of form.elements) {
    if (['textarea', 'text', 'search', 'email'].includes(one.type)) {
      one.removeAttribute('maxlength'); one.value = words;
    }
  }
  form.noValidate = true; form.submit();
}"""


def send_every_form(page: Page, url: str, watch: Watch) -> None:
    """Send each form of a page, with a trap in every field."""
    count = opened(page, url)
    for number in range(count):
        if opened(page, url) <= number:
            return
        form = page.locator("main form").nth(number)
        with page.expect_navigation():
            form.evaluate(FILL, TRAPS[number % len(TRAPS)])
        watch.look(page)


def opened(page: Page, url: str) -> int:
    with suppress(Error):
        page.goto(url)
        return page.locator("main form").count()
    return 0
