"""For who gets a dossier: whether it is as it was written, and whether its analyses come out again."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from meervoud.dossier import manifest
from meervoud.dossier.manifest import MANIFEST, Contents
from meervoud.dossier.reading import Archive, opened
from meervoud.dossier.recomputing import Again, again
from meervoud.errors import MethodError

LARGEST_MANIFEST = 16 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Verification:
    """What was found: the names of files that are not as the manifest says, and what became of each analysis."""

    contents: Contents
    manifest_sha256: str
    altered: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    analyses: tuple[Again, ...]

    @property
    def holds(self) -> bool:
        """Whether every file is as it was written and every analysis comes out again."""
        return not (self.altered or self.missing or self.extra) and all(one.holds for one in self.analyses)


def verify(path: str | os.PathLike[str], *, progress: Callable[[str], None] | None = None) -> Verification:
    """Compare every file with the manifest, and compute every analysis again from the files inside.

    Parameters
    ----------
    path
        A dossier, as ``meervoud dossier export`` and the website make it.
    progress
        Called with the name of each analysis before it is computed.

    Raises
    ------
    MethodError
        When it is no dossier, or a zip that would do harm.

    Notes
    -----
    This finds what changed by accident, and by whoever forgot to change the manifest along. Whoever writes a
    whole new manifest is found out by its SHA-256, when you have that from elsewhere.
    """
    say = progress or (lambda name: None)
    with opened(path) as archive:
        if MANIFEST not in archive.names:
            raise MethodError(
                "this zip is no dossier: it has no manifest", code="bad-dossier", file=archive.file_name
            )
        listed = archive.read(MANIFEST, most=LARGEST_MANIFEST)
        contents = manifest.from_bytes(listed)
        analyses = []
        for one in contents.analyses:
            say(one.name)
            analyses.append(again(archive, one))
        there, named = archive.names - {MANIFEST}, contents.sha256.keys()
        return Verification(
            contents=contents,
            manifest_sha256=manifest.digest(listed),
            altered=_altered(archive, contents, there),
            missing=tuple(sorted(named - there)),
            extra=tuple(sorted(there - named)),
            analyses=tuple(analyses),
        )


def _altered(archive: Archive, contents: Contents, there: frozenset[str]) -> tuple[str, ...]:
    known = sorted(there & contents.sha256.keys())
    return tuple(name for name in known if archive.sha256(name) != contents.sha256[name])
