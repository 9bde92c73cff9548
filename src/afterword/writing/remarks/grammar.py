"""Grammar and spelling of English letters, as Harper sees them; silent where Harper is absent.

Loaded on the first letter that needs it, because its dictionary takes a second. One linter a
thread: a call into one that is busy raises.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Collection, Iterator
from typing import Any

from afterword.terms import Finding
from afterword.writing.remarks.sheet import Sheet

#: What Harper says of style is said by our own rules already, or is a matter of taste.
_LEFT_OUT = frozenset(
    {
        "Readability",
        "Style",
        "Enhancement",
        "WordChoice-Style",
        "Formatting",
        "Regionalism",
        "Capitalization",
        "Redundancy",
        "Typo-Style",
    }
)
_own = threading.local()


def available() -> bool:
    """Whether grammar can be looked at on this machine."""
    return _linter() is not None


def _linter() -> Any | None:
    if not hasattr(_own, "linter"):
        try:
            from harper import Linter
        except ImportError:
            _own.linter = None
        else:
            _own.linter = Linter()
    return _own.linter


def grammar(sheet: Sheet) -> Iterator[Finding]:
    """Slips of grammar and spelling, each with Harper's best mend; names that are known pass."""
    if sheet.language != "en":
        return
    linter = _linter()
    if linter is None:
        return
    begin = sheet.start
    text = sheet.text[begin:]
    known = _known(sheet)
    for lint in linter.lint(text):
        kind = str(lint.lint_kind)
        word = lint.problem_text
        options = [one.replacement_text for one in lint.suggestions]
        if kind in _LEFT_OUT or _passes(kind, word, options, known, text, lint.span.start):
            continue
        start, end = begin + lint.span.start, begin + lint.span.end
        if sheet.is_quoted(start, end) or _is_foreign(sheet, start):
            continue
        rule = "spelling" if kind in ("Spelling", "Typo", "BoundaryError") else "grammar"
        mend = options[0] if options else None
        yield Finding(start, end, rule, "mend" if mend is not None else "look", _says(lint), mend)


_GREETS = re.compile(
    r"(?:dear|hi|hello|good|to|thank|thanks|with|kind|best|warm|yours|sincerely|regards|many|all|"
    r"cheers|respect|grateful|my)",
    re.IGNORECASE,
)


def _is_foreign(sheet: Sheet, at: int) -> bool:
    """Greetings and farewells may be in another language: “Kia ora”, “Ngā mihi”."""
    for piece in (sheet.greeting, sheet.closing):
        if piece.start <= at < piece.end:
            return _GREETS.match(piece.text.lstrip()) is None
    return False


def _says(lint: Any) -> str:
    return str(lint.message).replace("`", "”", 2).replace("”", "“", 1)


def _known(sheet: Sheet) -> frozenset[str]:
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", " ".join([sheet.said, *sheet.names]))
    return frozenset(
        part.casefold() for word in words for part in (word, *re.split(r"[-’']", word))
    )


def _passes(
    kind: str, word: str, options: list[str], known: Collection[str], text: str, at: int
) -> bool:
    if kind == "WordChoice" and word.casefold() == "let":
        return True  # "and let everything else run": Harper hears a call to act in any "let"
    if kind != "Spelling":
        # "an honour": the article before a silent h, spelled the British way.
        return (
            word.casefold() in ("a", "an")
            and text[at:].split()[1:2][0:1] != []
            and (text[at:].split()[1].casefold().startswith(("hono", "heir", "hour")))
        )
    small = word.casefold().replace("’", "'").removesuffix("'s")
    if small in known or all(part in known for part in re.split(r"[-']", small)):
        return True
    if any(sign.isupper() for sign in word[1:]) or any(sign.isdigit() for sign in word):
        return True
    # A capital within a sentence marks a name nobody told us of; the facts ask about it, not spelling.
    inside = re.search(r"[^\s.!?:“\"(][ \t]+$", text[:at]) is not None
    if word[0].isupper() and inside and not _a_day(options):
        return True
    return any(_british(small) == _british(option.casefold()) for option in options)


_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


def _a_day(options: list[str]) -> bool:
    return any(option.casefold() in _DAYS for option in options[:1])


_PAIRS = tuple(
    (re.compile(a), b)
    for a, b in (
        (r"(?<=[a-z])our", "or"), (r"is(?=(?:e[ds]?|ing|ations?|er|ers|able)$)", "iz"),
        (r"ys(?=(?:e[ds]?|ing|er|ers)$)", "yz"), (r"([bcdt])re(s?)$", r"\1er\2"),
        (r"ll(?=(?:ed|ing|er|ers|or|ors|ous)$)", "l"), (r"ogue", "og"), (r"ence$", "ense"),
        (r"ae|oe", "e"), (r"mme", "m"), (r"ll?(?=ment)", "l"), (r"(?<=ski)l(?=ful)", "l"),
        (r"gement", "gment"), (r"que(s?)$", r"ck\1"), (r"l(?=fil|rol)", "l"), (r"-", ""),
        (r"fulfil$", "fulfill"), (r"enrol$", "enroll"), (r"wards$", "ward"), (r"grey", "gray"),
        (r"mould", "mold"), (r"programmes?$", "program"), (r"practis", "practic"),
        (r"learnt$", "learned"), (r"whilst", "while"), (r"cosy", "cozy"), (r"tyre", "tire"),
        (r"plough", "plow"), (r"draught", "draft"), (r"licence", "license"), (r"kerb", "curb"),
    )
)  # fmt: skip


def _british(word: str) -> str:
    """A word in one spelling on both shores, so that neither is a slip."""
    for pattern, there in _PAIRS:
        word = pattern.sub(there, word)
    return word
