"""The third journey, up to the follow code: on a phone, by keyboard, without JavaScript, on a slow line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from meervoud_web.challenges.models import Municipality
from meervoud_web.conversations.models import Participant, Vote
from meervoud_web.rounds.models import HelpRequest, Round, Rule, Submission, SubmissionState
from tests.browser.conftest import Mode, OpenPage, ShutsOut
from tests.web.rounds.making import open_round
from tests.web.rounds.test_place import device_of, round_with_a_result

PHONE = Mode("phone", width=360, height=740)


@pytest.fixture
def round_(transactional_db: None) -> Round:
    Municipality.objects.create(
        pk=1, name="Meerdam", formal_link="https://meerdam.example/", contact_email="hallo@meerdam.example"
    )
    return open_round(introduction="Wij willen weten wat u helpt. U hoeft nergens verstand van te hebben.")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def journey(page: Page) -> str:
    """From the poster to the follow code, which is returned."""
    page.get_by_label("Code").fill(Round.objects.get().code)
    press(page, "Ga verder")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wat helpt u om thuis te blijven wonen?")
    expect(page.get_by_text("Er komt een huiskamer in de wijk.")).to_be_visible()
    press(page, "Doe mee")
    expect(page.get_by_text("Dit is uw eerste stelling.")).to_be_visible()
    page.get_by_label("Dit vind ik extra belangrijk").check()
    press(page, "Eens")
    expect(page.get_by_text("U gaf 1 reactie.")).to_be_visible()
    press(page, "Vorige reactie terugnemen")
    expect(page.get_by_text("Dit is uw eerste stelling.")).to_be_visible()
    for word in ("Oneens", "Weet ik niet", "Eens"):
        press(page, word)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel")
    page.get_by_role("link", name="Geef zelf een stelling").click()
    page.get_by_label("Uw stelling").fill("Buren helpen elkaar hier al genoeg, zegt Kees Bakker.")
    press(page, "Verstuur uw stelling")
    expect(page.get_by_text("Lijkt uw stelling op een van deze?")).to_be_visible()
    expect(page.get_by_text("Kees Bakker").first).to_be_visible()
    page.get_by_label("Uw stelling").fill("De bus moet ook na tien uur rijden.")
    press(page, "Verstuur zo")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw stelling is binnen")
    page.get_by_role("link", name="Bewaar uw volgcode").click()
    code = page.locator(".follow-code").inner_text()
    assert re.fullmatch(r"\w{5}-\w{5}", code)
    return code


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_resident_goes_from_the_poster_to_the_follow_code_and_back(
    open_page: OpenPage, round_: Round, javascript: bool
) -> None:
    page = open_page("/r/", mode=PHONE, javascript=javascript)
    code = journey(page)
    assert Participant.objects.count() == 1
    assert sorted(Vote.objects.values_list("value", flat=True)) == [-1, 0, 1]
    Submission.objects.update(state=SubmissionState.REFUSED, rule=Rule.OTHER_TOPIC)
    later = open_page("/volg/", mode=PHONE, javascript=javascript)
    later.get_by_label("Volgcode").fill(code.lower().replace("-", " "))
    press(later, "Laat het zien")
    expect(later.get_by_text("De bus moet ook na tien uur rijden.", exact=True)).to_be_visible()
    expect(later.get_by_text("het gaat niet over deze vraag")).to_be_visible()
    later.get_by_role("link", name="Vraag om nog eens te kijken").click()
    later.get_by_label("Waarom moet uw stelling wel meedoen?").fill("Zonder bus kom ik nergens.")
    press(later, "Verstuur")
    expect(later.get_by_text("Iemand anders kijkt nog eens")).to_be_visible()
    later.get_by_role("link", name="Neem alles terug").click()
    press(later, "Ja, neem alles terug")
    expect(later.get_by_text("Alles wat u in deze stellingenronde gaf, is weg.")).to_be_visible()
    assert not Vote.objects.exists()


def test_a_device_that_is_shared_is_left_empty(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    press(page, "Doe mee")
    press(page, "Eens")
    page.get_by_role("link", name="Stoppen, en later verder gaan").click()
    page.get_by_role("link", name="Klaar op dit toestel").click()
    press(page, "Ja, maak dit toestel leeg")
    expect(page.get_by_text("Op dit toestel is niets van u achtergebleven.")).to_be_visible()
    assert page.context.cookies() == []


def test_somebody_reads_back_what_they_said_and_changes_it(
    open_page: OpenPage, shuts_out: ShutsOut, round_: Round
) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    press(page, "Doe mee")
    press(page, "Eens")
    press(page, "Oneens")
    page.get_by_role("link", name="Mijn reacties bekijken of veranderen").click()
    page.get_by_text("U zei: oneens.").locator("xpath=ancestor::li").get_by_text("Verander", exact=True).click()
    press(page, "Weet ik niet")
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    assert sorted(Vote.objects.values_list("value", flat=True)) == [0, 1]
    page.get_by_text("U zei: eens.").locator("xpath=ancestor::li").get_by_text("Verander", exact=True).click()
    page.get_by_role("button", name="Neem terug").first.click()
    expect(page.get_by_text("telt niet meer mee")).to_be_visible()
    assert list(Vote.objects.values_list("value", flat=True)) in ([0], [1])
    assert not shuts_out(page)


def test_words_that_are_a_cry_for_help_lead_to_help(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    press(page, "Doe mee")
    page.get_by_role("link", name="Zelf een stelling geven").click()
    page.get_by_label("Uw stelling").fill("Ik red het niet meer.")
    press(page, "Dit is een hulpvraag")
    expect(page.get_by_role("link", name="112")).to_be_visible()
    expect(page.get_by_label("Wat is er aan de hand?")).to_have_value("Ik red het niet meer.")
    press(page, "Verstuur aan de gemeente")
    expect(page.get_by_text("Uw bericht is binnen")).to_be_visible()
    assert HelpRequest.objects.get().text == "Ik red het niet meer."


def walk_to(page: Page, name: str, *, most: int = 40) -> None:
    """Press Tab until the focus is on what goes by this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate("(document.activeElement?.textContent ?? '').trim()")
        label = page.evaluate("document.activeElement?.labels?.[0]?.textContent?.trim() ?? ''")
        if name in (found, label):
            return
    pytest.fail(f"{name} cannot be reached by keyboard")


