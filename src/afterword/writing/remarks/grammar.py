"""Grammar and spelling of English letters, as Harper sees them; silent where Harper is absent.

Loaded on the first letter that needs it, because its dictionary takes a second. One linter a
thread: a call into one that is busy raises.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

from afterword.terms import Finding
from afterword.writing.remarks.sheet import Sheet
from afterword.writing.remarks.spelling import spelling

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
#: Whole groups of Harper's rules that look at house style, not at slips; not asked at all.
_GROUPS_OUT = frozenset(
    {
        "Proper Nouns",
        "Initialisms",
        "Closed Compounds",
        "Capitalization and Case",
        "Numbers and Units",
        "Compounds and Hyphenation",
        "Style and Redundancy",
        "Regionalisms and Dialect",
    }
)
#: Rules that spoke up in vain twice or more in seven thousand sound sentences (corpus/letters/learning)
#: and found no slip there; spelling is looked at apart.
_RULES_OUT = re.findall(
    r"\w+",
    """DisjointPrefixes FindFine HowTo InThisThatRegard Insofar LetsConfusion MassNouns MissingPreposition MissingTo
    ModalBeAdjective MultipleSequentialPronouns NominalWants NotTo OneOfTheSingular OutOfDate PossessiveYour
    PronounContraction QuantifierNumeralConflict SetABadExample SpellCheck TheLastDays ThereIsAgreement
    UpdatePlaceNames WereWhere WhomSubjectOfVerb WrongNegative YourPredicateAdjective""",
)
#: Rules of the groups left out that do catch slips.
_RULES_IN = frozenset(["RepeatedWords", "AnAnother", "AnotherAn", "MoreBetter", "MergeWords"])
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
            _own.linter.set_lint_config(dict.fromkeys(_silenced(_own.linter), False))
    return _own.linter


def _silenced(linter: Any) -> Iterator[str]:
    """The rules that are not asked: they look for style, or were mostly wrong."""
    yield from _RULES_OUT
    for setting in linter.get_structured_lint_config()["settings"]:
        group = setting.get("Group", {})
        if group.get("label") in _GROUPS_OUT:
            for one in group["child"]["settings"]:
                name = one.get("Bool", {}).get("name")
                if name and name not in _RULES_IN:
                    yield name


def grammar(sheet: Sheet) -> Iterator[Finding]:
    """Slips of grammar and spelling, each with Harper's best mend; names that are known pass."""
    if sheet.language != "en":
        return
    linter = _linter()
    if linter is None:
        return
    begin = sheet.start
    text = sheet.text[begin:]
    for lint in linter.lint(text):
        kind = str(lint.lint_kind)
        if kind in _LEFT_OUT or _passes(kind, lint.problem_text, text, lint.span.start):
            continue
        start, end = begin + lint.span.start, begin + lint.span.end
        if sheet.is_quoted(start, end) or _is_foreign(sheet, start):
            continue
        options = [one.replacement_text for one in lint.suggestions]
        rule = "spelling" if kind in ("Spelling", "Typo", "BoundaryError") else "grammar"
        mend = options[0] if options else None
        yield Finding(start, end, rule, "mend" if mend is not None else "look", _says(lint), mend)
    for one in spelling(sheet, _known(sheet)):
        if not sheet.is_quoted(one.start, one.end) and not _is_foreign(sheet, one.start):
            yield one


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


def _passes(kind: str, word: str, text: str, at: int) -> bool:
    if kind == "WordChoice" and word.casefold() == "let":
        return True  # "and let everything else run": Harper hears a call to act in any "let"
    if word.casefold() == "there" and re.search(r"\b(?:is|are|was|were) $", text[:at], re.I):
        return True  # "Is there news you can share?"
    # "an honour": the article before a silent h, spelled the British way.
    following = text[at:].split()[1:2]
    return (
        word.casefold() in ("a", "an")
        and bool(following)
        and following[0].casefold().startswith(("hono", "heir", "hour"))
    )
