"""No model can hold a person without a door through which they are shown all of it, and let go."""

from __future__ import annotations

import personal_data_page
from django.apps import apps
from django.db.models import Model

from meervoud_web.people.models import Person
from meervoud_web.people.personal import Fate, Holding, doors, words_of
from meervoud_web.people.policy import DataPolicy


def refers_to_a_person(model: type[Model]) -> set[str]:
    fields = [*model._meta.fields, *model._meta.many_to_many]
    return {field.name for field in fields if field.related_model is Person}


def holdings() -> list[Holding]:
    return [holding for door in doors() for holding in door.holdings]


def test_every_model_in_which_a_person_can_be_stands_behind_a_door() -> None:
    behind = {holding.model for holding in holdings()} | {
        model for door in doors() for loose in door.loose for model in loose.models
    }
    known = behind | {beside.model for door in doors() for beside in door.beside} | {Person}
    forgotten = [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if (refers_to_a_person(model) and model not in behind)
        or (isinstance(getattr(model, "data_policy", None), DataPolicy) and model not in known)
    ]
    assert not forgotten, "register a Holding in the door of your app (people/personal.py says how)"


def test_every_field_that_refers_to_a_person_is_followed() -> None:
    missed = {h.model._meta.label: refers_to_a_person(h.model) - set(h.whose) for h in holdings()}
    assert not {label: names for label, names in missed.items() if names}


def test_of_every_field_with_words_it_is_said_whether_it_goes_or_stays() -> None:
    unsaid = {}
    for held in holdings():
        said = [*held.empties, *held.keeps, *held.others, *held.hides]
        wrong = {name for name in said if said.count(name) > 1 or name not in words_of(held.model)}
        lacking = words_of(held.model) - set(said) if held.fate is not Fate.GOES else set()
        if wrong | lacking:
            unsaid[held.model._meta.label] = wrong | lacking
    assert not unsaid, "name each once: empties, keeps, others or hides"


def test_what_stays_says_on_which_ground() -> None:
    assert not [h.model._meta.label for h in holdings() if h.fate is not Fate.GOES and not str(h.ground)]


def test_what_goes_and_what_stays_is_written_down_for_who_has_to_answer_for_it() -> None:
    assert personal_data_page.PAGE.read_text(encoding="utf-8") == personal_data_page.page(), "run `make docs`"
