"""The house as people meet it: on a phone, in the dark, with large letters, by keyboard, without JavaScript."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import Client, override_settings
from playwright.sync_api import Page, expect

from meervoud_web.challenges.models import Challenge, Municipality
from meervoud_web.conversations.models import Conversation
from meervoud_web.meerdam.content import living_at_home
from meervoud_web.people.models import Person, Role
from meervoud_web.ui.built import styles_of
from tests.browser.conftest import NARROW, OpenPage, ShutsOut, ShutsOutAnywhere
from tests.web.conftest import PASSWORD, MakePerson
from tests.web.quick_example import load_quickly

MOST_BYTES = 150_000
HEADERS = 500
PUBLIC = {
    "front page": "/",
    "challenge": "/opgaven/samen-langer-thuis/",
    "log in": "/inloggen/",
    "forgotten password": "/wachtwoord-vergeten/",
    "privacy": "/privacy/",
    "accessibility": "/toegankelijkheid/",
    "method": "/hoe-wij-rekenen/",
    "not there": "/bestaat-niet/",
}
STAFF = {
    "front page": "/",
    "people": "/mensen/",
    "invite": "/mensen/uitnodigen/",
    "own page": "/mijn-pagina/",
    "own password": "/mijn-pagina/wachtwoord/",
    "new challenge": "/opgaven/nieuw/",
    "edit challenge": "/opgaven/samen-langer-thuis/bewerken/",
    "municipality": "/gemeente/",
}


@pytest.fixture(autouse=True)
def _meerdam(transactional_db: None) -> None:
    Municipality.objects.create(pk=1, name="Meerdam", formal_link="https://meerdam.example/")
    Challenge.objects.create(
        title="Samen langer thuis",
        slug="samen-langer-thuis",
        question="Hoe worden wij prettig oud in onze eigen buurt?",
        importance="Steeds meer mensen worden oud in hun eigen huis.",
        concerns="Iedereen die ouder wordt.",
        is_public=True,
    )
    Challenge.objects.create(title="Nog besloten", slug="besloten", question="Wat nu?")


def press_until(page: Page, key: str, selector: str, *, most: int = 60) -> None:
    """Walk with one key until the focus is where it should be."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    pytest.fail(f"{selector} cannot be reached with {key}")


def test_nothing_on_a_public_page_shuts_people_out(shuts_out_anywhere: ShutsOutAnywhere) -> None:
    assert shuts_out_anywhere(PUBLIC) == []


def test_nothing_on_a_page_for_staff_shuts_people_out(
    shuts_out_anywhere: ShutsOutAnywhere, administrator: Person, make_person: MakePerson
) -> None:
    adviser = make_person(Role.EXTERNAL_ADVISER, Role.CLERK, name="Aaltje Veenstra-Buitenhuis")
    assert shuts_out_anywhere(STAFF | {"somebody": f"/mensen/{adviser.pk}/"}, person=administrator) == []


def test_nothing_about_a_form_with_errors_shuts_people_out(
    open_page: OpenPage, shuts_out: ShutsOut, administrator: Person
) -> None:
    page = open_page("/mensen/uitnodigen/", person=administrator)
    page.click("main button[type=submit]")
    expect(page.locator(".error-summary")).to_be_focused()
    assert shuts_out(page) == []


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (
            "document.querySelector('.lead').style.color = 'light-dark(#d8d8d8, #ffffff)'",
            ("light", "color-contrast"),
        ),
        (
            "document.querySelector('.lead').style.color = 'light-dark(#000000, #333333)'",
            ("dark", "color-contrast"),
        ),
        ("document.querySelector('.lead').style.width = '400px'", ("320px", "one has to scroll")),
        ("document.querySelector('.lead').style.width = '50rem'", ("large text", "one has to scroll")),
        ("document.documentElement.lang = ''", ("html-has-lang",)),
    ],
)
def test_a_fault_that_is_planted_on_purpose_is_found(
    open_page: OpenPage, shuts_out: ShutsOut, fault: str, complaint: tuple[str, ...]
) -> None:
    page = open_page("/opgaven/samen-langer-thuis/")
    page.evaluate(fault)
    page.evaluate("document.querySelector('.lead').style.maxWidth = 'none'")
    found = shuts_out(page)
    assert any(all(words in each for words in complaint) for each in found), found


def test_somebody_is_invited_and_comes_in(open_page: OpenPage, administrator: Person) -> None:
    office = open_page("/mensen/", person=administrator)
    office.click("text=Iemand uitnodigen")
    office.fill("[name=name]", "Femke Postma")
    office.fill("[name=email]", "femke@meerdam.example")
    office.check("[value=facilitator]")
    office.click("text=Nodig uit")
    link = office.inner_text(".secret code")
    guest = open_page(link)
    guest.fill("[name=password]", "een nieuwe lange zin")
    guest.click("text=Bewaar het wachtwoord")
    expect(guest.locator(".message")).to_contain_text("Log nu in")
    guest.fill("[name=email]", "femke@meerdam.example")
    guest.fill("[name=password]", "een nieuwe lange zin")
    guest.click("main button[type=submit]")
    expect(guest.locator("h1")).to_have_text("Waar wij samen aan werken")
    expect(guest.locator("text=Nog besloten")).to_be_visible()


