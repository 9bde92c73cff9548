"""Names of firms and roles made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from afterword.reading.view import one_line

_LEGAL = (
    r"incorporated|ggmbh|mbb|inc|llc|l l c|ltd|limited|plc|llp|lp|corp|corporation|company|co|gmbh|gmbh und co kg|"
    r"gmbh co kg|ag|se|kg|kgaa|ohg|ug|ev|e v|mbh|sa|s a|sas|sasu|sarl|s a r l|eurl|sl|s l|slu|srl|s r l|spa|s p a|"
    r"bv|b v|nv|n v|ab|as|a s|oy|oyj|aps|pty|pte|pvt|private|sdn|bhd|kk|ltda|lda|eireli|"
    r"holding|holdings|group|gruppe|groupe|grupo|international|intl"
)
_TAIL = re.compile(rf"(?:\s(?:{_LEGAL}))+$")
_GENDER = re.compile(
    r"[\[(]\s?[mwdfhxgnai](?:\s?[/|*,]\s?[mwdfhxgna]){1,3}\s?[\])]|\b[mwdfh]/[mwdfhx](?:/[mwdfhx])?\b",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("&", " and "))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    bare = re.sub(r"(?<=\w)'s\b", "s", bare.replace("’", "'"))
    return one_line(re.sub(r"[^\w]+", " ", bare))


def company_key(name: str) -> str:
    """A firm's name without legal form, accents, case and punctuation: equal keys, same firm.

    Spaces go too, for a domain writes a name without them.
    """
    plain = _plain(name)
    plain = re.sub(r"^the ", "", plain)
    shorter = _TAIL.sub("", " " + plain).strip()
    return (shorter or plain).replace(" ", "")


def without_marks(role: str) -> str:
    """A title without the marks that say it is open to everybody ("(m/w/d)", "F/H")."""
    return one_line(_GENDER.sub(" ", role)).strip(" -–|,:*")


def role_words(role: str) -> frozenset[str]:
    """The telling words of a role title, for comparing titles written differently."""
    plain = _plain(_GENDER.sub(" ", role))
    swap = {
        "sr": "senior",
        "jr": "junior",
        "eng": "engineer",
        "mgr": "manager",
        "dev": "developer",
        "swe": "software engineer",
        "vp": "vice president",
        "pm": "product manager",
    }
    words: list[str] = []
    for word in plain.split():
        words.extend(swap.get(word, word).split())
    dull = {
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "at",
        "role",
        "position",
        "job",
        "to",
        "remote",
        "hybrid",
        "full",
        "time",
        "part",
        "m",
        "w",
        "d",
        "f",
        "x",
        "h",
        "r",
        "jr",
        "req",
        "ref",
        "id",
    }
    return frozenset(w for w in words if w not in dull and not w.isdigit())


def role_key(role: str) -> str:
    return " ".join(sorted(role_words(role)))


_LEVELS = frozenset(
    {
        "senior",
        "junior",
        "lead",
        "principal",
        "staff",
        "head",
        "director",
        "intern",
        "graduate",
        "i",
        "ii",
        "iii",
        "iv",
        "associate",
        "trainee",
        "vice",
        "chief",
        "deputy",
        "assistant",
        "manager",
    }
)
_RANKS = frozenset(
    [
        "vice",
        "president",
        "chief",
        "officer",
        "executive",
        "general",
        "global",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "md",
        "partner",
    ]
)


def has_trade(role: str) -> bool:
    """Whether a title says what the work is, not only how high it stands ("Vice President")."""
    return bool(role_words(role) - _LEVELS - _RANKS)


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    if not a or not b:
        return False
    if a == b:
        return True
    if (a ^ b) & _LEVELS:
        return False
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return small <= large and len(small) >= 2 and len(large) - len(small) <= 3


#: What a trade ends in, by gender, number and doing: "Arquitecto/a", "Leiterin", "Designer" of design.
_ENDING = re.compile(r"(?<=\w{4})(?:innen|in|ing|ers?|os|as|es|[aoes])$")


def _stems(words: frozenset[str]) -> frozenset[str]:
    """The words without such endings; a level stands for itself."""
    return frozenset(
        one if one in _LEVELS | _RANKS else _ENDING.sub("", _ENDING.sub("", one)) for one in words
    )


@lru_cache(maxsize=4096)
def role_nearness(one: str, other: str) -> float:
    """How near two titles are: 1 the same, 0 nothing can be said, -1 plainly another job.

    A title is often cut at a comma or named by half ("Vice President", "the logistics job"),
    so a part of a title speaks neither for nor against more than a little.
    """
    a, b = _stems(role_words(one)), _stems(role_words(other))
    trade_a, trade_b = a - _LEVELS - _RANKS, b - _LEVELS - _RANKS
    if not trade_a or not trade_b:
        return 1.0 if a and a == b else 0.0
    if _same(a, b):
        # "Product Manager" and "Product Manager Payments" may be two seats of one house.
        return 1.0 if a == b else 0.9
    shared = len(trade_a & trade_b) / min(len(trade_a), len(trade_b))
    if shared == 1.0:
        # The same trade at another level is another job, unless one side leaves the level out.
        apart = (a & _LEVELS) and (b & _LEVELS) and not a & b & _LEVELS
        return -0.5 if apart and a ^ b else 0.6
    return 0.2 if shared >= 0.5 else -1.0
