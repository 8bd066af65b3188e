"""Real footnotes in a Word file: python-docx has none, so their part of the file is written here.

The shape is that of ECMA-376, part 1, 17.11: a part ``word/footnotes.xml`` with two separators and a note for each
number, a reference to it in the text, and the separators named in the settings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from meervoud_web.papers.queries.word_styles import ACCENT, new_character_style, new_paragraph_style

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WORDS = nsdecls("w", "r")
EMPTY = f"""<w:footnotes {WORDS}>
  <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
  <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
SEPARATORS = f"""<w:footnotePr {WORDS}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"""


@dataclass(frozen=True)
class Note:
    """One source in a note: what it is called, and where it is."""

    text: str
    address: str


class Footnotes:
    """The footnotes of one document, numbered from 1 as they come."""

    def __init__(self, document: Document) -> None:
        self._count = 0
        package = document.part.package
        self._part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT, parse_xml(EMPTY), package)
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(document)
        self._text, self._reference, self._link = _styles(document)

    def add(self, paragraph: Paragraph, notes: Iterable[Note]) -> None:
        """Put the next number behind a paragraph, and its sources in the note."""
        self._count += 1
        run = paragraph.add_run()
        run.style = self._reference
        reference = _element("footnoteReference")
        reference.set(qn("w:id"), str(self._count))
        run._r.append(reference)
        self._part.element.append(self._note(self._count, list(notes)))

    def _note(self, number: int, notes: list[Note]) -> BaseOxmlElement:
        note = parse_xml(
            f'<w:footnote {WORDS} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._text.style_id}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._reference.style_id}"/></w:rPr><w:footnoteRef/></w:r></w:p>'
            "</w:footnote>"
        )
        paragraph = note[0]
        for place, one in enumerate(notes):
            paragraph.append(_run(f"; {one.text}, " if place else f" {one.text}, "))
            paragraph.append(self._linked(one.address))
        return note

    def _linked(self, address: str) -> BaseOxmlElement:
        link = _element("hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(address, style=self._link.style_id))
        return link


def _styles(document: Document) -> tuple[ParagraphStyle, CharacterStyle, CharacterStyle]:
    text = new_paragraph_style(document, "footnote text")
    reference = new_character_style(document, "footnote reference")
    link = new_character_style(document, "Hyperlink")
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(1)
    reference.font.superscript = True
    link.font.underline = True
    link.font.color.rgb = ACCENT
    return text, reference, link


def _name_separators(document: Document) -> None:
    settings = document.settings.element
    before = settings.find(qn("w:compat"))
    separators = parse_xml(SEPARATORS)
    if before is None:
        settings.append(separators)
    else:
        before.addprevious(separators)


def _run(text: str, *, style: str = "") -> BaseOxmlElement:
    run = parse_xml(f'<w:r {WORDS}><w:t xml:space="preserve"/></w:r>')
    run[0].text = text
    if style:
        properties = parse_xml(f'<w:rPr {WORDS}><w:rStyle w:val="{style}"/></w:rPr>')
        run.insert(0, properties)
    return run


def _element(name: str) -> BaseOxmlElement:
    return parse_xml(f"<w:{name} {WORDS}/>")
