"""What Vite made of ``web/``: which file, with its hash, belongs to which name."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage
from django.core.checks import Warning as CheckWarning


def styles_of(entry: str) -> list[str]:
    """Return the paths of the style sheets of ``web/<entry>.ts``; none before the first build."""
    return [f"built/{path}" for path in _chunk(entry).get("css", [])]


def script_of(entry: str) -> str | None:
    """Return the path of the script of ``web/<entry>.ts``."""
    path = _chunk(entry).get("file")
    return f"built/{path}" if path else None


def _chunk(entry: str) -> dict[str, Any]:
    chunk: dict[str, Any] = _manifest().get(f"web/{entry}.ts", {})
    return chunk


def _manifest() -> dict[str, Any]:
    return _read_manifest() if not settings.DEBUG else _read_manifest.__wrapped__()


@cache
def _read_manifest() -> dict[str, Any]:
    path = settings.BUILT / "manifest.json"
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return manifest


def is_built(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Warn (a system check) when the pages would come without their looks."""
    if (settings.BUILT / "manifest.json").exists():
        return []
    return [CheckWarning("The front end has not been built.", hint="npm ci && npm run build", id="ui.W001")]