def test_everything_is_done_by_keyboard_alone(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    walk_to(page, "Doe mee")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dit is uw eerste stelling.")).to_be_visible()
    walk_to(page, "Dit vind ik extra belangrijk")
    page.keyboard.press("Space")
    walk_to(page, "Oneens")
    page.keyboard.press("Enter")
    expect(page.get_by_text("U gaf 1 reactie.")).to_be_visible()
    vote = Vote.objects.get()
    assert (vote.value, vote.is_important) == (-1, True)
    walk_to(page, "Stoppen, en later verder gaan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u wel")
    walk_to(page, "Bewaar uw volgcode")
    page.keyboard.press("Enter")
    expect(page.locator(".follow-code")).to_be_visible()


def test_large_letters_stay_for_the_next_page(open_page: OpenPage, round_: Round) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    press(page, "Grote letters")
    press(page, "Doe mee")
    expect(page.get_by_role("button", name="Grote letters")).to_have_attribute("aria-pressed", "true")
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert page.evaluate(size) > 20
    press(page, "Eens")
    expect(page.get_by_role("button", name="Grote letters")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(size) > 20


def test_reading_aloud_is_offered_only_where_the_device_can_speak_the_language(
    open_page: OpenPage, round_: Round
) -> None:
    page = open_page(f"/r/{round_.code}/", mode=PHONE)
    press(page, "Doe mee")
    expect(page.get_by_role("button", name="Lees voor")).to_be_hidden()
    page.add_init_script(
        "const far = {lang: 'nl-NL', name: 'ver', localService: false};"
        "speechSynthesis.getVoices = () => [far, {...far, name: 'hier', localService: true}];"
        "window.spoken = []; window.SpeechSynthesisUtterance = function (text) { this.text = text; };"
        "speechSynthesis.speak = (one) => window.spoken.push([one.text, one.lang, one.voice.name]);"
    )
    page.reload()
    press(page, "Lees voor")
    text = page.locator(".asked-text").inner_text()
    assert page.evaluate("window.spoken") == [[text, "nl", "hier"]]
    page.goto(f"/r/{round_.code}/")
    press(page, "Lees voor")
    (words, _language, _voice) = page.evaluate("window.spoken")[0]
    assert "Wat helpt u om thuis te blijven wonen?\n" in words
    assert "\nDit staat vast\nEr komt een huiskamer in de wijk.\n" in words


def pages_of(page: Page, round_: Round) -> Iterator[str]:
    """Walk through every page that somebody meets, and stay a while on each."""
    yield "/r/"
    yield f"/r/{round_.code}/"
    press(page, "Doe mee")
    press(page, "Eens")
    for name in ("stelling/", "bedankt/", "eigen/", "hulp/", "waar-sta-ik/", "klaar/", "volgcode/"):
        yield f"/r/{round_.code}/{name}"
    code = page.locator(".follow-code").inner_text()
    page.goto(f"/r/{round_.code}/eigen/")
    page.get_by_label("Uw stelling").fill("Buren helpen elkaar hier al genoeg, zegt Kees Bakker.")
    press(page, "Verstuur uw stelling")
    yield ""
    press(page, "Verstuur zo")
    yield ""
    Submission.objects.update(state=SubmissionState.REFUSED, rule=Rule.OTHER_TOPIC, explanation="Zie de vraag.")
    one = Submission.objects.get().pk
    for name in ("", "alles-terug/", f"stelling/{one}/terug/", f"stelling/{one}/nog-eens/"):
        yield f"/volg/{code}/{name}"
    yield "/volg/BCDFG-BCDFG/"


def test_nothing_on_any_page_shuts_people_out(open_page: OpenPage, shuts_out: ShutsOut, round_: Round) -> None:
    page, found = open_page("/r/"), []
    for address in pages_of(page, round_):
        if address:
            page.goto(address)
        found += [f"{page.url}: {complaint}" for complaint in shuts_out(page)]
    assert found == []


def test_nothing_about_ones_own_place_shuts_people_out(
    transactional_db: None, open_page: OpenPage, shuts_out: ShutsOut
) -> None:
    round_ = round_with_a_result()
    page = open_page("/r/", mode=PHONE)
    client = device_of(round_, "p0")
    cookie = {"name": "deelnemer", "value": client.cookies["deelnemer"].value, "url": page.url}
    page.context.add_cookies([cookie])
    page.goto(f"/r/{round_.code}/waar-sta-ik/")
    expect(page.get_by_text("U staat het dichtst bij")).to_be_visible()
    assert shuts_out(page) == []
