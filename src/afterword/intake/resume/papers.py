"""A résumé on paper: the lines of a .docx or a .pdf, numbered as they stand."""

from __future__ import annotations

import io
import logging
import zipfile

from afterword.intake.resume import plain
from afterword.intake.resume.plain import Line
from afterword.terms import Brought, Unread

#: No résumé is longer; a file that is would only keep us busy.
MAX_PAGES, MAX_UNPACKED = 60, 64 * 1024 * 1024

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def parse_docx(data: bytes, name: str) -> Brought:
    """A Word document; its lines are its paragraphs, those inside tables too."""
    text, why = text_of_docx(data)
    if why:
        return _unread(name, why)
    return plain.parse([line for line in _lines(text) if line[1].strip()], name, "resume docx")


def text_of_docx(data: bytes) -> tuple[str, str]:
    """The words of a Word document, a paragraph a line; or "" and why there are none."""
    import docx  # a fifth of a second, and most files are none

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
                return "", "The document would unpack to far more than such a paper ever is."
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            paragraphs = (
                [block]
                if hasattr(block, "text")
                else [one for row in block.rows for cell in row.cells for one in cell.paragraphs]
            )
            for one in paragraphs:
                listed = "list" in (getattr(one.style, "name", "") or "").lower() or _numbered(one)
                for text in one.text.split("\n"):
                    lines.append(f"• {text}" if listed and text.strip() else text)
    except Exception:  # the library raises what its parts raise
        return "", "The document is damaged and cannot be opened."
    return "\n".join(lines), ""


def _lines(text: str) -> list[Line]:
    return list(enumerate(text.split("\n"), start=1))


def _numbered(paragraph: object) -> bool:
    properties = getattr(getattr(paragraph, "_p", None), "pPr", None)
    return getattr(properties, "numPr", None) is not None


def parse_pdf(data: bytes, name: str) -> Brought:
    """A PDF; its lines are those of its pages, one after another. A scanned page has none, and that is said."""
    text, why = text_of_pdf(data)
    return _unread(name, why) if why else plain.parse(plain.numbered(text), name, "resume pdf")


def text_of_pdf(data: bytes) -> tuple[str, str]:
    """The words of a PDF's pages; or "" and why there are none."""
    import pypdf  # as above

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return "", "The PDF is locked with a password."
        pages = [page.extract_text() or "" for page in reader.pages[:MAX_PAGES]]
    except Exception:  # the library raises what its parts raise
        return "", "The PDF is damaged and cannot be opened."
    text = "\n".join(pages)
    if not text.strip():
        return "", ("The pages are pictures: there is no text in this PDF. Paste the text instead.")
    return text, ""


def _unread(name: str, why: str) -> Brought:
    return Brought("resume", name, unread=(Unread(0, why),))
