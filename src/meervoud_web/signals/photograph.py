"""A photo made anew: only what the eye sees is left, in one form and of a modest size.

What is kept is drawn again from the pixels. So whatever stood beside them is gone: where and when it was taken,
with which camera, whose it is, a thumbnail of what was cut away, and anything hidden for a program to run.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from PIL import Image, ImageFile, ImageOps

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
"""More than the camera of a phone takes. Asked of the header, before anything is unpacked."""
MOST_PIXELS_UNPACKED = 20_000_000
"""The same for forms that cannot be read at a smaller size: unpacked, this is 60 to 80 MB."""
LONGEST_SIDE = 1600
MOST_KEPT = 900_000
QUALITIES = (82, 65, 45, 25)
FORMS = ("JPEG", "PNG", "WEBP")
_reading = Lock()


class PhotoRefusedError(Exception):
    """What was sent is no photo that we take; ``code`` says why: too-large, no-photo, too-many-pixels."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Photograph:
    """A JPEG that we made ourselves."""

    data: bytes
    width: int
    height: int


def made_anew(data: bytes) -> Photograph:
    """Read a JPEG, PNG or WebP and draw it again, upright and at most 1600 pixels long."""
    if len(data) > MOST_BYTES:
        raise PhotoRefusedError("too-large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with _whole_ones_only(), Image.open(BytesIO(data), formats=FORMS) as opened:
                return _drawn(opened)
    except PhotoRefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoRefusedError("too-many-pixels") from error
    # What comes in is anybody's: a reader of pictures that stumbles is a picture that is refused.
    except Exception as error:
        raise PhotoRefusedError("no-photo") from error


@contextmanager
def _whole_ones_only() -> Iterator[None]:
    """Refuse a picture that broke off, also where a maker of PDFs told Pillow to take such ones."""
    with _reading:
        before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _drawn(opened: Image.Image) -> Photograph:
    is_jpeg = opened.format in ("JPEG", "MPO")
    if opened.width * opened.height > (MOST_PIXELS if is_jpeg else MOST_PIXELS_UNPACKED):
        raise PhotoRefusedError("too-many-pixels")
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is unpacked no larger than needed
    opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = _upright(opened).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    return Photograph(data=_packed(paper), width=paper.width, height=paper.height)


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as it was seen; what stands beside it may be broken while the picture is not."""
    try:
        return ImageOps.exif_transpose(picture)
    except (SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return picture


def _packed(picture: Image.Image) -> bytes:
    packed = b""
    for quality in QUALITIES:
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality, optimize=True)
        packed = file.getvalue()
        if len(packed) <= MOST_KEPT:
            break
    return packed
