"""Where in the files that were sent a text stands: looked up only when it is refused."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path


def where_is(text: str, *, folder: Path) -> dict[str, object]:
    """Give file, row and column of the first cell with this text, counted as the engine does."""
    for path in sorted(folder.rglob("*.csv")):
        try:
            found = _place_in(path, text.strip())
        except (UnicodeDecodeError, csv.Error):
            continue  # a table that the engine does not read, or it would have said so
        if found:
            return {"file": path.name, **found}
    return {}


def _place_in(path: Path, wanted: str) -> dict[str, object]:
    header: list[str] = []
    for row, cells in _rows(path):
        plain = [cell.strip() for cell in cells]
        found = next((place for place, cell in enumerate(plain) if _is(cell, wanted)), None)
        if found is not None:
            return {"row": row, "column": header[found] if found < len(header) else ""}
        header = header or plain
    return {}


def _is(cell: str, wanted: str) -> bool:
    """Tell whether this is the text, also behind the sign that our own exports put before a formula."""
    return cell == wanted or (cell.startswith("'") and cell[1:].strip() == wanted)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the number of the line on which it begins."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        lines = csv.reader(file, delimiter=max(",;\t", key=first.count))
        start = 1
        for cells in lines:
            if any(cells):
                yield start, cells
            start = lines.line_num + 1
