"""A new database: the example loads on its own, and two who begin at the same moment both end well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.own_database

ROOT = Path(__file__).resolve().parents[2]
LOAD = """
import django
django.setup()
from django.core.management import call_command
from meervoud_web.meerdam import held
held._analyse = lambda *given, **more: None  # the landscapes take the most time, and nothing here is about them
call_command("load_example", "--if-empty")
"""


def begin(folder: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / 'new.sqlite3'}",
        "MEERVOUD_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "meervoud_web.config.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", LOAD],
        cwd=ROOT,
        env=environment,
        text=True,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )


def test_the_example_loads_on_its_own_in_a_new_database(tmp_path: Path) -> None:
    said = begin(tmp_path)
    assert said.communicate(timeout=120)[1] == ""
    assert said.returncode == 0


@pytest.mark.deep
def test_two_who_begin_at_the_same_moment_both_end_well(tmp_path: Path) -> None:
    both = [begin(tmp_path), begin(tmp_path)]
    assert [one.communicate(timeout=240)[1] for one in both] == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
