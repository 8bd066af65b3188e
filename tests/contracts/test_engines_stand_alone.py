"""The engines work without the website: the wheel is installed without ``[web]`` and used."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.sources import ROOT
from tests.engines.dossier.making import files, written

TINY = """participant,statement,vote
a,s1,1
a,s2,-1
b,s1,1
b,s2,-1
c,s1,-1
c,s2,1
d,s1,-1
d,s2,0
"""
LOOK = """
import importlib.util, meervoud
from meervoud import landscape
assert callable(landscape.analyse)
assert not [name for name in ("django", "psycopg", "structlog") if importlib.util.find_spec(name)]
"""


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A throw-away environment with nothing in it but the wheel and what the wheel asks for."""
    uv = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    folder = tmp_path_factory.mktemp("wheel")
    pinned = folder / "pinned.txt"
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned.write_text("\n".join(re.findall(r"^((?:numpy|scipy)==.+?) *\\?$", locked, re.MULTILINE)))
    run(uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "env")
    (wheel,) = folder.glob("*.whl")
    python = folder / "env" / "bin" / "python"
    run(uv, "pip", "install", "--quiet", "--python", python, "--constraint", pinned, wheel)
    return folder / "env" / "bin"


def test_the_engines_are_imported_without_the_web(environment: Path) -> None:
    run(environment / "python", "-c", LOOK)


def test_the_command_line_makes_a_landscape_without_the_web(environment: Path, tmp_path: Path) -> None:
    votes = tmp_path / "votes.csv"
    votes.write_text(TINY)
    result = json.loads(run(environment / "meervoud", "landscape", votes, "--json", "-"))
    assert result["counts"]["participants"] == 4
    assert result["counts"]["votes"] == 8


def test_a_dossier_is_verified_without_the_web(environment: Path, tmp_path: Path) -> None:
    said = run(environment / "meervoud", "dossier", "verify", written(tmp_path / "dossier.zip", files()))
    assert "1 of 1 analyses hold" in said


def test_without_the_web_the_command_for_backups_says_what_is_missing(environment: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [environment / "meervoud", "backup", tmp_path / "x.zip"],
        capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "100"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
