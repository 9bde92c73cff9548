"""Firms' own public job boards: which there are, which is meant by an address, and which are not read.

`board.py` is the contract, one file a kind beside it; `looking.py` looks at them with manners,
`memory.py` is the twin that needs no network.
"""

from __future__ import annotations

from afterword.intake.boards import (
    ashby,
    bamboohr,
    greenhouse,
    lever,
    personio,
    pinpoint,
    raw,
    recruitee,
    rippling,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
)
from afterword.intake.boards.board import Board

KINDS: dict[str, Board] = {
    module.BOARD.name: module.BOARD
    for module in (
        greenhouse,
        lever,
        ashby,
        workable,
        smartrecruiters,
        recruitee,
        personio,
        teamtailor,
        workday,
        bamboohr,
        pinpoint,
        rippling,
    )
}

_FOR_PEOPLE = "It shows pages made for people and no public list; save the advert's page instead."
_OF_MANY = "It gathers many firms' adverts; the firm's own board says it first, and truly."
_NO_DOOR = "It names no public door for other programs; save the advert's page instead."
#: Places that are known and not watched, by the end of their host, each with its reason.
NOT_WATCHED: dict[str, str] = {
    "icims.com": _FOR_PEOPLE,
    "jobvite.com": _FOR_PEOPLE,
    "hrmdirect.com": _FOR_PEOPLE,
    "paylocity.com": _FOR_PEOPLE,
    "phenompeople.com": _FOR_PEOPLE,
    "oraclecloud.com": _NO_DOOR,
    "eightfold.ai": _NO_DOOR,
    "governmentjobs.com": _NO_DOOR,
    "comeet.com": "It wants a key that only the firm can give.",
    "comeet.co": "It wants a key that only the firm can give.",
    "linkedin.com": "It wants a log-in, and forbids programs.",
    "indeed.com": _OF_MANY,
    "adzuna.com": _OF_MANY,
    "himalayas.app": _OF_MANY,
    "remoteok.com": _OF_MANY,
    "torre.ai": _OF_MANY,
    "torre.co": _OF_MANY,
}


def whose(url: str) -> tuple[str, str] | None:
    """The board and the firm's name on it that this address belongs to; None where it is no board's."""
    for kind in KINDS.values():
        if firm := kind.tenant(url):
            return kind.name, firm
    return None


def why_not(url: str) -> str:
    """Why a board at this address is not watched; "" where nothing is known of it."""
    host = (raw.address(url).hostname or "").lower()
    for end, reason in NOT_WATCHED.items():
        if host == end or host.endswith("." + end):
            return reason
    return ""
