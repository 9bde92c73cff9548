"""Which addresses are the user's own, told from the mail itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from afterword.terms import Mail

_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")

#: A sent mail is a confession; a delivery header is the server's word; a lone
#: recipient is only a hint (lists and aliases deliver to others too).
_SENT, _DELIVERED, _LONE_TO = 5, 3, 1


def own_addresses(mails: Iterable[Mail]) -> list[tuple[str, int]]:
    """Addresses that are most likely the user's, best first, each with its weight of proof."""
    found: Counter[str] = Counter()
    for mail in mails:
        if mail.sent and mail.sender and mail.sender.email:
            found[mail.sender.email.lower()] += _SENT
        for name in ("delivered-to", "x-original-to", "envelope-to"):
            for address in _ADDRESS.findall(mail.headers.get(name, "")):
                found[address.lower()] += _DELIVERED
        if not mail.sent and len(mail.to) == 1 and mail.to[0].email and not mail.cc:
            found[mail.to[0].email.lower()] += _LONE_TO
    senders = {m for m, n in found.items() if n >= _DELIVERED}
    kept = [(a, n) for a, n in found.items() if a in senders or n >= _DELIVERED]
    return sorted(kept or found.items(), key=lambda pair: (-pair[1], pair[0]))
