"""Who may do what with stellingenrondes."""

from __future__ import annotations

from tests.web.permissions.matrix import Matrix, Objects

OBJECTS: Objects = {}

ROWS: Matrix = {}
