"""Which of a firm's spellings is its own, heard from all mail of an account together.

One mail alone may show no more of a firm than the host it came from, cut into words: a guess.
Another of the same house signs with the name in full, and that one is the firm's own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from afterword import reading as room
from afterword import terms
from afterword.casebook.company import key_of, sameness
from afterword.casebook.filing import Placed

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
#: Small words a host leaves out or spells: "Harrow & Pike" is harrowpike or harrowandpike.
_JOINTS = re.compile(r"(?:^the\b|&|\+|\b(?:and|und|et|y|e|en|of|de|du|des|der)\b)")


def own_names(placed: Sequence[Placed]) -> dict[tuple[str, str], str]:
    """The firm's own spelling by its guess (`sameness`) and the host it was guessed from.

    Two houses may share a name under two endings: what larkfield.de signs is no word on
    larkfield.co.uk, unless one process goes through both. A recruiting system's host is nobody's
    house and takes what the firm signs.
    """
    guesses: dict[tuple[str, str], set[str]] = defaultdict(set)
    cases: dict[tuple[str, str], set[str]] = defaultdict(set)
    written: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for message, reading, link in placed:
        name, address = reading.company, message.sender_email
        if message.direction != terms.Direction.IN or not name or not address:
            continue
        said = f"{message.sender_name}\n{reading.text}"
        if room.guessed(name, terms.Address(message.sender_name, address), said):
            guess = sameness(name), address.rpartition("@")[2].casefold()
            guesses[guess].add(key_of(name))
            cases[guess].add(link.case)
        elif not reading.agency:
            for label in _host(address):
                if any(one.startswith(label) for one in _as_hosts(name)):
                    written[label][name, room.domain_key(address), link.case] += 1
    named: dict[tuple[str, str], str] = {}
    for guess, keys in guesses.items():
        house = room.domain_key(f"@{guess[1]}")
        own: Counter[str] = Counter()
        for (name, home, case), times in written.get(guess[0], Counter()).items():
            if not house or not home or house == home or (case and case in cases[guess]):
                own[name] += times
        if not own:
            continue
        # as often signs in full with its legal form; what is longer still may be a desk of it
        name = max(own, key=lambda one: (own[one], _in_full(one), -len(one), one))
        if key_of(name) not in keys:  # a legal form alone betters none
            named[guess] = name
    return named


def _in_full(name: str) -> bool:
    """Whether the name ends in a legal form."""
    return key_of(name).count(" ") < len(re.findall(r"\w+", name)) - 1


def _host(address: str) -> set[str]:
    """The labels of an address's domain, without its ending, as names are compared."""
    labels = address.rpartition("@")[2].casefold().split(".")[:-1]
    return {re.sub(r"\W", "", one) for one in labels if len(one) > 2}


def _as_hosts(name: str) -> set[str]:
    """A name as a host may begin with it: without its joints or with them, umlauts both ways."""
    folded = name.casefold()
    ways = {folded, folded.translate(_UMLAUTS)}
    ways |= {_JOINTS.sub(" ", one) for one in ways}
    return {sameness(one) for one in ways}
