"""Names of firms and roles made comparable."""

from __future__ import annotations

import re
import unicodedata

_LEGAL = (
    r"incorporated|inc|llc|l l c|ltd|limited|plc|llp|lp|corp|corporation|company|co|gmbh|gmbh und co kg|"
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
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


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
    return " ".join(_GENDER.sub(" ", role).split()).strip(" -–|,:*")


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


def same_role(one: str, other: str) -> bool:
    """Whether two titles mean one role: equal words, or one a subset without a level apart."""
    a, b = role_words(one), role_words(other)
    if not a or not b:
        return False
    if a == b:
        return True
    levels = {
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
    if (a ^ b) & levels:
        return False
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return small <= large and len(small) >= 2 and len(large) - len(small) <= 3
