"""The parser that joins them: bytes or words in, one posting with how it was read out, or a reason.

Pages are hostile: nothing in them is run, followed or believed; they are measured, parsed and read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resiliparse.parse.html import HTMLTree

from afterword.intake import harmless
from afterword.intake.lettering import decoded
from afterword.intake.postings import adapter, own_words, saved, structured
from afterword.intake.postings.adapter import MOST_TEXT, remote_by
from afterword.intake.postings.identity import identity
from afterword.intake.postings.labels import labelled, under_the_title
from afterword.terms.watching import Posting

#: No page of one advert is larger; no tree of one is deeper.
LARGEST, DEEPEST = 8 * 1024 * 1024, 3_000
_MARKED = re.compile(r"(?i)<(?:!doctype html|html|body|div|p|h1|script|ul|table|section|main)\b")
#: Tags that stay open until they are closed: those a tower can be built of.
_TOWER = re.compile(r"<(/?)(?:div|span|b|i|u|font|table|ul|ol|section|article|em|strong)\b", re.I)
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})""")
_GONE = re.compile(
    r"(?i)(?:no longer (?:available|accepting|open|active)|(?:position|job|role|vacancy) (?:has been|is) "
    r"(?:filled|closed|expired)|posting (?:has )?expired|nicht mehr (?:verfügbar|aktiv)|bereits besetzt"
    r"|n[’']est plus disponible|ya no está disponible)"
)


@dataclass(frozen=True, slots=True)
class Read:
    """What came of it: a posting and how it was read, or None and why, in words for the user.

    `how` is "json-ld", "microdata", "page" (its own words) or "text".
    """

    posting: Posting | None
    how: str = ""
    why: str = ""


def read_page(data: bytes, *, url: str = "", charset: str = "") -> Read:
    """The advert on this page. `url` is where it came from, "" where nobody knows."""
    if len(data) > LARGEST:
        return Read(None, why="The page is larger than any advert. Paste its text instead.")
    return _page(_letters(data, charset), url)


def read_text(text: str, *, title: str = "", company: str = "", url: str = "") -> Read:
    """The advert in these words, which the user copied. What they say of it themselves goes first."""
    if len(text.encode("utf-8", "replace")) > LARGEST:
        return Read(None, why="This is longer than any advert. Paste only the advert itself.")
    text, url = harmless.words(text.replace("\r\n", "\n").replace("\r", "\n")), harmless.link(url)
    # A line that speaks of <div> is words; a page copied as its source begins with a tag.
    if text.lstrip()[:1] == "<" and _MARKED.search(text[:20_000]):
        found = _page(text, url)
        if found.posting is not None:
            return replace(found, posting=_said(found.posting, title, company))
        text = adapter.plain(text)
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t\u00a0]+", " ", text)).strip()[:MOST_TEXT]
    if len(text) < 80:
        return Read(None, why="That is too short to be an advert. Paste all of it, with its title.")
    said = labelled(text)
    first = _first_line(text)
    title = title or said.title or first
    if first and first == title and not said.company:
        firm, place = under_the_title(text)
        said = replace(said, company=firm, place=said.place or place)
    if not title:
        return Read(None, why="I could not tell the title. Put it in its own field above the text.")
    company = company or said.company
    board, tenant, mark = identity(url, title=title, company=company)
    return Read(
        Posting(
            board=board,
            tenant=tenant,
            id=mark,
            title=title[:300],
            company=company,
            places=(said.place,) if said.place else (),
            remote=remote_by(f"{said.place} {title}"),
            department=said.department,
            contract=said.contract.lower(),
            requisition=said.requisition,
            posted=said.posted,
            closes=said.closes,
            url=url,
            text=text,
            pay=said.pay,
        ),
        "text",
    )


def read_file(data: bytes, name: str = "", *, title: str = "", company: str = "") -> Read:
    """The advert in a file the user kept: a saved page (.html, .mhtml), a .pdf, a .docx, or text."""
    if len(data) > saved.LARGEST:
        return Read(None, why="The file is larger than any saved advert.")
    found = saved.opened(data)
    if found.why:
        return Read(None, why=found.why)
    if found.html:
        read = read_page(found.html, url=found.url, charset=found.charset)
        if read.posting is not None:
            return replace(read, posting=_said(read.posting, title, company))
        return read
    return read_text(found.text, title=title, company=company)


def _page(text: str, url: str) -> Read:
    if _depth(text) > DEEPEST:
        return Read(None, why="The page is built in a way no reader can open. Paste its text.")
    try:
        tree = HTMLTree.parse(text.replace("\0", ""))
    except (ValueError, RuntimeError):
        return Read(None, why="The page is damaged and cannot be read. Paste its text instead.")
    if tree is None or tree.document is None:
        return Read(None, why="There is nothing on this page.")
    url = harmless.link(url) or own_words.address(tree)
    for how, raws in (
        ("json-ld", structured.json_ld(tree)),
        ("microdata", structured.microdata(tree)),
    ):
        found = list(filter(None, (adapter.posting(raw, url) for raw in raws)))
        if not found:
            continue
        own = _own(found, tree)
        if own is None:
            says = f"This page lists {len(found)} adverts. Open the one you mean, and keep that."
            return Read(None, why=says)
        return Read(harmless.advert(_filled(own, tree, url)), how)
    shown = own_words.posting(tree, url)
    if shown is not None:
        return Read(harmless.advert(shown), "page")
    words = " ".join((tree.body.text or "").split())[:5000] if tree.body is not None else ""
    if _GONE.search(words):
        return Read(None, why="The page says that this advert is gone.")
    why = "I could not find an advert on this page. It may need a login: paste the text instead."
    return Read(None, why=why)


def _own(found: list[Posting], tree: HTMLTree) -> Posting | None:
    """The advert the page is about, where it carries several; None where it is a list of them."""
    if len({(one.title, one.places, one.text) for one in found}) == 1:
        return found[0]
    heads = [head.casefold() for head in own_words.headings(tree)]
    named = [one for one in found if any(one.title.casefold() in head for head in heads)]
    return named[0] if len({(one.title, one.places) for one in named}) == 1 else None


def _filled(given: Posting, tree: HTMLTree, url: str) -> Posting:
    """With the page's own text where the JobPosting brought next to none."""
    if len(given.text) >= 200:
        return given
    shown = own_words.posting(tree, url)
    return replace(given, text=shown.text) if shown and len(shown.text) > len(given.text) else given


def _said(given: Posting, title: str, company: str) -> Posting:
    return replace(given, title=title or given.title, company=company or given.company)


def _first_line(text: str) -> str:
    line = next((one.strip(" \t#*•") for one in text.split("\n") if one.strip()), "")
    fits = 3 <= len(line) <= 120 and not line.endswith((".", ":", ";")) and "://" not in line
    return line if fits and len(line.split()) <= 14 else ""


def _letters(data: bytes, charset: str) -> str:
    found = _CHARSET.search(data[:4096])
    for name in (charset, found[1].decode("ascii", "ignore") if found else ""):
        if name and name.lower().replace("-", "") not in ("utf8", "utf16", "utf7"):
            try:
                return data.decode(name, "replace")
            except (LookupError, ValueError):
                continue
    return decoded(data)


def _depth(text: str) -> int:
    """About how deep the tags stand in one another; counted before a parser meets them."""
    depth = most = 0
    for found in _TOWER.finditer(text):
        depth = max(0, depth - 1) if found[1] else depth + 1
        most = max(most, depth)
    return most
