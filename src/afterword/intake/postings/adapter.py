"""A JobPosting as pages write it, in our words: each field asked what it really holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from afterword.intake.mailbox.parsing.html import text_of
from afterword.intake.postings.days import day_of
from afterword.intake.postings.identity import identity
from afterword.terms.watching import Posting

#: No advert is longer; what comes after is not read.
MOST_TEXT = 60_000
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:lt|gt|amp|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,6});")
_REMOTE = re.compile(r"(?i)\b(?:fully |100 ?% )?(?:remote|home ?office|télétravail|teletrabajo)\b")
_HYBRID = re.compile(r"(?i)\b(?:hybrid|hybride|híbrido)\b|not (?:a )?remote|no remote")
_EACH = {
    "YEAR": "a year",
    "MONTH": "a month",
    "WEEK": "a week",
    "DAY": "a day",
    "HOUR": "an hour",
}


def posting(raw: Mapping[str, Any], url: str = "") -> Posting | None:
    """The value this JobPosting stands for; None where it has no title."""
    title = line(raw.get("title") or raw.get("name"), 300)
    if not title:
        return None
    firm = raw.get("hiringOrganization")
    company = line(_name(firm), 200)
    text = plain(_first(raw.get("description")))
    for name in ("responsibilities", "qualifications", "skills", "experienceRequirements"):
        more = plain(_first(raw.get(name)))
        if more and more not in text:
            text = f"{text}\n\n{more}".strip()
    places = tuple(dict.fromkeys(filter(None, map(_place, _each(raw.get("jobLocation"))))))
    # Where the page came from is known; what it says of itself is only what it says.
    address = url or line(raw.get("url"), 2000)
    if not address.startswith(("https://", "http://")):
        address = ""
    board, tenant, mark = identity(address, title=title, company=company)
    return Posting(
        board=board,
        tenant=tenant,
        id=mark,
        title=title,
        company=company,
        places=places[:20],
        remote=_remote(raw, places),
        department=line(_name(raw.get("employmentUnit")) or _department(firm), 200),
        contract=", ".join(_contract(raw.get("employmentType"))),
        requisition=line(_requisition(raw.get("identifier")), 100),
        posted=day_of(line(raw.get("datePosted"), 60)),
        closes=day_of(line(raw.get("validThrough"), 60)),
        url=address[:2000],
        text=text[:MOST_TEXT],
        pay=line(_pay(raw.get("baseSalary")), 200),
    )


def line(value: Any, most: int) -> str:
    """Anything as one line of plain words."""
    given = _first(value)
    if isinstance(given, Mapping):
        given = given.get("name") or given.get("@value") or given.get("value") or ""
    if isinstance(given, bool) or not isinstance(given, (str, int, float)):
        return ""
    return " ".join(_bare(str(given)[: most * 8]).split())[:most]


def plain(value: Any) -> str:
    """A description as a person would have seen it, however many times its mark-up was packed."""
    if not isinstance(value, str):
        return ""
    given = value[: MOST_TEXT * 10]
    for _ in range(3):
        if _TAG.search(given) or not _ENTITY.search(given):
            break
        given = html.unescape(given)
    if _TAG.search(given):
        return text_of(given)
    return re.sub(r"[ \t\u00a0]+", " ", given.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _bare(text: str) -> str:
    return _TAG.sub(" ", html.unescape(html.unescape(text)))


def _first(value: Any) -> Any:
    while isinstance(value, list):
        value = value[0] if value else ""
    return value


def _each(value: Any) -> Iterator[Any]:
    yield from value[:40] if isinstance(value, list) else [value]


def _name(value: Any) -> Any:
    given = _first(value)
    return given.get("name", "") if isinstance(given, Mapping) else given


def _department(firm: Any) -> Any:
    given = _first(firm)
    return _name(given.get("department")) if isinstance(given, Mapping) else ""


def _place(value: Any) -> str:
    """ "Camberwell, VIC, AU": locality, region and country, as far as they are given."""
    if not isinstance(value, Mapping):
        return line(value, 200)
    address = _first(value.get("address"))
    if isinstance(address, Mapping):
        parts = [
            line(address.get(name), 100)
            for name in ("addressLocality", "addressRegion", "addressCountry")
        ]
        # "Berlin, Berlin, DE" says Berlin once.
        return ", ".join(dict.fromkeys(filter(None, parts)))
    return line(address, 200) or line(value.get("name"), 200)


def _remote(raw: Mapping[str, Any], places: tuple[str, ...]) -> bool | None:
    if "TELECOMMUTE" in line(raw.get("jobLocationType"), 60).upper():
        return True
    return remote_by(" ".join(places))


def remote_by(words: str) -> bool | None:
    """What the words beside a place say of working from anywhere; None where they say nothing."""
    if _HYBRID.search(words):
        return False
    return True if _REMOTE.search(words) else None


def _contract(value: Any) -> list[str]:
    said = [line(one, 60) for one in _each(value)]
    return [one.replace("_", " ").lower() for one in dict.fromkeys(said) if one]


def _requisition(value: Any) -> Any:
    given = _first(value)
    return given.get("value", "") if isinstance(given, Mapping) else given


def _pay(value: Any) -> str:
    """ "AUD 130,000 to 160,000 a year", or the words as they stand."""
    given = _first(value)
    if not isinstance(given, Mapping):
        return line(given, 200)
    currency, inner = line(given.get("currency"), 10), _first(given.get("value"))
    if not isinstance(inner, Mapping):
        return " ".join(filter(None, (currency, _amount(inner))))
    low, high = _amount(inner.get("minValue")), _amount(inner.get("maxValue"))
    amount = f"{low} to {high}" if low and high and low != high else low or high
    amount = amount or _amount(inner.get("value"))
    unit = line(inner.get("unitText") or given.get("unitText"), 20)
    each = _EACH.get(unit.upper(), unit.lower())
    return " ".join(filter(None, (currency, amount, each))) if amount else ""


def _amount(value: Any) -> str:
    said = line(value, 40)
    try:
        number = float(said.replace(",", ""))
    except ValueError:
        return said
    return f"{number:,.2f}".removesuffix(".00") if 0 < number < 1e12 else ""
