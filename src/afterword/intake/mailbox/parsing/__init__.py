"""A parcel opened into a `Mail`: decoded, one plain text, nothing judged."""

from __future__ import annotations

from hashlib import sha256
from types import MappingProxyType

from afterword.terms import Mail, Parcel

from ..foldernames import is_sent
from ..lean import LARGE, canonical, lean
from .body import body_of
from .dates import header_date
from .envelope import (
    MAX_HEADER,
    first_person,
    gmail_labels,
    id_of,
    kept,
    one_id,
    people,
    references_of,
)
from .headers import decoded, scan
from .peeking import peek
from .tree import grow, grow_plainly

__all__ = ["parse", "parse_plainly", "peek"]


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
    sender = first_person(head, "from") or first_person(head, "sender")
    labels = parcel.labels or gmail_labels(head)
    return Mail(
        id=id_of(head) or f"sha256:{digest}",
        source=parcel.source,
        subject=head.text("subject")[:MAX_HEADER],
        sender=sender,
        reply_to=first_person(head, "reply-to"),
        to=people(head, "to", errors),
        cc=people(head, "cc", errors),
        date=date,
        text=body.text,
        headers=MappingProxyType(kept(head)),
        in_reply_to=one_id(head.first("in-reply-to").decode("latin-1")),
        references=references_of(head),
        labels=labels,
        sent=parcel.sent or any(map(is_sent, labels)),
        attachments=tuple(body.attachments),
        calendars=tuple(body.calendars),
        sha256=digest,
        errors=tuple(dict.fromkeys(errors)),
    )
