"""A zip that somebody made to do harm is refused in one clear line, and nothing of it is unpacked."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meervoud import dossier
from meervoud.__main__ import main
from meervoud.dossier import names, reading
from meervoud.errors import MethodError

NAMES = ("../x", "/etc/x", "a/../../x", "a//x", "C:\\x", "a\\x", "x\ny", "x\x1b[2J", "a/./x", "x" * 300, "\u202ex")


def packed(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return content.getvalue()


def with_members(*members: zipfile.ZipInfo) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for one in members:
            archive.writestr(one, b"x")
    return content.getvalue()


def a_link() -> bytes:
    link = zipfile.ZipInfo("x")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return with_members(link)


def two_of_a_name() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return with_members(zipfile.ZipInfo("x"), zipfile.ZipInfo("x"))


def claims(*, count: int = 1, length: int = 50) -> bytes:
    """A zip whose last record claims a list of files of some length."""
    plain = packed(x=b"x")
    at = plain.rindex(b"PK\x05\x06")
    return plain[: at + 10] + struct.pack("<HI", count, length) + plain[at + 16 :]


def a_bomb() -> bytes:
    """Says of a small file that it is large, as a bomb does before it goes off."""
    plain = bytearray(packed(x=b"x" * 10))
    at = plain.rindex(b"PK\x01\x02")
    plain[at + 24 : at + 28] = struct.pack("<I", 2**31)
    return bytes(plain)


def locked() -> bytes:
    plain = bytearray(packed(x=b"x" * 10))
    at = plain.rindex(b"PK\x01\x02")
    plain[at + 8] |= 1
    return bytes(plain)


def large_format() -> bytes:
    plain = packed(x=b"x")
    at = plain.rindex(b"PK\x05\x06")
    return plain[:at] + b"PK\x06\x07" + bytes(16) + plain[at:]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "no zip": lambda: b"<html>",
    "nothing at all": lambda: b"",
    "half a zip": lambda: packed(x=b"x" * 500)[:-30],
    "a zip of something else": lambda: packed(x=b"x"),
    "a link": a_link,
    "two files of one name": two_of_a_name,
    "more files than it can have": lambda: claims(count=60_000),
    "a list of files that fills the memory": lambda: claims(length=2**31),
    "a zip of the large kind": large_format,
    "a bomb": a_bomb,
    "a locked file": locked,
    "a manifest of nothing": lambda: packed(**{"manifest.json": b"[]"}),
    "a manifest that is no JSON": lambda: packed(**{"manifest.json": b"\xff{"}),
    "a manifest that goes too deep": lambda: packed(**{"manifest.json": b"[" * 100_000}),
    "a manifest of another product": lambda: packed(**{"manifest.json": b'{"product": "x", "kind": "dossier"}'}),
    "a manifest of tomorrow": lambda: packed(
        **{"manifest.json": json.dumps({"product": "meervoud", "kind": "dossier", "format": 99}).encode()}
    ),
}


def same_analysis_twice() -> bytes:
    one = {"name": "x", "record": "x.json", "given": "x", "withheld": "", "is_whole": True}
    plain = {"product": "meervoud", "kind": "dossier", "format": 1, "made_with": "1", "title": "x", "files": []}
    return packed(**{"manifest.json": json.dumps({**plain, "audience": "x", "analyses": [one, one]}).encode()})


HOSTILE["one analysis many times"] = same_analysis_twice


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_in_one_line(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "dossier.zip"
    target.write_bytes(HOSTILE[kind]())
    assert main(["dossier", "verify", str(target)]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.startswith("meervoud: ")
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there_is_refused_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "verify", str(tmp_path / "x.zip")]) == 2
    assert capsys.readouterr().err == "meervoud: x.zip: cannot read it: No such file or directory\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_elsewhere_is_neither_read_nor_written(name: str, tmp_path: Path) -> None:
    target = tmp_path / "dossier.zip"
    target.write_bytes(with_members(zipfile.ZipInfo(name)))
    with pytest.raises(MethodError, match="leads outside"), reading.opened(target):
        pass
    with pytest.raises(MethodError), (tmp_path / "y.zip").open("wb") as file:
        dossier.write(file, title="x", audience="everyone", files={name: b""})


@given(st.text(max_size=30))
def test_a_name_that_is_let_through_stays_inside_whatever_it_is(name: str) -> None:
    if names.stays_inside(name):
        inside = Path("/safe")
        assert (inside / name).resolve().is_relative_to(inside)
        assert ".." not in Path(name).parts


@given(st.binary(max_size=400), st.integers(0, 300))
def test_any_bytes_at_all_are_refused_or_read_and_never_crash(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    target = tmp_path_factory.getbasetemp() / "noise.zip"
    whole = packed(**{"manifest.json": b"{}", "tables/x.csv": b"x"})
    target.write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    with pytest.raises(MethodError):
        dossier.verify(target)
