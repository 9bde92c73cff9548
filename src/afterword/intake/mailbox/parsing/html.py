"""HTML mail as the plain text a person would have seen.

resiliparse does the work (right inline text, tables, lists); what no reader
saw, the hidden preheader, is skipped. Where it fails, html.parser does a
plainer job. Links keep their words and lose their address.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

MAX_HTML = 2_000_000

#: Inline styles under which nothing is seen. `font-size:0` and `mso-hide` are not
#: here: templates put them around text that is seen.
_UNSEEN = (
    '[style*="display:none"]',
    '[style*="display: none"]',
    '[style*="visibility:hidden"]',
    '[style*="visibility: hidden"]',
    '[style*="max-height:0"]',
    '[style*="max-height: 0"]',
    '[style*="opacity:0;"]',
    "[hidden]",
)
_HINTS = ("display", "visibility", "max-height", "opacity", "hidden")
_CLASS_UNSEEN = re.compile(
    r"(?i)\.((?:pre-?header|preview-?text|preheader-?text)[\w-]{0,20})[^{}]{0,200}\{[^{}]{0,500}display\s*:\s*none"
)
#: Invisible characters that mailers pad the preview line with.
_PADDING = re.compile("[\u034f\u00ad\u200b\u2060\ufeff]+")
_JOINERS = re.compile("(?:[\u200c\u200d][ \u00a0]*){2,}")
_SPACES = re.compile("[ \u00a0\u2007\u202f]{2,}|[\u00a0\u2007\u202f]")
_GAPS = re.compile(r"\n{3,}")


def text_of(html: str) -> str:
    """The visible text: block tags on lines of their own, table cells side by side."""
    html = html[:MAX_HTML]
    try:
        from resiliparse.extract.html2text import extract_plain_text

        unseen = _unseen(html)
        text = extract_plain_text(html, skip_elements=unseen) if unseen else ""
        if not text.strip():
            text = extract_plain_text(html)
    except Exception:  # not installed, or a page its parser refuses
        text = plainly(html)
    return tidy(text)


def _unseen(html: str) -> list[str]:
    low = html.lower()
    if not any(hint in low for hint in _HINTS):
        return []
    classes = [f".{name}" for name in dict.fromkeys(_CLASS_UNSEEN.findall(html[:100_000]))]
    return [*_UNSEEN, *classes[:5]]


def tidy(text: str) -> str:
    """Text without padding characters, trailing spaces and gaps of several lines."""
    if not text.isascii():
        text = _JOINERS.sub(" ", _PADDING.sub("", text))
        text = _SPACES.sub(" ", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Line by line: a pattern that looks for the spaces before a line's end takes hours over a
    # million spaces that no line's end follows.
    lines = (line.strip(" \t") for line in text.replace("\t\t", "\t").split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def plainly(html: str) -> str:
    """The same by the standard library alone, for when resiliparse cannot."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        return "".join(reader.out) or re.sub(r"<[^<>]{0,2000}>", " ", html)
    return "".join(reader.out)


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"])
_SILENT = frozenset(["script", "style", "head", "title", "template", "noscript", "svg"])
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_HIDDEN = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|opacity\s*:\s*0\s*(?:;|$)"
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._silent: list[str] = []
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.append(tag)
            return
        style = dict(attrs)
        hidden = "hidden" in style or _HIDDEN.search(style.get("style") or "")
        if tag not in _VOID and (tag in _SILENT or hidden):
            self._silent = [tag]
        elif tag == "br":
            self.out.append("\n")
        elif tag == "img" and style.get("alt") and not hidden:
            self.out.append(f" {style['alt']} ")
        elif tag in ("td", "th"):
            if self.out and not self.out[-1].endswith("\n"):
                self.out.append("\t")
        elif tag in _BLOCKS:
            self._break(tag)
            self._pre += tag == "pre"
            if tag == "li":
                self.out.append("• ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.pop()
        elif tag in _BLOCKS:
            self._break(tag)
            self._pre -= tag == "pre" and self._pre > 0

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._pre:
            data = re.sub(r"[ \t\r\n\f]+", " ", data)
            if not data.strip(" ") and (not self.out or self.out[-1][-1:] in "\n\t "):
                return
        self.out.append(data)

    def _break(self, tag: str) -> None:
        if self.out and self.out[-1] != "\n\n":
            gap = "\n\n" if tag in _PARAGRAPHS else "\n"
            if not self.out[-1].endswith("\n") or gap == "\n\n":
                self.out.append(gap)
