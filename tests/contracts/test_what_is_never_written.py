"""Ways around the safety of Django that nobody takes without a decision that is written down here."""

from __future__ import annotations

import re
from pathlib import Path

from tests.contracts.sources import ROOT, WEB, files, python_files, shown, templates

ALLOWED: dict[str, dict[str, str]] = {
    r"\.execute\(|\.executemany\(|\.raw\(|RawSQL|\.extra\(": {
        "src/meervoud_web/backups/transactions.py": "snapshots and locks, for which Django has no words",
        "src/meervoud_web/meerdam/beginning.py": "the lock of PostgreSQL; its number as a parameter",
        "src/meervoud_web/conversations/actions/import_votes.py": "votes by the 100,000; values as parameters",
        "src/meervoud_web/config/sqlite3/base.py": "how long SQLite waits, a number of our own",
        "src/meervoud_web/analyses/queries.py": "asked at each reaction; values as parameters",
        "src/meervoud_web/conversations/actions/take_in.py": "done at each reaction; values as parameters",
        "src/meervoud_web/people/actions/sweep.py": "VACUUM and what goes with it: no words of anybody",
        "src/meervoud_web/search/personal.py": "the index of full text made anew: no words of anybody",
        "src/meervoud_web/rounds/actions/react.py": "done at each reaction; values as parameters",
        "src/meervoud_web/rounds/queries/entering.py": "asked at each visit; values as parameters",
        "src/meervoud_web/search/queries.py": "full text, as each database has it; values as parameters",
        "src/meervoud_web/search/migrations/0002_full_text.py": "the index of full text: no words of anybody",
    },
    r"mark_safe|SafeString|\|\s*safe\b|autoescape off|html_safe|__html__": {
        "src/meervoud_web/conversations/templates/conversations/result.html": "drawn by our engine, which escapes",
        "src/meervoud_web/conversations/templates/conversations/embed.html": "drawn by our engine, which escapes",
        "src/meervoud_web/conversations/templates/conversations/parts/point.html": "drawn by our engine",
        "src/meervoud_web/dossiers/templates/dossiers/readme.txt": "plain text knows no escaping",
        "src/meervoud_web/feedback/templates/feedback/mail/answered.txt": "plain text knows no escaping",
        "src/meervoud_web/feedback/templates/feedback/mail/confirm.txt": "plain text knows no escaping",
        "src/meervoud_web/initiatives/templates/initiatives/mail/answered.txt": "plain text knows no escaping",
        "src/meervoud_web/notes/templates/notes/mail/weekly.txt": "plain text knows no escaping",
        "src/meervoud_web/people/templates/people/mail/invitation.txt": "plain text knows no escaping",
        "src/meervoud_web/people/templates/people/mail/log_in.txt": "plain text knows no escaping",
        "src/meervoud_web/people/templates/people/mail/reset.txt": "plain text knows no escaping",
        "src/meervoud_web/rounds/templates/rounds/mail/help.txt": "plain text knows no escaping",
        "src/meervoud_web/rounds/templates/rounds/print/letter_a2.txt": "plain text; its page escapes it",
        "src/meervoud_web/rounds/templates/rounds/print/letter_b1.txt": "plain text; its page escapes it",
    },
    r"csrf_exempt": {
        "src/meervoud_web/people/door.py": "no session without an account: where a form comes from counts",
    },
    r"\beval\(|\bexec\(|\bpickle\b|yaml\.load\(|shell=True|os\.system": {},
    r"\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|new Function": {},
}
"""Pattern, and the files that may: each with the reason why nothing that a person wrote can pass there."""


NO_PAGES = {"print"}
"""Templates that become a PDF: no browser opens them, and their looks stand inside."""


def sources() -> list[Path]:
    scripts = [path for path in files() if path.suffix == ".ts" and path.is_relative_to(ROOT / "web")]
    return [*python_files(WEB), *templates(), *scripts]


def test_no_way_around_the_safety_of_django_is_taken_outside_the_list() -> None:
    found = [
        f"{shown(path)}:{number}: {line.strip()}"
        for pattern, allowed in ALLOWED.items()
        for path in sources()
        if shown(path) not in allowed
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(pattern, line)
    ]
    assert not found


def test_every_exception_is_still_needed() -> None:
    unneeded = [
        f"{name}: {pattern}"
        for pattern, allowed in ALLOWED.items()
        for name in allowed
        if not re.search(pattern, (ROOT / name).read_text(encoding="utf-8"))
    ]
    assert not unneeded


def test_no_page_carries_script_or_style_of_its_own() -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)[^>]*>\s*\S|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
    )
    data = re.compile(r'<script[^>]*type="application/(?:ld\+)?json"')
    found = [
        f"{shown(path)}: {match.group().strip()}"
        for path in files()
        if path.suffix == ".html" and path.is_relative_to(WEB) and path.parent.name not in NO_PAGES
        for match in inline.finditer(path.read_text(encoding="utf-8"))
        if not data.match(match.group())
    ]
    assert not found
