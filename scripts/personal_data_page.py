"""Write the tables of docs/operators/persoonsgegevens.md from the doors of all apps: ``make docs``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "operators" / "persoonsgegevens.md"
BEGIN, END = "<!-- tabel: begin -->\n", "<!-- tabel: einde -->\n"


def tables() -> str:
    """What each app holds about people with an account, and what becomes of it; then who is reached otherwise."""
    from meervoud_web.people.personal import doors

    rows = ["| Onderdeel | Wat | Bij wissen | Waarom iets blijft |", "|---|---|---|---|"]
    beside = ["| Zonder account | Hoe het zit |", "|---|---|"]
    for door in doors():
        for one in door.all_that_is_held:
            fate = getattr(one.fate, "value", one.fate)
            rows.append(f"| {door.title} | {one.name} | {fate} | {one.ground} |")
        beside += [f"| {one.model._meta.verbose_name_plural} | {one.why} |" for one in door.beside]
    return "\n".join([*rows, "", *beside, ""])


def page() -> str:
    """The page as it ought to be: the words around the tables stay."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    import django
    from django.utils import translation

    sys.path[:0] = [str(ROOT / "src")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "meervoud_web.config.settings")
    django.setup()
    with translation.override("nl"):
        PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
