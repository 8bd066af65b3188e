"""Taking part is light, comes from nowhere else, and catches nobody."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Response, expect

from meervoud_web.rounds.models import Round, Rule, Submission, SubmissionState
from tests.browser.conftest import OpenPage
from tests.browser.test_taking_part import PHONE, journey, press
from tests.web.rounds.making import open_round

FIRST_LOAD = 150_000
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s with 400 ms before every answer, as the browser's own profile has it."""


@pytest.fixture
def running(transactional_db: None) -> Round:
    return open_round()


TRAPS = (
    "<script>window.caught = 1</script>",
    '"><img src=x onerror=window.caught=1>',
    "</textarea></title><svg onload=window.caught=1>",
    "' onfocus='window.caught=1' autofocus='",
    "javascript:window.caught=1",
)


def test_words_that_are_traps_catch_nobody(transactional_db: None, open_page: OpenPage) -> None:
    said = dict.fromkeys(("introduction", "fixed", "negotiable", "decider", "how_heard"), " ".join(TRAPS)[:200])
    round_ = open_round(statements=TRAPS, question=TRAPS[1], **said)
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    visited = []

    def look_around() -> None:
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.caught") is None
        assert page.locator("img, iframe, main script").count() == 0
        visited.append(page.url)

    look_around()
    press(page, "Doe mee")
    for _ in TRAPS:
        look_around()
        press(page, "Eens")
    for text in TRAPS:
        page.goto(f"/r/{round_.code}/eigen/")
        page.get_by_label("Uw stelling").fill(text)
        press(page, "Dit is een hulpvraag")
        look_around()
        page.goto(f"/r/{round_.code}/eigen/")
        page.get_by_label("Uw stelling").fill(text)
        press(page, "Verstuur uw stelling")
        look_around()
        press(page, "Verstuur zo")
        look_around()
    Submission.objects.update(state=SubmissionState.REFUSED, rule=Rule.INSULT, explanation=TRAPS[0] + TRAPS[1])
    page.goto(f"/r/{round_.code}/volgcode/")
    code = page.locator(".follow-code").inner_text()
    one = Submission.objects.values_list("pk", flat=True)[1]
    for path in ("", f"stelling/{one}/terug/", f"stelling/{one}/nog-eens/", "alles-terug/"):
        page.goto(f"/volg/{code}/{path}")
        look_around()
    for address in (f"/r/?code={TRAPS[1]}", f"/volg/{TRAPS[3]}/", f"/r/{round_.code}/?let-op={TRAPS[1]}"):
        page.goto(address)
        look_around()
    assert len(visited) == 1 + 5 + 3 * 5 + 4 + 3


def weight_of(response: Response) -> int:
    """How much comes over the line: of what is packed beforehand the packed copy, as WhiteNoise sends it."""
    packed = settings.BUILT / f"{response.url.rsplit('/', 1)[-1]}.gz"
    return packed.stat().st_size if packed.exists() else len(response.body())


def test_the_first_load_is_light(open_page: OpenPage, running: Round) -> None:
    page = open_page("/static/ui/mark.svg", mode=PHONE)
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))  # noqa: PLW0108  A plain method is refused.
    page.goto(f"/r/{running.code}/", wait_until="networkidle")
    sizes = {response.url.rsplit("/", 1)[-1]: weight_of(response) for response in came}
    assert any(name.endswith(".woff2") for name in sizes)
    assert sum(sizes.values()) <= FIRST_LOAD, sizes


def test_a_slow_line_is_enough(open_page: OpenPage, running: Round) -> None:
    page = open_page("/static/ui/mark.svg", mode=PHONE)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    page.goto(f"/r/{running.code}/")
    press(page, "Doe mee")
    press(page, "Eens")
    expect(page.get_by_text("U gaf 1 reactie.")).to_be_visible(timeout=20_000)


def test_nothing_on_the_page_comes_from_anywhere_else(
    open_page: OpenPage, running: Round, live_server: Any
) -> None:
    page = open_page("/r/", mode=PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    journey(page)
    assert asked
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []
