"""Which words of an English letter are slips of the pen, and not words a dictionary never met.

Harper's dictionary is one shore's at a time, and short of trades and of names: in seven thousand
sound sentences by five hands (corpus/letters/learning) it called 132 words misspelled, all in vain:
kerb, maths, herbarium, Priya. So a word is asked about only where no ordinary list knows it; it
passes when any of Harper's dialects has it, and is a slip only where it lies near a word it may
have been meant for.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from afterword.terms import Finding
from afterword.writing.lexicon import words_of
from afterword.writing.names_said import ordinary
from afterword.writing.remarks.nearly import slips
from afterword.writing.remarks.sheet import Sheet

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INSIDE = re.compile(r"[^\s.!?:“\"(][ \t]+$")
#: Below this a word has too many neighbours for nearness to say anything rare.
_SHORT, _LONG = 5, 9
_GENITIVE = re.compile(r"['’]s?$")
_TIMES = words_of(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december"""
)
_own = threading.local()


def spelling(sheet: Sheet, known: Collection[str]) -> Iterator[Finding]:
    """Words no dictionary has that lie close to one they may have been meant for, each with its mend."""
    text = sheet.text[sheet.start :]
    asked = [match for match in _WORD.finditer(text) if _is_asked(match, known, text)]
    meant = _meant(tuple(dict.fromkeys(match[0].replace("’", "'") for match in asked)))
    for match in asked:
        options = meant.get(match[0].replace("’", "'"))
        if options is None:
            continue
        mend = _nearest(match[0], options, _INSIDE.search(text[: match.start()]) is not None)
        if mend and not _is_derived(match[0]) and not sheet.is_kept(match[0]):
            start = sheet.start + match.start()
            says = f"Did you mean to spell “{match[0]}” this way?"
            yield Finding(start, start + len(match[0]), "spelling", "mend", says, mend)


def _is_asked(match: re.Match[str], known: Collection[str], text: str) -> bool:
    word = match[0]
    if any(sign.isupper() for sign in word[1:]):
        return False
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() :][:2]
    if before and (before.isdigit() or before in "@/#_’'-.&"):
        return False
    if after[:1].isdigit() or after[:1] == "@" or (after[:1] == "." and after[1:].isalnum()):
        return False  # an address: somebody@, example.org
    small = _GENITIVE.sub("", word.casefold())
    if len(small) < 3 or small in known or all(part in known for part in re.split(r"[-'’]", small)):
        return False
    return british(small) not in _ordinary()


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(british(word) for word in ordinary("en"))


@lru_cache(maxsize=256)
def _meant(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The words that no dialect has, with what Harper offers for each."""
    left: dict[str, tuple[str, ...]] = dict.fromkeys(words, ())
    for linter in _spellers():
        if not left:
            break
        found = {
            lint.problem_text.replace("’", "'"): tuple(
                one.replacement_text for one in lint.suggestions
            )
            for lint in linter.lint("\n\n".join(left))
        }
        left = {word: (*was, *found[word]) for word, was in left.items() if word in found}
    return left


def _spellers() -> Sequence[Any]:
    """One linter a dialect that looks at spelling alone; one set a thread, as Harper wants it."""
    if not hasattr(_own, "spellers"):
        try:
            from harper import Dialect, Linter
        except ImportError:
            _own.spellers = ()
        else:
            _own.spellers = tuple(Linter(dialect=one) for one in Dialect)
            for linter in _own.spellers:
                linter.set_lint_config(
                    {name: name == "SpellCheck" for name in linter.get_lint_config()}
                )
    return _own.spellers  # type: ignore[no-any-return]


def _nearest(word: str, options: Sequence[str], inside: bool) -> str:
    """The ordinary word it was meant for, or nothing: then it is a trade's word, or a name."""
    small = word.casefold().replace("’", "'")
    for option in options:
        meant = option.casefold()
        if "'" in meant and "'" not in small:
            continue
        common = british(_GENITIVE.sub("", meant)) in _ordinary()
        if not common and not (option == options[0] and _is_plainly(small, meant)):
            continue
        if word[0].isupper() and (len(meant) <= _SHORT or (inside and meant not in _TIMES)):
            continue  # a name, unless it lies a slip away from a day or begins the sentence
        if small.rstrip("s'") == meant.rstrip("s'"):
            return ""  # one more of them, or something of theirs
        apart = slips(small, meant)
        if apart == 1 and (len(small) > _SHORT or _is_light(small, meant)):
            return option
        if apart == 2 and len(small) >= _LONG and small[0] == meant[0]:
            return option
    return ""


_ENDS = re.compile(r"(?:ers?|ors?|ings?|ness|able|less|ish|like|wise|y)$")


def _is_derived(word: str) -> bool:
    """Whether a word is made by rule of one that everybody knows: "stack", so "stackers" as well."""
    stem = _ENDS.sub("", word.casefold())
    if stem == word.casefold() or len(stem) < 4:
        return False
    bare = stem[:-1] if stem[-1] == stem[-2] else stem
    return any(british(one) in _ordinary() for one in (stem, bare, stem + "e"))


def _is_plainly(word: str, meant: str) -> bool:
    """A long word of a trade's, one slip away from the first that Harper thinks of."""
    return (
        len(word) > _SHORT + 1
        and word[0] == meant[0]
        and word[-1] == meant[-1]
        and slips(word, meant) == 1
    )


def _is_light(word: str, meant: str) -> bool:
    """A letter forgotten, doubled or swapped; any other slip makes one short word of another."""
    if len(word) < len(meant):
        return True
    if len(word) > len(meant):
        return any(a == b for a, b in pairwise(word))
    return sorted(word) == sorted(meant)


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


@lru_cache(maxsize=16_384)
def british(word: str) -> str:
    """A word in one spelling on both shores, so that neither is a slip."""
    for pattern, there in _PAIRS:
        word = pattern.sub(there, word)
    return word
