from __future__ import annotations

from django.apps import apps
from django.test import Client

from meervoud_web.people.policy import NO_PERSONAL_DATA, DataPolicy


def test_every_model_of_ours_says_why_it_keeps_what_it_keeps_about_people() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("meervoud_web.")]
    assert ours
    silent = [
        model.__name__
        for model in ours
        if not isinstance(vars(model).get("data_policy"), DataPolicy)
        and vars(model).get("data_policy") is not NO_PERSONAL_DATA
    ]
    assert not silent


def test_the_privacy_page_lists_what_the_models_say(client: Client, db: None) -> None:
    page = client.get("/privacy/").content.decode()
    assert "Het raden van wachtwoorden tegenhouden." in page