def test_logging_in_and_out_takes_nothing_but_a_keyboard(open_page: OpenPage, make_person: MakePerson) -> None:
    person = make_person(Role.CLERK)
    page = open_page("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    press_until(page, "Tab", '.site-nav a[href="/inloggen/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/inloggen/")
    press_until(page, "Tab", "[name=email]")
    page.keyboard.type(person.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("text=Mijn pagina")).to_be_visible()
    press_until(page, "Tab", ".site-nav button")
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_have_text("U bent uitgelogd.")


def test_the_skip_link_leads_past_the_menu(open_page: OpenPage) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_role_is_given_and_taken_away_by_keyboard(
    open_page: OpenPage, administrator: Person, make_person: MakePerson
) -> None:
    clerk = make_person(Role.CLERK)
    page = open_page(f"/mensen/{clerk.pk}/", person=administrator)
    press_until(page, "Tab", "summary")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "[name=role]")
    press_until(page, "ArrowDown", "[value=facilitator]")
    press_until(page, "Tab", "details button")
    page.keyboard.press("Enter")
    expect(page.locator(".rows")).to_contain_text("Procesbegeleider")
    press_until(page, "Tab", ".rows li:last-child button")
    page.keyboard.press("Enter")
    expect(page.locator(".rows")).not_to_contain_text("Procesbegeleider")


def test_the_focus_can_always_be_seen(open_page: OpenPage, administrator: Person) -> None:
    page = open_page("/mensen/uitnodigen/", person=administrator)
    for _ in range(20):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2, page.evaluate("document.activeElement.outerHTML")


def test_a_challenge_is_started_without_javascript(open_page: OpenPage, administrator: Person) -> None:
    page = open_page("/", person=administrator, javascript=False)
    page.click("text=Een opgave beginnen")
    page.fill("[name=title]", "Jongeren doen mee")
    page.fill("[name=question]", "Wat maakt dat jongeren mee willen denken?")
    page.check("[name=is_public]")
    page.click("text=Begin deze opgave")
    expect(page.locator("h1")).to_have_text("Jongeren doen mee")
    page.click("text=English")
    assert page.locator("html").get_attribute("lang") == "en"


def weight_of(page: Page, address: str) -> int:
    """All bytes that come over the line when a browser opens this page for the first time."""
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def hear(event: dict[str, Any]) -> None:
        names[event["requestId"]] = event["response"]["url"].rpartition("/")[2]

    def weigh(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.responseReceived", hear)
    session.on("Network.loadingFinished", weigh)
    page.goto(address, wait_until="networkidle")
    return int(sum(min(size, as_served(names.get(request, ""))) for request, size in sizes.items()))


def as_served(name: str) -> float:
    """What a built file weighs in use: the server of these tests does not know the packed one beside it."""
    packed = settings.BUILT / f"{name}.gz"
    return packed.stat().st_size + HEADERS if name and packed.exists() else float("inf")


def test_a_public_page_weighs_little_on_first_load(open_page: OpenPage) -> None:
    weights = {name: weight_of(open_page("about:blank"), address) for name, address in PUBLIC.items()}
    assert {name: weight for name, weight in weights.items() if not 0 < weight <= MOST_BYTES} == {}


def test_the_result_of_the_example_weighs_little_on_first_load(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    Challenge.objects.all().delete()
    Municipality.objects.all().delete()
    load_quickly(monkeypatch)
    home = Conversation.objects.get(title=living_at_home().title)
    assert 0 < weight_of(open_page("about:blank"), home.get_absolute_url()) <= MOST_BYTES


def test_words_from_people_never_run(open_page: OpenPage, administrator: Person) -> None:
    hostile = '"><img src=x onerror="window.__xss=1"><script>window.__xss=1</script>'
    Challenge.objects.update(title=hostile[:120], question=hostile, importance=hostile, concerns=hostile)
    Municipality.objects.update(name=hostile[:100])
    Person.objects.update(name=hostile[:100])
    for address in ("/", "/opgaven/samen-langer-thuis/", "/mensen/", f"/mensen/{administrator.pk}/"):
        page = open_page(address, person=administrator)
        assert page.evaluate("window.__xss") is None


def test_targets_for_a_finger_are_large_enough_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/", mode=NARROW)
    heights = page.eval_on_selector_all(
        ".site-nav a, .footer-nav a, .button, .wordmark",
        "links => links.map(l => l.getBoundingClientRect().height)",
    )
    assert min(heights) >= 44


def test_a_page_is_printed_without_its_menus(open_page: OpenPage) -> None:
    page = open_page("/opgaven/samen-langer-thuis/")
    page.emulate_media(media="print")
    expect(page.locator("nav").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_a_file_that_is_kept_for_ever_carries_a_hash_and_comes_packed() -> None:
    address = static(styles_of("main")[0])
    with override_settings(WHITENOISE_USE_FINDERS=True):
        response = Client().get(address, headers={"accept-encoding": "gzip"})
    assert re.search(r"/main-.{8}\.css$", address)
    assert "immutable" in response["Cache-Control"]
    assert response["Content-Encoding"] == "gzip"
