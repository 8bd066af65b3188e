"""Files to upload: good ones, and ones made to hurt."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterable, Mapping

import openpyxl

GOOD_CSV = b"participant,statement,vote\n" + b"".join(
    b"%d,%d,%d\n" % (who, what, (1, -1)[(who + what) % 2]) for who in range(12) for what in range(8)
)
GOOD_ROWS: list[tuple[object, ...]] = [
    ("participant", "statement", "vote"),
    *((who, what, (1, -1)[(who + what) % 2]) for who in range(12) for what in range(8)),
]
COMMENTS = b'comment-id,agrees,disagrees,moderated,comment-body\n0,2,0,1,"Meer bankjes"\n1,0,2,1,Minder auto\n'
VOTES = b"timestamp,comment-id,voter-id,vote\n1,0,a,1\n2,0,b,1\n3,1,a,-1\n4,1,b,-1\n"

FLIPPED = b"timestamp,comment-id,voter-id,vote\n1,0,a,-1\n2,0,b,-1\n3,1,a,1\n4,1,b,1\n"


def zipped(files: Mapping[str, bytes], *, folder: str = "") -> bytes:
    """Pack files, all of them in one folder if it is given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{folder}{name}", content)
    return packed.getvalue()


def polis_zip(*, folder: str = "") -> bytes:
    return zipped({"votes.csv": VOTES, "comments.csv": COMMENTS}, folder=folder)


def bomb() -> bytes:
    """Sixty megabytes of nothing in sixty kilobytes."""
    return zipped({"votes.csv": VOTES + b"0" * 60_000_000})


def lying_bomb() -> bytes:
    """A bomb that says it is small."""
    packed = bytearray(zipped({"votes.csv": b"0" * 150_000_000}))
    central = packed.rindex(b"PK\x01\x02")
    packed[central + 24 : central + 28] = struct.pack("<I", 1000)
    return bytes(packed)


def with_link() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("votes.csv")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return packed.getvalue()


def with_twins() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/votes.csv", VOTES)
        archive.writestr("b/votes.csv", VOTES)
    return packed.getvalue()


def encrypted() -> bytes:
    packed = bytearray(polis_zip())
    packed[6] |= 1
    for place in range(len(packed) - 4):
        if packed[place : place + 4] == b"PK\x01\x02":
            packed[place + 8] |= 1
    return bytes(packed)


def with_null_in_name() -> bytes:
    return polis_zip().replace(b"comments.csv", b"comments\x00csv")


def broken() -> bytes:
    packed = bytearray(polis_zip())
    packed[40:50] = b"\xff" * 10
    return bytes(packed)


def workbook(rows: Iterable[tuple[object, ...]]) -> bytes:
    """An Excel file with these rows on its first sheet, and something else on its second."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(list(row))
    book.create_sheet("ander").append(["geheim"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def laughing_workbook() -> bytes:
    """A workbook whose sheet grows to a billion laughs when it is read."""
    laughs = "".join(f'<!ENTITY l{one} "&l{one - 1};&l{one - 1};">' for one in range(1, 30))
    sheet = (
        f'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY l0 "ha">{laughs}]>'
        "<worksheet><sheetData><row><c><v>&l29;</v></c></row></sheetData></worksheet>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(GOOD_ROWS))) as good, zipfile.ZipFile(packed, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, sheet if name.endswith("sheet1.xml") else good.read(name))
    return packed.getvalue()
