"""The dossier: a zip of open data that says what is in it, and whose analyses anybody can compute again.

:func:`write` makes one, with the same bytes for the same contents; :func:`verify` looks at one that somebody gave
you: was a file altered, and do the votes inside still give the results inside? See ``docs/developers/dossier.md``.
"""

from meervoud.dossier.comparing import CLOSE, difference
from meervoud.dossier.manifest import MANIFEST, Contents, Enclosed
from meervoud.dossier.recomputing import Again, Agreement
from meervoud.dossier.verifying import Verification, verify
from meervoud.dossier.writing import write

__all__ = [
    "CLOSE",
    "MANIFEST",
    "Again",
    "Agreement",
    "Contents",
    "Enclosed",
    "Verification",
    "difference",
    "verify",
    "write",
]
