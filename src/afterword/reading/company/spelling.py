"""How a firm writes its name, when all that is sure is the label of its domain.

`meridew-medical.example` names the firm, but not its capitals and gaps; those
stand somewhere in the mail (a signature, a footer, a quoted letter). Only when they
stand nowhere is the label itself cut apart by the words of trades.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from afterword.reading.company.words import DESKS, JOINTS, LEGAL_WORDS, TRADES

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŠŽČŚ0-9]"
_WORD = rf"(?:[a-z]{{0,2}}{_CAPITAL}(?:[\w'’&+-]|\.(?=\w)){{0,30}}|d['’]{_CAPITAL}[\w'’-]{{1,30}})"
_JOINT = r"(?:&|\+|[Oo]f|[Aa]nd|[Tt]he|[Ff]or|und|et|y|e|en|de|der|des|du|von|van|la|le|los|las|el|da|do|dos|di|del|della|am|an|im|in|sur|zu|zum)"
_RUN = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_JOINT}[ \u00a0]){{0,2}}{_WORD}){{0,7}}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
#: Domain labels that are a prefix of the machine, not of the name.
_AROUND = re.compile(
    r"^(?:jobs?|careers?|karriere|werkenbij|team|apply|hr|mail|the)-|-(?:jobs?|careers?|karriere|hiring|recruiting|hr|team|group|online|app|mail|uk|us|eu|de|nl|fr)$"
)

_SMALL = JOINTS | {""}
#: The parent in a footer is not the firm that hires.
_FULLER = (TRADES | LEGAL_WORDS) - {"holdings", "holding", "group", "international"}
_INSIDE = TRADES | JOINTS
_EDGE = (JOINTS | DESKS) - {"the"}
#: German and Dutch grow these into one word with what stands before: "Rheinwerk", never "Rhein Werk".
_GROWN = frozenset(
    {
        "werk",
        "werke",
        "bau",
        "haus",
        "hof",
        "heim",
        "holz",
        "stahl",
        "druck",
        "werf",
        "huis",
        "amt",
        "kreis",
        "dienst",
        "dienste",
        "schule",
        "werkstatt",
        "fabrik",
        "zentrum",
        "verein",
        "verband",
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, and whether they stand alone between breaks."""

    words: tuple[str, ...]
    alone: bool


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Letters and digits only, without accents and case."""
    if text.isascii():
        bare = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(c for c in bare if c.isalnum())


def folds(word: str) -> tuple[str, ...]:
    """A word as a domain may write it: "Köhler" is kohler or koehler."""
    if word in ("&", "+"):
        return ("and", "und", "et", "en", "y", "e", "")
    one = fold(word)
    if word.isascii():
        return (one,)
    other = fold(word.lower().translate(_UMLAUTS))
    return (one, other) if other != one else (one,)


def runs_in(text: str) -> list[Run]:
    """The capitalised runs of a text."""
    out: list[Run] = []
    for found in _RUN.finditer(text):
        before = text[: found.start()][-3:].rstrip(" \t*_>")
        after = text[found.end() : found.end() + 3].lstrip(" \t*_")
        alone = (not before or before[-1] in '\n|,–—-•·:(@>"©') and (
            not after or after[0] in '\n|,–—-•·.()<"!'
        )
        out.append(Run(tuple(found.group().replace("\u00a0", " ").split(" ")), alone))
    return out


def related(name: str, label: str) -> bool:
    """Whether a shown name and a domain label can mean one firm."""
    if not name or not label:
        return False
    words = tuple(name.split())
    return any(_reach(words, at, _bare(label)) for at in range(min(3, len(words))))


def spelled(label: str, runs: list[Run]) -> str:
    """The name as the mail writes it, or empty where the mail never does."""
    bare = _bare(label)
    if len(bare) < 3:
        return ""
    votes: Counter[str] = Counter()
    head = bare[:3]
    for run in runs:
        for at, word in enumerate(run.words):
            if not any(f.startswith(head) or (f and head.startswith(f)) for f in folds(word)):
                continue
            end = _reach(run.words, at, bare)
            if not end:
                continue
            left, right = _stretch(run, at, end)
            name = " ".join(run.words[left:right]).strip(" -&.,'’")
            if name.endswith(("'s", "’s")):
                name = name[:-2]
            if any(c.islower() for c in name) or name.isupper():
                exact = fold(name) == bare
                votes[name] += 2 + run.alone * 2 + exact + (len(name.split()) > 1)
            break
    if not votes:
        return ""
    shouted = {n for n in votes if n.isupper() and len(n) > 5}
    best = max(
        (n for n in votes if n not in shouted or len(shouted) == len(votes)),
        key=lambda n: (votes[n], len(n)),
    )
    fuller = [
        n
        for n in votes
        if n.startswith(best + " ") and any(fold(w) in _FULLER for w in n[len(best) :].split())
    ]
    return max(fuller, key=len, default=best)


def _bare(label: str) -> str:
    return "".join(c for c in _AROUND.sub("", label.lower()) if c.isalnum())


def _reach(words: tuple[str, ...], at: int, bare: str) -> int:
    """Where the words from `at` have spelled the whole label; 0 where they do not."""
    left = bare
    for i in range(at, len(words)):
        if i > at and fold(words[i]) in _SMALL:
            left = next((left[len(f) :] for f in folds(words[i]) if f and left.startswith(f)), left)
            continue
        took = max((_common(f, left) for f in folds(words[i])), default=0)
        whole = any(len(f) == took for f in folds(words[i]))
        if i == at and (not whole or (took < 3 and took < len(bare))):
            return 0
        if took < 2 and i > at:
            return _initials(words, i, left) if len(bare) - len(left) >= 4 else 0
        left = left[took:]
        if not left:
            return i + 1
        if not whole:
            return _initials(words, i, left) if len(left) <= 3 and took >= 4 else 0
    return 0


def _initials(words: tuple[str, ...], at: int, left: str) -> int:
    """Whether a short rest abbreviates the words that follow ("tx" for Therapeutics)."""
    if len(left) > 4 or at >= len(words):
        return 0
    if fold(words[at])[:1] != left[:1]:
        return 0
    done = 0
    for i in range(at, min(at + 4, len(words))):
        for c in fold(words[i]):
            if done < len(left) and c == left[done]:
                done += 1
        if done == len(left):
            return i + 1
    return 0


def _common(one: str, other: str) -> int:
    n = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        n += 1
    return n


def _stretch(run: Run, start: int, end: int) -> tuple[int, int]:
    """The name around what the label spells: words of trades, legal forms, a whole line."""

    def belongs(word: str) -> bool:
        folded = fold(word)
        return folded in LEGAL_WORDS or (
            folded in TRADES and folded not in {"talent", "search", "recruitment", "recruiting"}
        )

    right = end
    while right < len(run.words):
        word = fold(run.words[right])
        step = right + 1
        while word in _SMALL and step < len(run.words):
            word, step = fold(run.words[step]), step + 1
        if not (belongs(word) or (run.alone and word not in DESKS and step - right == 1)):
            break
        right = step
    if run.alone and right < len(run.words) and fold(run.words[right]) == "search":
        right += 1
    left = start
    while left > 0 and fold(run.words[left - 1]) in _INSIDE and run.words[0][:1].isupper():
        left -= 1
    while left < start and fold(run.words[left]) in _EDGE:
        left += 1
    return left, right


@lru_cache(maxsize=512)
def cut_apart(label: str, known: tuple[str, ...] = ()) -> str:
    """A label with gaps and capitals where words of trades and known names let them be seen."""
    label = _AROUND.sub("", label.lower())
    out: list[str] = []
    for part in re.split(r"[-_]", label):
        out.extend(_cut(part, frozenset(fold(k) for k in known if len(k) > 2)))
    return " ".join(
        w
        if w in {"and", "of", "de", "du", "des", "van", "von", "der", "di", "da"} and i
        else w[:1].upper() + w[1:]
        for i, w in enumerate(out)
        if w
    )


def _cut(part: str, known: frozenset[str]) -> list[str]:
    """Known names from the front, words of trades from the back; the middle stays whole."""
    front: list[str] = []
    back: list[str] = []
    for name in sorted(known, key=len, reverse=True):
        if part.startswith(name) and len(part) > len(name) + 2:
            front.append(name)
            part = part[len(name) :]
            break
    while True:
        word = next(
            (
                part[at:]
                for at in range(1 if not front else 0, len(part) - 2)
                if part[at:] in TRADES and (at == 0 or (at >= 3 and part[at:] not in _GROWN))
            ),
            "",
        )
        if not word:
            break
        back.insert(0, word)
        part = part[: -len(word)]
    for joint in ("and", "und"):
        before, middle, after = part.partition(joint)
        if middle and len(before) >= 4 and len(after) >= 4:
            return [*front, before, joint, after, *back]
    return [*front, *([part] if part else []), *back]
