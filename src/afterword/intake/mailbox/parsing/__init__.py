"""A parcel opened into a `Mail`: decoded, one plain text, nothing judged."""

from __future__ import annotations

import re
from hashlib import sha256
from types import MappingProxyType

from afterword.terms import Address, Mail, Parcel

from ..foldernames import is_sent
from ..lean import LARGE, canonical, lean
from .addresses import MAX_RECIPIENTS, addresses
from .body import body_of
from .dates import header_date
from .headers import KEPT, Head, decoded, scan
from .tree import grow, grow_plainly

__all__ = ["parse", "parse_plainly"]

_ID = re.compile(r"<\s*([^<>\s]{3,250})\s*>")
_BARE_ID = re.compile(r"[!-;=?-~]{3,250}")
_MAX_REFERENCES = 100
_MAX_HEADER = 2_000


def parse(parcel: Parcel) -> Mail:
    """The mail in a parcel. Never raises: what went wrong stands in `errors`."""
    return _parse(parcel, plainly=False)


def parse_plainly(parcel: Parcel) -> Mail:
    """The same mail read by the standard library alone, where the wheel is missing."""
    return _parse(parcel, plainly=True)


def _parse(parcel: Parcel, *, plainly: bool) -> Mail:
    errors = [parcel.error] if parcel.error else []
    digest = ""
    try:
        raw = canonical(parcel.raw)
        digest = sha256(raw).hexdigest()
        if len(raw) > LARGE:
            raw, cut = lean(raw)
            errors.extend(word for word in [cut] if word)
        return _opened(parcel, raw, digest, errors, plainly)
    except Exception as broken:  # the promise of this door: a broken mail is a value
        errors.append(f"The mail could not be read ({type(broken).__name__}).")
        digest = digest or sha256(bytes(parcel.raw or b"")).hexdigest()
        return Mail(
            id=f"sha256:{digest}",
            source=parcel.source,
            labels=parcel.labels,
            sent=parcel.sent,
            sha256=digest,
            errors=tuple(errors),
        )


def _opened(parcel: Parcel, raw: bytes, digest: str, errors: list[str], plainly: bool) -> Mail:
    if not raw.strip():
        if not parcel.error:
            errors.append("The mail is empty.")
        # Two mails of which nothing came are two mails all the same.
        return Mail(
            id=f"sha256:{sha256(parcel.source.encode('utf-8', 'replace')).hexdigest()}",
            source=parcel.source,
            labels=parcel.labels,
            sent=parcel.sent,
            sha256=digest,
            errors=tuple(errors),
        )
    head = scan(raw)
    if not head.fields:
        errors.append("The mail has no head: no sender, no subject, no date.")
    root, given_up = (grow_plainly if plainly else grow)(raw, head)
    errors.extend(given_up)
    body = body_of(root, raw[head.body :])
    errors.extend(dict.fromkeys(body.errors))
    date, why = header_date(decoded(head.first("date")))
    if why and head.fields:
        errors.append(why)
    sender = _first(head, "from") or _first(head, "sender")
    labels = parcel.labels or gmail_labels(head)
    return Mail(
        id=_id(head) or f"sha256:{digest}",
        source=parcel.source,
        subject=head.text("subject")[:_MAX_HEADER],
        sender=sender,
        reply_to=_first(head, "reply-to"),
        to=_people(head, "to", errors),
        cc=_people(head, "cc", errors),
        date=date,
        text=body.text,
        headers=MappingProxyType(_kept(head)),
        in_reply_to=_one_id(head.first("in-reply-to").decode("latin-1")),
        references=_references(head),
        labels=labels,
        sent=parcel.sent or any(map(is_sent, labels)),
        attachments=tuple(body.attachments),
        calendars=tuple(body.calendars),
        sha256=digest,
        errors=tuple(dict.fromkeys(errors)),
    )


def _id(head: Head) -> str:
    return _one_id(head.first("message-id").decode("latin-1"))


def _one_id(text: str) -> str:
    """A Message-ID without its brackets, or "" when it is not a sane one."""
    found = _ID.search(text[:2_000])
    bare = found.group(1) if found else text.strip()
    return bare if _BARE_ID.fullmatch(bare) else ""


def _references(head: Head) -> tuple[str, ...]:
    value = head.first("references").decode("latin-1")
    if not value:
        return ()
    found = [one for one in _ID.findall(value[:50_000]) if _BARE_ID.fullmatch(one)]
    return tuple(dict.fromkeys(found[-_MAX_REFERENCES:]))


def _first(head: Head, name: str) -> Address | None:
    for value in head.fields.get(name, ()):
        found = addresses(value)
        if found:
            return next((one for one in found if one.email), found[0])
    return None


def _people(head: Head, name: str, errors: list[str]) -> tuple[Address, ...]:
    values = head.fields.get(name)
    if not values:
        return ()
    found = addresses(values[0] if len(values) == 1 else b", ".join(values))
    if len(found) > MAX_RECIPIENTS:
        errors.append(f"More than {MAX_RECIPIENTS} recipients; the others are not listed.")
        return found[:MAX_RECIPIENTS]
    return found


def _kept(head: Head) -> dict[str, str]:
    return {
        name: decoded(values[0])[:_MAX_HEADER]
        for name, values in head.fields.items()
        if name in KEPT
    }


def gmail_labels(head: Head) -> tuple[str, ...]:
    """The labels Gmail's export writes into each mail, decoded; quoted commas respected."""
    value = head.text("x-gmail-labels")
    if not value:
        return ()
    if '"' in value:
        pieces = [a or b for a, b in re.findall(r'"([^"]*)"|([^,"]+)', value)]
    else:
        pieces = value.split(",")
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))
