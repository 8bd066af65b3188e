"""Who may take which opgavedossier along: everyone the public one, who works here also what they may read."""

from __future__ import annotations

from tests.web.permissions.matrix import Matrix, Objects, Row

OBJECTS: Objects = {}
_TAKEN_ALONG = [
    Row("GET", of="an open challenge", everyone=200),
    Row("GET", of="a closed challenge", everyone=404),
    Row("GET", of="no challenge", everyone=404),
    Row("POST", of="an open challenge", strangers=403, outside=403, staff=200),
    Row("POST", of="a closed challenge", strangers=404, outside=404, staff=200),
]
ROWS: Matrix = {
    "dossiers:dossier": [
        Row("GET", of="an open challenge", everyone=200),
        Row("GET", of="a closed challenge", strangers=404, outside=404, staff=200),
        Row("GET", of="no challenge", everyone=404),
    ],
    "dossiers:open_data": _TAKEN_ALONG,
    "dossiers:paper": [row for row in _TAKEN_ALONG if "closed" not in row.of],
}
