"""A page that carries no JobPosting: its own title, firm, place and text, where a reader finds them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resiliparse.parse.html import HTMLTree

from afterword.intake.mailbox.parsing.html import text_of
from afterword.intake.postings.adapter import MOST_TEXT, remote_by
from afterword.intake.postings.identity import identity
from afterword.intake.postings.labels import labelled, looks_like_advert
from afterword.intake.postings.structured import Node, first
from afterword.terms.watching import Posting


@dataclass(frozen=True, slots=True)
class Site:
    """Where one kind of page keeps its fields, as CSS selectors; the first that finds words wins."""

    board: str
    title: str = "h1"
    company: str = ""
    place: str = ""
    contract: str = ""
    text: str = ""


#: Seen in saved pages of these sites (2026); the last one is any page.
SITES = (
    Site(
        "linkedin",
        title=".top-card-layout__title, .topcard__title, h1",
        company=".topcard__org-name-link, .topcard__flavor",
        place=".topcard__flavor--bullet",
        contract=".description__job-criteria-item:nth-of-type(2) .description__job-criteria-text",
        text=".show-more-less-html__markup, .description__text",
    ),
    Site(
        "seek",
        title='[data-automation="job-detail-title"]',
        company='[data-automation="advertiser-name"]',
        place='[data-automation="job-detail-location"]',
        contract='[data-automation="job-detail-work-type"]',
        text='[data-automation="jobAdDetails"]',
    ),
    Site(
        "indeed",
        title='[data-testid="jobsearch-JobInfoHeader-title"], h1',
        company='[data-testid="inlineHeader-companyName"]',
        place='[data-testid="inlineHeader-companyLocation"], [data-testid="job-location"]',
        text="#jobDescriptionText",
    ),
    Site(
        "",
        title="main h1, article h1, h1, h2",
        company='[class*="company-name"], [class*="companyName"], [class*="employer"]',
        place='[class*="job-location"], [class*="jobLocation"], [class*="location"]',
        text='[class*="job-description"], [class*="jobDescription"], [id*="job-description"], '
        '[id*="jobDescription"], main, article, [role="main"], body',
    ),
)
#: What stands round an advert and is none of it.
_ROUND = ("nav", "header", "footer", "form", "script", "style", "noscript", "dialog", "template",
          "aside", "[aria-hidden=true]", "button", "iframe", "svg")  # fmt: skip
_TAIL = re.compile(r"\s+(?:[|–—·»]|-)\s+")


def posting(tree: HTMLTree, url: str = "") -> Posting | None:
    """The advert this page shows a reader; None where it does not look like one."""
    board = identity(url)[0] if url else ""
    site = next((one for one in SITES if one.board == board), SITES[-1])
    document: Node = tree.document
    title = _words(document, site.title, 300) or _headline(tree)
    node = _found(document, site.text)
    text = _text(node)
    if len(text) < 200 and site is not SITES[-1]:
        text = _text(_found(document, SITES[-1].text))
    if not title or not looks_like_advert(title, text):
        return None
    said = labelled(text)
    company = _words(document, site.company, 200) or said.company
    company = company or _meta(document, "og:site_name")[:200]
    place = _words(document, site.place, 200) or said.place
    board, tenant, mark = identity(url, title=title, company=company)
    return Posting(
        board=board,
        tenant=tenant,
        id=mark,
        title=title,
        company=company,
        places=(place,) if place else (),
        remote=remote_by(f"{place} {title}"),
        department=said.department,
        contract=(_words(document, site.contract, 60) or said.contract).lower(),
        requisition=said.requisition,
        posted=said.posted,
        closes=said.closes,
        url=url[:2000],
        text=text,
        pay=said.pay,
    )


def address(tree: HTMLTree) -> str:
    """The page's own address as it names it; "" where it does not."""
    document: Node = tree.document
    link = document.query_selector('link[rel="canonical"]')
    own = str((link.getattr("href") if link is not None else "") or _meta(document, "og:url"))
    return own if own.startswith(("https://", "http://")) else ""


def headings(tree: HTMLTree) -> tuple[str, ...]:
    """What the page is headed: to tell which of several adverts is its own."""
    document: Node = tree.document
    found = [" ".join(one.text.split()) for one in first(document.query_selector_all("h1"), 3)]
    return tuple(filter(None, (*found, _headline(tree))))


def _found(document: Node, selector: str) -> Node | None:
    for one in filter(None, selector.split(", ")):
        node = document.query_selector(one)
        if node is not None and node.text.strip():
            return node
    return None


def _words(document: Node, selector: str, most: int) -> str:
    node = _found(document, selector)
    return " ".join(node.text.split())[:most] if node is not None else ""


def _text(node: Node | None) -> str:
    if node is None:
        return ""
    # Taken out for good: nothing else of this page is read afterwards.
    if node.tag in ("body", "main", "article") or node.getattr("role") == "main":
        for one in first(node.query_selector_all(", ".join(_ROUND)), 5000):
            if one.query_selector("h1") is None and one.parent is not None:
                one.decompose()
    return text_of(node.html)[:MOST_TEXT]


def _headline(tree: HTMLTree) -> str:
    said = _meta(tree.document, "og:title") or tree.title or ""
    return _TAIL.split(" ".join(said.split()))[0][:300]


def _meta(document: Node, name: str) -> str:
    node = document.query_selector(f'meta[property="{name}"], meta[name="{name}"]')
    return " ".join((node.getattr("content") or "").split()) if node is not None else ""
