from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from meervoud_web.people.models import Person, Role
from meervoud_web.ui import built, errors
from meervoud_web.ui.middleware import packed_pages
from tests.web.conftest import ClientOf, MakePerson

pytestmark = pytest.mark.django_db
PUBLIC = ("/", "/inloggen/", "/wachtwoord-vergeten/", "/privacy/", "/toegankelijkheid/", "/hoe-wij-rekenen/")


def bad(request: HttpRequest) -> None:
    raise BadRequest


def broken(request: HttpRequest) -> None:
    raise RuntimeError("geheim-uit-de-fout")


@pytest.fixture
def _broken_pages() -> Any:
    from meervoud_web.config import urls

    urls.urlpatterns += [path("stuk/", broken), path("slecht/", bad)]
    with override_settings(ROOT_URLCONF="meervoud_web.config.urls", LOGIN_URL="people:log_in"):
        yield
    del urls.urlpatterns[-2:]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_sets_no_cookie_unless_it_has_a_form(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert bool(response.cookies) == (b"<form" in response.content)


@pytest.mark.parametrize("address", PUBLIC)
def test_no_page_carries_a_script_or_a_style_of_its_own(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:", page)


def test_a_page_is_dutch_whatever_the_browser_prefers(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "en-GB"})
    assert response["Content-Language"] == "nl"
    assert '<html lang="nl">' in response.content.decode()


def test_the_reader_chooses_a_language_and_comes_back_to_the_same_page(client: Client) -> None:
    response = client.get("/taal/en/?naar=/privacy/%3Fa%3D1")
    assert response["Location"] == "/privacy/?a=1"
    assert client.get("/privacy/")["Content-Language"] == "en"


@pytest.mark.parametrize("target", ["https://elders.example/", "//elders.example", "/\\elders.example"])
def test_the_choice_of_a_language_leads_to_no_other_site(client: Client, target: str) -> None:
    assert client.get("/taal/en/", {"naar": target})["Location"] == "/"


def test_a_wrong_language_cookie_is_not_believed(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "tlh<script>"
    assert client.get("/")["Content-Language"] == "nl"


def test_security_txt_says_where_to_go_and_has_not_expired(client: Client) -> None:
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert re.search(r"^Contact: (https|mailto):", response.content.decode(), re.MULTILINE)
    assert re.search(r"^Expires: 20\d\d-", response.content.decode(), re.MULTILINE)


def test_a_page_that_is_not_there_says_so_in_dutch(client: Client) -> None:
    response = client.get("/bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()


def test_a_page_for_another_role_says_so_in_dutch(make_person: MakePerson, client_of: ClientOf) -> None:
    response = client_of(make_person(Role.CLERK)).get("/mensen/")
    assert response.status_code == 403
    assert "Dit mag u hier niet" in response.content.decode()


def test_a_form_without_its_token_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post("/inloggen/")
    assert response.status_code == 403
    assert "Deze pagina stond te lang open" in response.content.decode()


@pytest.mark.parametrize("address", ["/inloggen/", "/bestaat-niet/"])
def test_a_request_that_is_too_large_is_refused_before_it_is_read(client: Client, address: str) -> None:
    response = client.post(address, {"email": "x"}, CONTENT_LENGTH=str(settings.MAX_REQUEST_BYTES + 1))
    assert response.status_code == 413
    assert "Dit bestand is te groot" in response.content.decode()
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_form_with_far_too_many_fields_is_refused(client: Client) -> None:
    assert client.post("/inloggen/", {f"f{number}": "1" for number in range(600)}).status_code == 400


@pytest.mark.usefixtures("_broken_pages")
def test_our_own_mistake_is_told_without_its_details(administrator: Person, client_of: ClientOf) -> None:
    client = client_of(administrator)
    client.raise_request_exception = False
    response = client.get("/stuk/")
    assert response.status_code == 500
    assert "Er ging bij ons iets mis" in response.content.decode()
    assert "geheim-uit-de-fout" not in response.content.decode()


@pytest.mark.usefixtures("_broken_pages")
def test_a_request_that_makes_no_sense_is_told_kindly(administrator: Person, client_of: ClientOf) -> None:
    response = client_of(administrator).get("/slecht/")
    assert response.status_code == 400
    assert "Dit verzoek begrijpen wij niet" in response.content.decode()


def test_the_page_for_our_own_mistake_needs_no_database(django_assert_num_queries: Any, settings: Any) -> None:
    with django_assert_num_queries(0):
        assert errors.server_error(RequestFactory().get("/")).status_code == 500


def test_a_form_names_its_errors_on_top_and_ties_them_to_their_fields(client: Client) -> None:
    page = client.post("/inloggen/", {"email": "geen adres", "password": "x"}).content.decode()
    assert re.search(r'<div class="error-summary" role="alert"[^>]*>', page)
    assert 'href="#id_email"' in page
    assert 'aria-describedby="id_email_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_project_that_was_not_built_works_and_says_so(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.BUILT = tmp_path
    built._read_manifest.cache_clear()
    try:
        assert client.get("/").status_code == 200
        assert [message.id for message in built.is_built(None)] == ["ui.W001"]
    finally:
        built._read_manifest.cache_clear()


def test_a_host_name_that_is_not_ours_is_refused(client: Client) -> None:
    response = client.get("/", headers={"host": "elders.example"})
    assert response.status_code == 400
    assert "Dit verzoek begrijpen wij niet" in response.content.decode()


def test_a_page_travels_packed_to_whoever_can_unpack_it(client: Client) -> None:
    plain = client.get("/privacy/").content
    packed = client.get("/privacy/", headers={"accept-encoding": "br, gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain) / 2
    assert int(packed["Content-Length"]) == len(packed.content)
    assert gzip.decompress(packed.content).startswith(b"<!doctype html>")


def test_the_size_of_a_packed_page_betrays_nothing(client: Client) -> None:
    sizes = {len(client.get("/privacy/", headers={"accept-encoding": "gzip"}).content) for _ in range(12)}
    assert len(sizes) > 1


@pytest.mark.parametrize(
    "response",
    [
        StreamingHttpResponse([b"id: 1\n\n" * 100], content_type="text/event-stream; charset=utf-8"),
        StreamingHttpResponse([b"piece by piece " * 100], content_type="text/csv"),
        HttpResponse(b"id: 1\n\n" * 100, content_type="text/event-stream; charset=utf-8"),
        HttpResponse(b"PK" * 1000, content_type="application/zip"),
    ],
    ids=["events", "stream", "events at once", "zip"],
)
def test_what_streams_or_is_packed_already_stays_as_it_is(response: Any) -> None:
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    sent = packed_pages(lambda _: response)(request)
    assert sent is response
    assert "Content-Encoding" not in sent
