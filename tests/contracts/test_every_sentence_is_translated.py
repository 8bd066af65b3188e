"""Dutch is the source and English is complete; no sentence on a screen stands outside gettext."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import messages
import pytest
from babel.messages.catalog import Message

from tests.contracts.sources import ROOT, WEB, python_files, shown, templates

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}")
SHOWN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "content", "label", "placeholder", "title", "value"}
NAMES = {"Meervoud", "Polis", "EUPL", "CSV", "JSON", "SVG", "Nederlands", "English"}
"""Words that are the same in every language, and languages in their own."""


def is_named_by_a_machine(word: str) -> bool:
    return word in NAMES or not re.search(r"[A-Za-zÀ-ÿ]{2}", word)


# --- English is complete -------------------------------------------------------------------------------------


def wanted() -> list[Message]:
    return [message for message in messages.extracted() if message.id]


def english(message: Message) -> Message | None:
    single = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return messages.translated().get(single, context=message.context)


def forms(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def test_every_dutch_sentence_has_its_english() -> None:
    catalogue = messages.translated()
    missing = []
    for message in wanted():
        single = forms(message.id)[0]
        found = catalogue.get(single, context=message.context)
        if found is None or found.fuzzy or not messages.is_complete(found.string):
            missing.append(single)
    assert not missing, f"{len(missing)} sentences; run `make messages` and translate them in locale/en"


def test_every_translation_keeps_its_placeholders() -> None:
    wrong = []
    for message in messages.translated():
        if not message.id or not messages.is_complete(message.string):
            continue
        allowed = {mark for form in forms(message.id) for mark in PLACEHOLDER.findall(form)}
        needed = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        last = set(PLACEHOLDER.findall(forms(message.string)[-1]))
        used = {mark for form in forms(message.string) for mark in PLACEHOLDER.findall(form)}
        if not (needed <= last and used <= allowed):
            wrong.append((message.id, message.string))
    assert not wrong


def test_the_catalogue_has_no_sentence_that_nobody_says() -> None:
    said = {(forms(message.id)[0], message.context) for message in wanted()}
    kept = {(forms(message.id)[0], message.context) for message in messages.translated() if message.id}
    assert not kept - said, "run `make messages`"


# --- nothing stands outside gettext --------------------------------------------------------------------------


class BareWords(HTMLParser):
    """Collects the words of a template that a reader would see or hear as they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style", "code", "kbd"}
        given = dict(attrs)
        for name, value in attrs:
            technical = tag == "meta" and given.get("name") not in {"description", "author"}
            input_value = name == "value" and tag != "input"
            if name in SHOWN_ATTRIBUTES and value and not technical and not input_value:
                self.hear(value, unless=given.get("type") == "hidden")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style", "code", "kbd"}

    def handle_data(self, data: str) -> None:
        self.hear(data, unless=self._silent > 0)

    def hear(self, text: str, *, unless: bool) -> None:
        words = [word for word in re.findall(r"[\w'’-]+", text) if not is_named_by_a_machine(word)]
        if words and not unless:
            self.found.append(" ".join(text.split()))


def bare_words(template: str) -> list[str]:
    template = re.sub(r"\{#.*?#\}|\{% block robots %\}.*?\{% endblock %\}", "", template)
    for block in ("comment", "blocktranslate", "blocktrans"):
        template = re.sub(rf"\{{%-?\s*{block}\b.*?\{{%\s*end{block}\s*%\}}", "", template, flags=re.DOTALL)
    template = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    parser = BareWords()
    parser.feed(template)
    parser.close()
    return parser.found


@pytest.mark.parametrize("path", templates(), ids=shown)
def test_a_template_says_nothing_outside_gettext(path: Path) -> None:
    assert not bare_words(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "template", ["<p>Dit is een zin</p>", '<a aria-label="Terug">‹</a>', "<title>Opgave {{ x }}</title>"]
)
def test_the_watch_over_templates_sees_bare_words(template: str) -> None:
    assert bare_words(template)


DUTCH = {
    "aan", "als", "bij", "dat", "de", "deze", "die", "dit", "een", "en", "er", "geen", "het", "hier", "is", "kan",
    "meer", "met", "mag", "moet", "naar", "niet", "nog", "of", "om", "op", "staat", "te", "u", "uit", "uw", "van",
    "voor", "wat", "wordt", "worden", "zijn", "zo",
}  # fmt: skip
GETTEXT = set(messages.KEYWORDS)
NOT_A_SCREEN = {"meerdam", "management", "migrations", "backups", "dutch", "commands.py", "urls.py"}
"""The example's own texts are content, as people would write it; commands speak English to administrators; what
reads Dutch holds Dutch words and says none; an address is no sentence."""


def dutch_outside_gettext(source: str) -> list[str]:
    tree = ast.parse(source)
    silent = {
        id(inner)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and _name_of(node.func) in GETTEXT) or _is_docstring(node)
        for inner in ast.walk(node)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
        if len(DUTCH & set(re.findall(r"\w+", node.value.lower()))) >= 2
    ]


def _name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_python_says_nothing_in_dutch_outside_gettext() -> None:
    found = {
        shown(path): sentences
        for path in python_files(WEB)
        if not NOT_A_SCREEN & set(path.relative_to(ROOT).parts)
        if (sentences := dutch_outside_gettext(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_the_watch_over_python_sees_dutch() -> None:
    assert dutch_outside_gettext('raise Error("Dit bestand is niet van u.")')
    assert not dutch_outside_gettext('raise Error(_("Dit bestand is niet van u."))')
