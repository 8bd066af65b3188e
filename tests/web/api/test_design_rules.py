"""The API keeps the NL API Design Rules: their own linter says so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from django.test import Client

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT.parent / "shared" / "data" / "api-design-rules" / "linter.yaml"
LINTER = ROOT / "node_modules" / ".bin" / "spectral"

pytestmark = [pytest.mark.django_db, pytest.mark.own_database]


def complaints(document: bytes, folder: Path) -> str:
    if not RULES.exists():
        pytest.skip(f"NO SHARED DATA: {RULES}")
    written = folder / "openapi.json"
    written.write_bytes(document)
    done = subprocess.run(
        [str(LINTER), "lint", "--ruleset", str(RULES), "--fail-severity", "warn", str(written)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode else ""


def described(client: Client, path: str = "/v1/openapi.json") -> bytes:
    return client.get(path, secure=True, headers={"host": "testserver"}).content


def test_the_description_keeps_the_rules(client: Client, tmp_path: Path) -> None:
    assert not complaints(described(client), tmp_path)


def test_a_rule_that_is_broken_is_found(client: Client, tmp_path: Path) -> None:
    broken = described(client).replace(b'"/rounds/{code}/statements"', b'"/rounds/{code}/Some_Statements/"')
    assert "kebab-case" in complaints(broken, tmp_path)


def test_it_stands_at_the_root_and_under_its_version(client: Client) -> None:
    assert described(client, "/openapi.json") == described(client)
