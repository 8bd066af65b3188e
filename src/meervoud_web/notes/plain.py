"""The words of an HTML mail, and nothing that acts, hides or calls home.

Not with ``html.parser``: over a mail full of half-open tags it takes the square of its length. This reads once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)?[^<>]*>")
UNREAD = frozenset({"script", "style", "head", "title", "template", "object", "svg", "noscript"})
NEW_LINE = frozenset(
    {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "hr"}
)


def plain_text_of_html(html: str) -> str:
    """What one reads of an HTML text, a line for each block."""
    text = unescape("".join(_words(_without_comments(html))))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return first + "".join(one.partition("-->")[2] for one in others)


def _words(html: str) -> Iterator[str]:
    """The text between the tags; what stands in a script or a style is passed by until that closes."""
    read, passing = 0, ""
    for tag in TAG.finditer(html):
        closes, name = tag[1] == "/", (tag[2] or "").lower()
        if not passing:
            yield re.sub(r"\s+", " ", html[read : tag.start()])
            passing = name if name in UNREAD and not closes else ""
        elif closes and name == passing:
            passing = ""
        if name in NEW_LINE:
            yield "\n"
        read = tag.end()
    if not passing:
        yield re.sub(r"\s+", " ", html[read:])
