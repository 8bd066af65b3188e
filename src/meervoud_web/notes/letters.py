"""A mail as a note: who sent it, and its words as plain text. Mail is hostile until it is read.

Nothing of a mail is opened, fetched or shown as it is. What cannot be read is refused with a reason; attachments
that are not plain text are left out, and the note says so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meervoud_web.notes.plain import plain_text_of_html
from meervoud_web.ui.written import UNSEEN

LARGEST = 5_000_000
MOST_PARTS = 100
MOST_TEXT = 200_000
LONGEST_HEADER = 5_000
"""Reading addresses takes the square of their length."""
FORWARDED = re.compile(r"^\s*((fwd?|doorst|doorgestuurd|re|antw|aw|wg)\s*:\s*)+", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)
NOT_FOR_TEXT = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
"""Encodings that Python knows and no mail is written in; the first two take very long over a large text."""
UNREADABLE = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the package raises on mails that no mail program writes."""


class RefusedMailError(Exception):
    """A mail that becomes no note; says why, in the words of whoever sent it."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What of a mail is kept: the sender's address, the words, and the addresses that it was sent to."""

    sender: str
    subject: str
    text: str
    sent_to: tuple[str, ...]
    message_id: str


def read_letter(raw: bytes) -> Letter:
    """Read one mail; ``RefusedMailError`` says why it cannot become a note."""
    if len(raw) > LARGEST:
        raise RefusedMailError(_("De mail is te groot. Stuur alleen de tekst, zonder grote bijlagen."))
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        _refuse_what_nobody_wrote(message)
        return Letter(
            sender=_sender(message),
            subject=FORWARDED.sub("", _header(message, "Subject")),
            text=_words(message),
            sent_to=tuple(_addresses(message, "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")),
            message_id=_header(message, "Message-ID"),
        )
    except UNREADABLE as error:
        raise RefusedMailError(_("De mail is niet te lezen. Stuur die opnieuw, als gewone tekst.")) from error


def _refuse_what_nobody_wrote(message: Message) -> None:
    automatic = _header(message, "Auto-Submitted").casefold() not in ("", "no")
    if automatic or message.get("List-Id") is not None or _header(message, "Return-Path") == "<>":
        raise RefusedMailError(_("Dit is een automatisch bericht. Daarvan wordt geen notitie gemaakt."))
    # The uppermost is of our own mail server; what a sender writes there stands below it.
    if re.search(r"\bdmarc\s*=\s*fail\b", _header(message, "Authentication-Results"), re.IGNORECASE):
        raise RefusedMailError(_("Het is niet zeker dat de mail van deze afzender komt."))


def _sender(message: Message) -> str:
    found = list(_addresses(message, "From"))
    if len(message.get_all("From", [])) != 1 or len(found) != 1:
        raise RefusedMailError(_("De mail heeft niet één afzender."))
    return found[0]


def _addresses(message: Message, *names: str) -> Iterator[str]:
    values = [str(value)[:LONGEST_HEADER] for name in names for value in message.get_all(name, [])]
    for _name, address in getaddresses(values):
        if "@" in address:
            yield address.strip().lower()


def _header(message: Message, name: str) -> str:
    """A header as one line, whatever it was written in."""
    value = str(message.get(name, ""))[:LONGEST_HEADER]
    try:
        parts = decode_header(value)
    except HeaderParseError:
        parts = [(value, None)]
    words = "".join(part if isinstance(part, str) else _decoded(part, charset) for part, charset in parts)
    return " ".join(UNSEEN.sub("", words.replace("\0", "")).split())


def _words(message: Message) -> str:
    """The plain text of a mail; where there is none, the text of its HTML; then what was attached to it."""
    plain: list[str] = []
    html: list[str] = []
    attached: list[tuple[str, str]] = []
    left_out: list[str] = []
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise RefusedMailError(_("De mail heeft te veel onderdelen."))
        if part.is_multipart():
            continue
        kind, name = part.get_content_type(), _file_name(part)
        if kind == "text/plain" and name:
            attached.append((name, _text(part)))
        elif kind == "text/plain":
            plain.append(SIGNATURE.sub("", _text(part)))
        elif kind == "text/html" and not name:
            html.append(plain_text_of_html(_text(part)))
        elif name or part.get_content_maintype() != "text":
            left_out.append(name or kind)
    said = "\n\n".join(plain if any(text.strip() for text in plain) else html).strip()
    said += "".join(f"\n\n{name}:\n{text.strip()}" for name, text in attached)
    if not said.strip():
        raise RefusedMailError(_("In de mail staat geen tekst."))
    return _without_gaps(said) + _what_is_left_out(left_out)


def _what_is_left_out(names: list[str]) -> str:
    if not names:
        return ""
    said = ngettext(
        "[Eén bijlage is niet bewaard, want het is geen platte tekst: %(names)s]",
        "[%(number)d bijlagen zijn niet bewaard, want het is geen platte tekst: %(names)s]",
        len(names),
    )
    return "\n\n" + said % {"number": len(names), "names": ", ".join(names)[:300]}


def _file_name(part: Message) -> str:
    """What an attachment is called; empty for a part of the mail itself."""
    name = part.get_filename("")
    is_attached = part.get_content_disposition() == "attachment"
    return " ".join(UNSEEN.sub("", str(name).replace("\0", "")).split())[:80] or (
        _("bijlage") if is_attached else ""
    )


def _text(part: Message) -> str:
    body = part.get_payload(decode=True)
    return _decoded(body, part.get_content_charset())[:MOST_TEXT] if isinstance(body, bytes) else ""


def _decoded(body: bytes, charset: str | None) -> str:
    """Bytes as text: in what they say they are written in, else in what they turn out to be."""
    for name in (charset, "utf-8"):
        try:
            if name is not None and codecs.lookup(name).name not in NOT_FOR_TEXT:
                return body.decode(name)
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", errors="replace")


def _without_gaps(text: str) -> str:
    bare = UNSEEN.sub("", text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n"))
    bare = "".join(sign for sign in bare if not "\ud800" <= sign <= "\udfff")
    return re.sub(r"[^\S\n]*\n(?:[^\S\n]*\n){2,}", "\n\n", bare).strip()
