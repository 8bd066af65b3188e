"""What is committed can be read by everybody: no secrets, no machine of ours, nothing huge, a licence."""

from __future__ import annotations

import hashlib
import re
import tomllib
from typing import Any

import yaml

from tests.contracts.sources import ROOT, files, shown, texts

MEGABYTE = 1024 * 1024
OF_A_MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home/\w+|tmp/\w+|Users/\w+|opt/(?:wheels|pypi))/")
REGISTRIES = re.compile(
    r"files\.python[h]osted\.org|pypi\.org/[s]imple|registry\.npm[j]s\.org|registry\.yarn[p]kg\.com"
)
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}")
EUPL_TEXT = "7ba6c4e1b51013409904e5bf54641539"
PUBLICCODE_KEYS = {
    "publiccodeYmlVersion", "name", "url", "softwareVersion", "releaseDate", "platforms", "categories",
    "developmentStatus", "softwareType", "description", "legal", "maintenance", "localisation",
}  # fmt: skip


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert not [shown(path) for path in files() if path.stat().st_size > MEGABYTE]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{shown(path)}: {match.group()}"
        for path, text in texts()
        for pattern in (OF_A_MACHINE, REGISTRIES, SECRETS)
        if (match := pattern.search(text))
    ]
    assert not found


def test_nothing_that_is_made_is_committed() -> None:
    made = (".mo", ".pyc", ".min.js", ".map", ".sqlite3", ".whl")
    assert not [shown(path) for path in files() if path.name.endswith(made)]


def test_the_licence_is_the_eupl_word_for_word() -> None:
    words = re.findall(r"\w+", (ROOT / "LICENSE").read_text(encoding="utf-8").lower())
    assert hashlib.md5(" ".join(words).encode(), usedforsecurity=False).hexdigest() == EUPL_TEXT


def test_every_place_that_states_the_licence_states_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == publiccode()["legal"]["license"] == "EUPL-1.2"
    for name in ("README.md", "README.nl.md"):
        assert "EUPL-1.2" in (ROOT / name).read_text(encoding="utf-8")


def publiccode() -> dict[str, Any]:
    parsed = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def test_publiccode_says_what_the_standard_asks() -> None:
    code = publiccode()
    assert code.keys() >= PUBLICCODE_KEYS
    assert {"nl", "en"} <= code["description"].keys()
    for words in code["description"].values():
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert len(words["shortDescription"]) <= 150
        assert words["features"]
    assert set(code["localisation"]["availableLanguages"]) == {"nl", "en"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert code["softwareVersion"] == project["version"]


def test_links_between_documents_lead_somewhere() -> None:
    dead = [
        f"{shown(path)} → {target}"
        for path, text in texts()
        if path.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
        if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists()
    ]
    assert not dead
