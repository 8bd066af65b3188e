"""Documents that cannot go stale: each model its word, each method its page, each command its help."""

from __future__ import annotations

import re

import command_line_page
from django.apps import apps

from tests.contracts.sources import ENGINES, ROOT, python_files

OURS = "meervoud_web."


def glossary() -> dict[str, str]:
    """The names in the code column of the glossary, each with the Dutch word of its row."""
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return {code: dutch for dutch, codes, _meaning in rows for code in re.findall(r"`(\w+)`", codes)}


def model_names() -> set[str]:
    return {model.__name__ for model in apps.get_models() if model.__module__.startswith(OURS)}


def test_every_model_has_its_row_in_the_glossary() -> None:
    assert not model_names() - glossary().keys()


def test_the_glossary_names_no_model_that_is_gone() -> None:
    classes = {code for code in glossary() if code[0].isupper()}
    known = model_names() | _classes_of_the_engines()
    assert not classes - known


def _classes_of_the_engines() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in python_files(ENGINES)]
    return {name for source in sources for name in re.findall(r"^class (\w+)", source, re.MULTILINE)}


def test_every_word_of_the_glossary_is_explained_once() -> None:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| ([^|`*-]+?) \| [^|]*`", text, re.MULTILINE)
    assert words
    assert len(words) == len(set(words))


def test_the_page_of_the_command_line_says_what_the_commands_say() -> None:
    """Layout differs between versions of Python; the words do not."""
    kept = command_line_page.PAGE.read_text(encoding="utf-8")
    assert kept.split() == command_line_page.page().split(), "run `make docs`"


def test_every_command_explains_itself() -> None:
    assert {"landscape", "backup", "restore"} <= set(command_line_page.commands())
    for command in command_line_page.commands():
        described = command_line_page.help_of(command).partition("\n\n")[2]
        assert described
        assert not described.startswith(("options:", "positional arguments:")), command


def test_every_method_has_its_page() -> None:
    from meervoud import methods

    for name in methods.METHODS:
        page = ROOT / "docs" / "methods" / f"{name}.md"
        assert page.exists(), name
        assert len(page.read_text(encoding="utf-8")) > 2000, f"{page.name} says too little"
