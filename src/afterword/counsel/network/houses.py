"""Which firm somebody writes from: their mail domain beside what was read of their firm.

A referee or an introducer turns up in a process of a firm they never worked
for; the address they write from is the better witness. Inferred, never said:
a post the user noted goes before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from afterword.counsel.network.people import Firm, Known

#: How much of a name two spellings must share to be taken for one house.
ALIKE = 5


def label_of(email: str) -> str:
    """The part of a mail domain that names the house: "corvane" of pieter@corvane.example."""
    return email.rpartition("@")[2].partition(".")[0].replace("-", "")


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def resembles(label: str, firm: str) -> bool:
    """Whether a domain's label and a firm's name may mean one house."""
    name = _plain(firm)
    if not label or not name:
        return False
    if len(label) < ALIKE or len(name) < ALIKE:
        return name.startswith(label) or label.startswith(name)
    return label[:ALIKE] == name[:ALIKE] or label in name or name in label


def houses(
    people: Iterable[Known], firms: Mapping[str, Firm], free: frozenset[str]
) -> dict[str, str]:
    """The firm each mail domain speaks for: the one its name resembles, else that of most who use it."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in people:
        domain = one.email.rpartition("@")[2]
        if domain and domain not in free:
            counted[domain].update(place.firm for place in one.places[-1:] if place.firm in firms)
    # Found by their first letters: 1,500 domains against 1,500 firms would be millions of looks.
    begins: dict[str, list[str]] = defaultdict(list)
    for key, firm in firms.items():
        begins[_plain(firm.name)[:ALIKE]].append(key)
    found: dict[str, str] = {}
    for domain, seen in counted.items():
        label = domain.partition(".")[0].replace("-", "")
        named = [firm for firm in seen if resembles(label, firms[firm].name)]
        named = named or sorted(begins.get(label[:ALIKE], ()))
        if named:
            found[domain] = named[0]
    settled = set(found.values())
    for domain, seen in counted.items():
        # Two who write from one domain make it the firm's, unless the firm has one of its own
        # name; one alone may only have been passing by.
        most = [(n, firm) for firm, n in seen.items() if n > 1 and firm not in settled]
        if domain not in found and most:
            found[domain] = max(most)[1]
    return found


def elsewhere(one: Known, house: Mapping[str, str], free: frozenset[str]) -> str | None:
    """The firm their address speaks for when it is not the one they are put down at.

    "" when it speaks for a firm that nobody knows; None when there is nothing to mend.
    """
    domain = one.email.rpartition("@")[2]
    if not domain or domain in free or not one.places:
        return None
    speaks = house.get(domain, "")
    return None if speaks == one.places[-1].firm else speaks
