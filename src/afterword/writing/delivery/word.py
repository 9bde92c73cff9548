"""The same letter as a .docx, for whoever wants to go on working on it: the address in the same window."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from afterword.errors import UserError
from afterword.writing.delivery.paper import Letter, dateline, heading, parts, return_line
from afterword.writing.delivery.sheets import Box, Sheet

#: Word measures in twentieths of a point.
_TWIPS = 1440 / 25.4
#: A pitch of lines under which a font of 10.5 pt still stands clear.
_POINTS = 72 / 25.4


def as_docx(letter: Letter, sheet: Sheet, *, at: datetime) -> bytes:
    """The letter as a Word file (OOXML). Raises `UserError` where python-docx is not installed."""
    try:
        import docx
        from docx.shared import Mm, Pt
    except ImportError as missing:
        raise UserError(
            "Making a .docx needs the package python-docx, which is not installed here. The PDF "
            "and the plain words work all the same."
        ) from missing
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(sheet.width), Mm(sheet.height)
    page.left_margin, page.right_margin = Mm(sheet.left), Mm(sheet.right)
    page.top_margin, page.bottom_margin = Mm(20), Mm(22)
    base = made.styles["Normal"]
    base.font.name, base.font.size = "Georgia", Pt(11)
    base.paragraph_format.space_after = Pt(0)
    us = sheet.key == "us"
    _boxed(made, sheet.head, _head(letter, us=us), 10)
    if sheet.note:
        _boxed(made, sheet.note, [return_line(letter)], 7)
    _boxed(made, sheet.address, list(letter.to), 10.5, pitch=sheet.line)
    first = made.add_paragraph(dateline(letter, us=True) if us else "")
    # Word keeps the space above a paragraph only where something stands over it: an empty line does.
    made.paragraphs[0].insert_paragraph_before("").paragraph_format.line_spacing = Pt(1)
    first.paragraph_format.space_before = Pt((sheet.body - 20) * _POINTS)
    if heading(letter.subject):
        line = made.add_paragraph()
        line.add_run(_clean(heading(letter.subject))).bold = True
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(11)
    _words(made, letter, Pt, Mm)
    about = made.core_properties
    about.title, about.author = _clean(heading(letter.subject))[:255], _clean(letter.name)[:255]
    about.language, about.comments = letter.language[:2] or "en", ""
    about.created = about.modified = at.replace(tzinfo=None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _head(letter: Letter, *, us: bool) -> list[str]:
    lines = [letter.name, *letter.address, *letter.contact]
    return [*lines] if us else [*lines, "", dateline(letter, us=False)]


def _words(made: Any, letter: Letter, Pt: Any, Mm: Any) -> None:
    paragraphs, closing, name = parts(letter.words)
    for lines in paragraphs:
        _lines(made, lines).paragraph_format.space_after = Pt(11)
    if closing:
        _lines(made, closing).paragraph_format.keep_with_next = True
    if letter.signature is not None:
        mark = made.add_paragraph()
        mark.paragraph_format.keep_with_next = True
        mark.add_run().add_picture(io.BytesIO(letter.signature.data), height=Mm(14))
    elif name:
        made.add_paragraph().paragraph_format.space_after = Pt(24)
    if name:
        made.add_paragraph(_clean(name))


def _lines(made: Any, lines: list[str]) -> Any:
    paragraph = made.add_paragraph()
    for i, line in enumerate(lines):
        run = paragraph.add_run(_clean(line))
        if i < len(lines) - 1:
            run.add_break()
    return paragraph


def _boxed(made: Any, box: Box, lines: list[str], size: float, *, pitch: float = 0) -> None:
    """Lines in a frame that stands at a place of the sheet, whatever comes before it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for line in lines:
        paragraph = made.add_paragraph()
        paragraph.add_run(_clean(line)).font.size = Pt(size)
        if pitch:
            paragraph.paragraph_format.line_spacing = Pt(pitch * _POINTS)
        frame = OxmlElement("w:framePr")
        sizes = {"w": box.width, "h": box.height, "x": box.x, "y": box.y}
        marks = {name: str(round(value * _TWIPS)) for name, value in sizes.items()}
        marks |= {"hRule": "exact", "hSpace": "0", "wrap": "around"}
        marks |= {"vAnchor": "page", "hAnchor": "page"}
        for name, mark in marks.items():
            frame.set(qn(f"w:{name}"), mark)
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(frame, "w:widowControl", "w:numPr", "w:spacing", "w:ind",
                                         "w:jc", "w:rPr")  # fmt: skip


def _clean(text: str) -> str:
    """Without the signs XML cannot hold; a hostile name must not break the file."""
    return "".join(c for c in text if c in "\t" or c.isprintable() or ord(c) > 0xFFFF)
