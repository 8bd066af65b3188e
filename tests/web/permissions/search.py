"""Everyone may look for something; what is found is for whoever may see it (tests/web/search)."""

from __future__ import annotations

from tests.web.permissions.matrix import Matrix, Objects, Row

OBJECTS: Objects = {"whatever one looks for": lambda me: {}}
ROWS: Matrix = {"search:search": [Row("GET", of="whatever one looks for", everyone=200)]}
