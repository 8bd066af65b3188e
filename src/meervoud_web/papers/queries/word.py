"""A paper as a Word file that a clerk can edit: its headings, footnotes and page numbers are those of Word."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from meervoud_web.papers.models import Paper
from meervoud_web.papers.queries.chapters import Chapter, Line
from meervoud_web.papers.queries.facts import NOTHING_RECORDED, facts_of, first_sources, standing_of
from meervoud_web.papers.queries.footnotes import Footnotes, Note
from meervoud_web.papers.queries.word_styles import LANGUAGE, OWN, QUIET, look
from meervoud_web.ui.written import printable


def word_file(paper: Paper, chapters: Iterable[Chapter], *, site: str, municipality: str) -> bytes:
    """Write the paper; ``site`` stands before the path of each source."""
    document = Document()
    look(document)
    _properties(document, paper, municipality)
    _margins(document, paper)
    notes = Footnotes(document)
    document.add_heading(printable(paper.subject), level=0)
    for name, value in facts_of(paper, municipality=municipality):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(printable(value))
        paragraph.paragraph_format.space_after = Pt(0)
    for chapter in chapters:
        if chapter.is_printed:
            _chapter(document, chapter, notes, site=site)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _chapter(document: WordDocument, chapter: Chapter, notes: Footnotes, *, site: str) -> None:
    document.add_heading(printable(chapter.title), level=1)
    if chapter.is_empty:
        document.add_paragraph(str(NOTHING_RECORDED))
    for line in chapter.lines:
        if line.redacted:
            document.add_paragraph().add_run(
                printable(_("[Weggelakt: %(reason)s]") % {"reason": line.redacted})
            ).italic = True
        elif line.is_own:
            _own_words(document, line)
        else:
            _sentence(document, line, notes, site=site)


def _sentence(document: WordDocument, line: Line, notes: Footnotes, *, site: str) -> None:
    paragraph = document.add_paragraph(printable(line.text))
    if line.sources:
        shown, more = first_sources(line)
        cited = [Note(printable(f"{one.kind}: {one.title}"), f"{site}{one.address}") for one in shown]
        notes.add(paragraph, [*cited, *([Note(more, f"{site}{shown[0].address}")] if more else [])])


def _own_words(document: WordDocument, line: Line) -> None:
    label = document.add_paragraph(
        printable(_("Eigen tekst van %(author)s:") % {"author": line.author}), style=OWN
    )
    label.runs[0].italic = True
    for part in printable(line.text).splitlines():
        if part.strip():
            document.add_paragraph(part, style=OWN)


def _properties(document: WordDocument, paper: Paper, municipality: str) -> None:
    about = document.core_properties
    about.title = printable(str(paper))[:250]
    about.author = printable(municipality)[:250] or "Meervoud"
    about.subject = printable(paper.challenge.title)[:250]
    about.language = LANGUAGE
    about.comments = ""


def _margins(document: WordDocument, paper: Paper) -> None:
    """On every page: above where the paper stands, below which page it is."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.2)
    above = section.header.paragraphs[0]
    above.text = printable(standing_of(paper))
    above.runs[0].bold = not paper.is_set
    above.runs[0].font.color.rgb = QUIET
    below = section.footer.paragraphs[0]
    below.add_run(_("bladzijde") + " ")
    _field(below, "PAGE")
    below.add_run(" " + _("van") + " ")
    _field(below, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    xml = f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(xml))
