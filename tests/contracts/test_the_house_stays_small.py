"""A file answers one question: it stays short, and it has a place in the house."""

from __future__ import annotations

from tests.contracts.sources import ENGINES, ROOT, WEB, files, python_files, shown

HARD_STOP = 300
DECLARATIVE = {"src/meervoud_web/config/settings.py"}
"""Settings and tables that declare rather than do; each is here because somebody decided so."""

ROOMS = {"utils", "common", "core", "helpers", "misc", "services", "selectors"}


def test_no_file_of_code_is_longer_than_three_hundred_lines() -> None:
    long = {
        shown(path): length
        for folder in (ENGINES, WEB, ROOT / "scripts", ROOT / "web", ROOT / "tests", ROOT / "benchmarks")
        for path in files()
        if path.is_relative_to(folder) and path.suffix in {".py", ".ts", ".html", ".sh"}
        if "migrations" not in path.parts and shown(path) not in DECLARATIVE
        if (length := path.read_text(encoding="utf-8").count("\n")) > HARD_STOP
    }
    assert not long, f"make a folder of verbs of it, or move a question out: {long}"


def test_no_room_is_called_by_what_it_is_not() -> None:
    vague = [shown(path) for path in python_files(ROOT / "src") if ROOMS & {path.stem, path.parent.name}]
    assert not vague, f"call a file by the question it answers: {vague}"


def test_nothing_waits_to_be_done_and_nothing_is_empty() -> None:
    marks = ("TO" + "DO", "FIX" + "ME")
    waiting = [
        shown(path)
        for path in files()
        if path.suffix in {".py", ".ts", ".html", ".css", ".md"}
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert not waiting
    empty = [
        shown(path) for path in files() if not path.stat().st_size and path.name not in {"__init__.py", "py.typed"}
    ]
    assert not empty
