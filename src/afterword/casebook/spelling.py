"""What a firm and a post are called in a case, heard from all of its mail together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from afterword import terms
from afterword.casebook.company import sameness
from afterword.casebook.filing import Placed
from afterword.casebook.message import Message


def as_written(placed: Sequence[Placed], names: Mapping[tuple[str, str], str]) -> list[Placed]:
    """The same mails, each with what the others of its case tell: who hires, through whom, for what.

    `names` holds firms' own spellings by the guess (`sameness`) and its host; a mail that writes the shorter name
    itself keeps it. Where an agency stands between, the firm it names hires, in all of its mail.
    """
    posts, clients = _posts(placed), _clients(placed)
    told: list[Placed] = []
    for message, reading, link in placed:
        guess = sameness(reading.company)
        ways = sorted(_hosts(message, reading))
        better = next((names[guess, one] for one in ways if (guess, one) in names), "")
        if better and " ".join(reading.company.split()).casefold() not in _said(message, reading):
            reading = replace(reading, company=better)
        client, agents = clients.get(link.case, ("", frozenset()))
        if client and agents & _hosts(message, reading):
            reading = replace(reading, company=client, agency=True)
        if link.new and posts.get(link.case):
            reading = replace(reading, role=posts[link.case])
        told.append((message, reading, link))
    return told


def _clients(placed: Sequence[Placed]) -> dict[str, tuple[str, frozenset[str]]]:
    """By case the firm an agency named as the one that hires, and the agency's hosts.

    Who speaks of a client once is an agency in every mail of the case: the mail that names the
    client says seldom once more that it is one.
    """
    heard = [one for one in placed if one[2].case and one[0].direction == terms.Direction.IN]
    agents: dict[str, set[str]] = defaultdict(set)
    for message, reading, link in heard:
        if reading.agency:
            agents[link.case].add(_host(message.sender_email))
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for message, reading, link in heard:
        host = _host(message.sender_email)
        if host not in agents[link.case]:
            continue
        own, said, same = _letters(host), reading.company, sameness(reading.company)
        if same and same not in own and not any(word in own for word in _telling(said)):
            named[link.case][said] += 1
    return {case: (_fullest(said), frozenset(agents[case] - {""})) for case, said in named.items()}


def _fullest(said: Counter[str]) -> str:
    """The name most often said, as its longest form has it ("Tarn", "Tarn Ceramics")."""
    best = max(said, key=lambda one: (said[one], len(one), one))
    longer = [one for one in said if sameness(one).startswith(sameness(best))]
    return max(longer, key=lambda one: (len(one), one))


def _telling(name: str) -> list[str]:
    """The words of a name long enough to tell an agency's own host by."""
    return [one for one in map(_letters, name.split()) if len(one) > 4]


def _letters(text: str) -> str:
    return sameness(text.replace(".", " ").replace("-", " "))


def _host(address: str) -> str:
    return address.rpartition("@")[2].casefold()


def _hosts(message: Message, reading: terms.Reading) -> set[str]:
    """The hosts a mail came from or, the user's own, went to."""
    if message.direction == terms.Direction.IN:
        return {_host(message.sender_email)}
    return {_host(one.email) for one in reading.people if one.email}


def _posts(placed: Sequence[Placed]) -> dict[str, str]:
    """The post that the oldest mail of each case names: it stays whatever titles come later."""
    posts: dict[str, str] = {}
    for _, reading, link in sorted(placed, key=lambda one: (one[0].at, one[0].mail_id)):
        if link.case and not link.ask and reading.role:
            posts.setdefault(link.case, reading.role)
    return posts


def _said(message: Message, reading: terms.Reading) -> str:
    """All this mail says in its own words and beside its sender's address."""
    return " ".join(f"{message.sender_name}\n{reading.text}".split()).casefold()
