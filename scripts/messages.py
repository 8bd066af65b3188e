"""The sentences of the screens: Dutch in the sources, English in ``locale/en``.

``messages.py update`` brings the catalogue up to date with the sources and keeps every translation;
``messages.py compile FILE.po FILE.mo`` makes what Django reads. Neither needs GNU gettext.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "meervoud_web"
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"

KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
TEMPLATES = {".html", ".txt", ".svg"}
BORN = datetime(2026, 1, 1, tzinfo=UTC)  # fixed: the file changes only when a sentence does


def sources() -> Iterator[Path]:
    for path in sorted(SOURCES.rglob("*")):
        if path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in path.parts):
            yield path


def found_in(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Each sentence in one file (with its plural, when it has one) and its context."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is no sentence comes out as XXX, indented as it was, which Python would not have.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield message, context


def extracted() -> Catalog:
    catalog = Catalog(project="Meervoud", charset="utf-8")
    for path in sources():
        for message, context in found_in(path):
            catalog.add(message, context=context)
    return catalog


def translated(path: Path = CATALOGUE) -> Catalog:
    if not path.exists():
        return Catalog(
            locale="en",
            project="Meervoud",
            version="",
            msgid_bugs_address="",
            last_translator="The Meervoud developers",
            language_team="English",
            creation_date=BORN,
            revision_date=BORN,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale="en")


def update(path: Path = CATALOGUE) -> int:
    """Write the catalogue anew and give the number of sentences that still need English."""
    catalog = translated(path)
    catalog.update(extracted(), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment = (
        "# English for the Dutch sentences in the sources. `make messages` keeps it up to date."
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, sort_output=True, no_location=True, width=110)
    return len([message for message in catalog if message.id and not is_complete(message.string)])


def is_complete(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether there is English, for the plural too."""
    parts = [translation] if isinstance(translation, str) else list(translation or [])
    return bool(parts) and all(parts)


def compile_catalogue(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        catalog = read_po(file)
    with target.open("wb") as file:
        write_mo(file, catalog)


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        print(f"{CATALOGUE.relative_to(ROOT)}: {update()} sentences without English")
        return 0
    if arguments[:1] == ["compile"] and len(arguments) == 3:
        compile_catalogue(Path(arguments[1]), Path(arguments[2]))
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
