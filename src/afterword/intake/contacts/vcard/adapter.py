"""The adapter: one card in our words. The library's parts come in, a `Contact` goes out."""

from __future__ import annotations

import re
from typing import Any

from afterword.intake.contacts.profiles import profile_of
from afterword.terms import Contact

_ADDRESS = ("box", "extended", "street", "code", "city", "region", "country")


def contact(card: Any, line: int) -> Contact:
    """What a card says of a person; parts that are missing stay empty."""
    name = _first(card, "fn") or _spoken(card)
    firm = _lines(_raw(card, "org"))
    return Contact(
        name=name,
        emails=tuple(dict.fromkeys(_emails(card))),
        phones=tuple(dict.fromkeys(_phones(card))),
        profile=next((one for one in map(profile_of, _links(card)) if one), ""),
        card=_first(card, "uid"),
        company=firm[0] if firm else "",
        title=_first(card, "title") or _first(card, "role"),
        note=_first(card, "note"),
        postal=_postal(card),
        line=line,
    )


def _raw(card: Any, name: str) -> Any:
    found = card.contents.get(name) or []
    return found[0].value if found else ""


def _first(card: Any, name: str) -> str:
    return " ".join(_text(_raw(card, name)).split()) if name != "note" else _text(_raw(card, name))


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return ""
    if isinstance(value, list | tuple):
        return " ".join(map(_text, value)).strip()
    return str(value or "").strip()


def _lines(value: Any) -> list[str]:
    given = value if isinstance(value, list | tuple) else str(value or "").split(";")
    return [line for line in (_text(one) for one in given) if line]


def _spoken(card: Any) -> str:
    """The name from its parts, where no whole name is given (vCard 2.1 allows that)."""
    value = _raw(card, "n")
    if not value:
        return ""
    if hasattr(value, "given"):
        parts = (value.prefix, value.given, value.additional, value.family, value.suffix)
        return " ".join(filter(None, map(_text, parts)))
    family, *rest = _lines(value) or [""]
    return " ".join([*rest[:1], family]).strip()


def _emails(card: Any) -> list[str]:
    found = [_text(one.value).lower() for one in card.contents.get("email", [])]
    return [one.removeprefix("mailto:") for one in found if "@" in one]


def _phones(card: Any) -> list[str]:
    found = [_text(one.value).removeprefix("tel:") for one in card.contents.get("tel", [])]
    return [re.sub(r";.*", "", one) for one in found if one]


def _links(card: Any) -> list[str]:
    names = ("url", "x-socialprofile", "socialprofile", "x-linkedin", "impp")
    return [_text(one.value) for name in names for one in card.contents.get(name, [])]


def _postal(card: Any) -> str:
    value = _raw(card, "adr")
    if not value:
        return ""
    if not hasattr(value, "street"):
        return "\n".join(_lines(value))
    parts = {name: ", ".join(_lines(getattr(value, name, ""))) for name in _ADDRESS}
    town = " ".join(filter(None, (parts["code"], parts["city"])))
    rows = (
        parts["box"],
        parts["extended"],
        parts["street"],
        town,
        parts["region"],
        parts["country"],
    )
    return "\n".join(filter(None, rows))
