"""How a Word file of ours looks: a few styles, which Word shows in its list and a clerk can change."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

LANGUAGE = "nl-NL"
LETTERS = "Calibri"
INK, QUIET, ACCENT = RGBColor(0x1C, 0x26, 0x30), RGBColor(0x54, 0x60, 0x6B), RGBColor(0x0F, 0x5B, 0x66)
OWN = "Eigen tekst"
"""The style of what somebody wrote themselves."""
OF_THE_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def look(document: Document) -> None:
    """Set letters, sizes and language, and make the style for own words."""
    normal = paragraph_style(document, "Normal")
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(5)
    for name, size, color in (("Title", 22, INK), ("Heading 1", 14, ACCENT)):
        style = paragraph_style(document, name)
        style.font.size, style.font.color.rgb = Pt(size), color
    for name in ("Normal", "Title", "Heading 1"):
        _write_in(paragraph_style(document, name), LETTERS)
    own = new_paragraph_style(document, OWN)
    own.paragraph_format.left_indent = Cm(0.8)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _write_in(style: ParagraphStyle, letters: str) -> None:
    """Choose letters; those of the template's theme would win, so they go."""
    style.font.name = letters
    for fonts in style.element.iter(qn("w:rFonts")):
        for part in OF_THE_THEME:
            fonts.attrib.pop(qn(f"w:{part}"), None)


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """A style of the template."""
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


def new_paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """A style of ours, which follows the normal one."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return paragraph_style(document, style.name or name)


def new_character_style(document: Document, name: str) -> CharacterStyle:
    """A style of ours for part of a paragraph."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    if not isinstance(style, CharacterStyle):
        raise TypeError(name)
    return style
