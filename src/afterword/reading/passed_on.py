"""What is passed on: whose letters stand below a mail's own words, and the one written to who passes it on."""

from __future__ import annotations

import re

from afterword.terms import Address, Mail

_HEAD = r"^[ \t>*_|]{0,6}(?:%s)[ \t*_\u00a0]{0,3}:"
_FROM = re.compile(
    _HEAD % "from|von|de|da|van"
    + r"[^\n@]{0,120}?([\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
    re.IGNORECASE | re.MULTILINE,
)
_TO = re.compile(_HEAD % "to|an|à|para|aan|a" + r"([^\n]{0,300})", re.IGNORECASE)
_SUBJECT = re.compile(
    _HEAD % "subject|betreff|objet|asunto|assunto|onderwerp|oggetto" + r"([^\n]{0,300})",
    re.IGNORECASE,
)
#: Any line of such a head.
_LINE = re.compile(r"^[ \t>*_|]{0,6}[^\W\d_][\w' /-]{0,24}[ \t*_\u00a0]{0,3}:[^\n]{0,300}$")
#: Longer letters are no such word.
_LONGEST = 20_000
#: More heads than this are a long conversation's; the nearest tell.
_FEW = 3


def writers_below(text: str) -> tuple[str, ...]:
    """The addresses of those whose letters are printed below, the nearest first."""
    found: dict[str, None] = {}
    for head in _FROM.finditer(text):
        found[head[1].lower()] = None
        if len(found) == _FEW:
            break
    return tuple(found)


def letter_below(mail: Mail) -> Mail | None:
    """The letter that somebody wrote to whoever passes it on here; none where it went to many."""
    text = mail.text[:_LONGEST].replace("\r\n", "\n")
    head = _FROM.search(text)
    if head is None or mail.sender is None:
        return None
    lines = text.split("\n")
    at = text[: head.start()].count("\n")
    first, last = at, at
    while first > 0 and _LINE.match(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _LINE.match(lines[last + 1]):
        last += 1
    block = lines[first : last + 1]
    to = next((one[1] for one in map(_TO.match, block) if one), "").lower()
    who = {mail.sender.email.lower(), mail.sender.name.lower()} - {""}
    if not any(one in to for one in who) or "," in to or ";" in to:
        return None
    subject = next((one[1] for one in map(_SUBJECT.match, block) if one), mail.subject)
    name = re.sub(r"^[^:]*:|[<\[(]?[\w.+'-]+@.*$", "", lines[at]).strip(" \t*_\"'<[(")
    return Mail(
        id=mail.id,
        source=mail.source,
        subject=subject.strip(" *_"),
        sender=Address(name, head[1].lower()),
        to=(mail.sender,),
        date=mail.date,
        text="\n".join(lines[last + 1 :]).strip("\n"),
    )
