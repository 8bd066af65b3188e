"""Computes an analysis in a dossier again, from what lies beside it, and says whether it comes out the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from meervoud import records
from meervoud.dossier.comparing import difference
from meervoud.dossier.manifest import Enclosed
from meervoud.dossier.reading import Archive
from meervoud.errors import MethodError
from meervoud.methods import METHODS

MOST = 10_000
"""No dossier asks for more resamples; one that does would keep a computer busy for days."""


UNUSABLE = (
    MethodError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, MemoryError, RecursionError
)  # fmt: skip
"""What a record or a file that somebody made up can lead to."""


class Agreement(StrEnum):
    """How far a result agrees with the one that was computed again."""

    BITS = "the same bits"
    VALUES = "the same values, within 1e-9"
    DIFFERS = "another result"
    NOT_COMPUTED = "not computed again"
    NOT_WHOLE = "not to be computed again"


@dataclass(frozen=True, kw_only=True)
class Again:
    """What became of one analysis; the words may hold what a stranger wrote."""

    name: str
    agreement: Agreement
    method: str = ""
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the result."""
        return self.agreement in (Agreement.BITS, Agreement.VALUES, Agreement.NOT_WHOLE)


def again(archive: Archive, enclosed: Enclosed) -> Again:
    """Compute one analysis again and compare."""
    if not enclosed.is_whole:
        detail = "somebody took their part back after this result; a newer one will count the rest"
        return Again(name=enclosed.name, agreement=Agreement.NOT_WHOLE, detail=detail)
    try:
        text = archive.read(enclosed.record).decode()
        recorded = records.from_json(text)
        computed = _compute(archive, enclosed, recorded)
    except UNUSABLE as error:
        reason = " ".join(str(error).split())[:200]
        return Again(name=enclosed.name, agreement=Agreement.NOT_COMPUTED, detail=reason)
    return _compare(enclosed.name, text, records.to_json(computed), method=recorded.method)


def _compute(archive: Archive, enclosed: Enclosed, recorded: Any) -> Any:
    method = METHODS[recorded.method.name]
    if enclosed.withheld and enclosed.withheld not in method.withholding:
        raise MethodError("this version knows no such withholding", code="bad-dossier", value=enclosed.withheld)
    with TemporaryDirectory() as folder:
        _unpack(archive, enclosed.given, Path(folder))
        given = method.read(folder)
    result = method.analyse(given, seed=recorded.method.seed, **_parameters(recorded.method.parameters))
    result = method.follow(result, recorded)
    return method.withholding[enclosed.withheld](result) if enclosed.withheld else result


def _parameters(given: Mapping[str, object]) -> Mapping[str, Any]:
    for name, value in given.items():
        if isinstance(value, int) and value > MOST:
            raise MethodError(f"{name} is more than a dossier may ask", code="too-large", value=value)
    return given


def _unpack(archive: Archive, inside: str, folder: Path) -> None:
    """Put the files of one folder of the dossier in a folder of ours; of their names only the last part counts."""
    for name in sorted(archive.names):
        parent, _slash, last = name.rpartition("/")
        if parent == inside:
            (folder / last).write_bytes(archive.read(name))


def _compare(name: str, recorded: str, computed: str, *, method: Any) -> Again:
    said = f"{method.name} {method.version!s:.20}, seed {method.seed!s:.20}"
    if recorded.rstrip("\n") == computed:
        return Again(name=name, agreement=Agreement.BITS, method=said)
    before, now = json.loads(recorded), json.loads(computed)
    version = now["method"]["version"]
    other = "" if version == method.version else f"; computed again with version {version} of the method"
    before["method"]["version"] = version
    found = difference(before, now)
    agreement = Agreement.DIFFERS if found else Agreement.VALUES
    return Again(name=name, agreement=agreement, method=said + other, detail=found or "")
