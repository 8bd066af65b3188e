"""Signs that a text says something about somebody who can be found: for a warning, never for a refusal.

Every pattern is bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .first_names import FIRST_NAMES


class Kind(StrEnum):
    """What a text gives away."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    BSN = "bsn"
    IBAN = "iban"
    PLATE = "plate"
    NAME = "name"


@dataclass(frozen=True)
class Found:
    """A piece of a text that may be about somebody."""

    kind: Kind
    start: int
    end: int
    text: str


def find_personal(text: str) -> list[Found]:
    """Return what in a text may lead to somebody, in the order of the text; no two pieces overlap."""
    found: list[Found] = []
    for kind, pattern, holds in _LOOKED_FOR:
        for match in pattern.finditer(text):
            taken = any(match.start() < one.end and one.start < match.end() for one in found)
            if not taken and holds(match):
                found.append(Found(kind, match.start(), match.end(), match.group()))
    found += [one for one in _names(text) if not any(one.start < two.end and two.start < one.end for two in found)]
    return sorted(found, key=lambda one: one.start)


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match.group())


def _is_bsn(match: re.Match[str]) -> bool:
    """Whether nine digits pass the *elfproef*."""
    digits = [int(sign) for sign in _digits(match)]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(map(int.__mul__, digits, weights)) % 11 == 0


def _is_iban(match: re.Match[str]) -> bool:
    """Whether the check digits of an account number are right (ISO 7064, mod 97)."""
    plain = re.sub(r"\s", "", match.group()).upper()
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_postcode(match: re.Match[str]) -> bool:
    """Whether four digits and two letters can be a postcode; a year and a short word cannot."""
    letters = match.group()[-2:]
    joined = len(match.group()) == 6
    return (letters.isupper() or joined) and letters.upper() not in {"SA", "SD", "SS"}


def _always(match: re.Match[str]) -> bool:
    return True


_STREET = (
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|hof|pad|dreef|steeg|plantsoen|markt|wal|baan|burg|hage|erf"
    r"|akker|veld|weide|park|brink)"
)
_AFTER_A_NUMBER = (
    r"(?=\s*(?:$|[.,;:!?()/]|(?:in|te|op|en|is|bij|van|met|waar|staat|woont|wonen|wordt|worden|heeft|hs|ligt|naast)"
    r"\b))"
)
_PLATES = "|".join(
    shape.replace("L", "[A-Z]").replace("9", r"\d")
    for shape in (
        "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L",
        "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
    )
)  # fmt: skip

_LOOKED_FOR: tuple[tuple[Kind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (Kind.EMAIL, re.compile(r"[\w.+-]{1,64}\s?(?:@|[(\[]at[)\]])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"), _always),
    (
        Kind.IBAN,
        re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b", re.IGNORECASE),
        _is_iban,
    ),
    (
        Kind.PHONE,
        re.compile(r"(?<![\d.])\(?(?:\+31|0031|0(?=[1-9(]|\d))\)?[\s\-.()]{0,3}[1-9](?:[\s\-.()]{0,3}\d){7,8}(?!\d)"),
        lambda match: len(re.sub(r"^(?:0031|31|0)", "", _digits(match))) == 9,
    ),
    (Kind.BSN, re.compile(r"(?<![\d.])\d(?:[.\s]?\d){8}(?![\d])"), _is_bsn),
    (Kind.PLATE, re.compile(rf"\b(?:{_PLATES})\b", re.IGNORECASE), _always),
    (Kind.ADDRESS, re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b"), _is_postcode),
    (
        Kind.ADDRESS,
        re.compile(
            rf"\b[\w'’-]{{2,40}}{_STREET}\s(?:nummer\s|nr\.?\s)?\d{{1,5}}(?:\s?[a-z]|-\d{{1,3}})?{_AFTER_A_NUMBER}",
            re.IGNORECASE,
        ),
        _always,
    ),
)  # fmt: skip

_BETWEEN = r"(?:(?:van|de|der|den|ten|ter|te|el|al|ben|bin|op|in|'t|’t|het|la|le|von)\s){0,3}"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{1,30}"
_TITLE = re.compile(
    r"\b(?i:meneer|mevrouw|mevr\.?|mw\.?|dhr\.?|de\sheer|dokter|dr\.|juf|juffrouw|meester|pastoor|dominee|imam"
    r"|wethouder|burgemeester|zuster|agent)\s" + _BETWEEN + _CAPITAL + rf"(?:\s{_CAPITAL})?",
)
_RELATION = re.compile(
    r"\b(?i:buurman|buurvrouw|buurmeisje|buurjongen|huisarts|wijkverpleegkundige|wijkagent|moeder|vader|dochter|zoon"
    r"|broer|zus|oma|opa|tante|oom|vriendin|vriend|collega|vrouw|man)\s"
    rf"{_BETWEEN}(?P<name>{_CAPITAL}(?:\s{_BETWEEN}{_CAPITAL})?)"
)
_FIRST = "|".join(name.capitalize() for name in sorted(FIRST_NAMES, key=lambda name: (-len(name), name)))
_FULL = re.compile(rf"\b(?:{_FIRST})\s(?:[A-Z]\.\s?)?{_BETWEEN}{_CAPITAL}")
_ALONE = re.compile(rf"\b(?:{_FIRST})\b")
_NO_PEOPLE = frozenset({"Albert Heijn", "Maria Hemelvaart", "Johan Cruijff", "Anne Frank"})


def _names(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for pattern in (_TITLE, _RELATION, _FULL, _ALONE):
        for match in pattern.finditer(text):
            start, end = match.span("name") if pattern is _RELATION else match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if text[start:end] not in _NO_PEOPLE:
                yield Found(Kind.NAME, start, end, text[start:end])
