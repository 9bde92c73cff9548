"""A name that is nearly one the facts know: a few letters off, or half of it another's.

"Ansell Rowe" for Amsel Rowe, "the Harbour Prize" for the Harker Prize. A word is held against the
known names letter by letter, and against the company it keeps: whoever stands beside "Rowe" is
Amsel. Ordinary words of the language are nobody's name, and another form of a name is that name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from afterword.writing import claims, names_said
from afterword.writing.days_said import months_and_days
from afterword.writing.lexicon import words_of
from afterword.writing.remarks.sheet import Sheet

#: Small words a longer name is held together by.
_LINK = (
    r"(?:de|del|des|du|la|las|los|le|les|el|für|of|the|und|and|et|y|&|der|die|das|am|an|von|van|zu)"
)
_WORD = r"(?:(?:O|[DdLl])[’'])?[A-ZÀ-ÖØ-Þ][^\W\d_]*"
_CHAIN = re.compile(
    rf"(?<![^\W\d_])(?<![’']){_WORD}(?:(?:-|[ \t]+(?:{_LINK}[ \t]+){{0,2}}){_WORD})*"
)
_ONE = re.compile(_WORD)
#: What stands before a firm, a house or a prize, and before no person.
_AT = re.compile(
    r"\b(?:at|for|join(?:ing)?|the|bei|beim|im|am|das|die|der|dem|chez|à la|au|aux|dans|le|la|les|en|al|los|las|el|von der|für die)"
    r"\s+$|\b[dl][’']$",
    re.IGNORECASE,
)
#: The same with a capital, at the head of a sentence: no part of the name.
_LEADS = words_of("at bei beim im in am chez dans en au aux a for für join with mit avec con")
#: A post or a title before a name says that a person follows.
_CALLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|professor|herrn?|frau|mme|mlle|madame|monsieur|sra?|srta|señora?|don|doña|coach|sister|"
    r"m)\.?\s+$",
    re.IGNORECASE,
)
#: Endings a name takes in a sentence: genitives, plurals, who comes from there.
_BENT = words_of("s es e n en er ern ns se ’s a an in ian ien ienne")
#: Endings so many names share that sharing them says nothing.
_COMMON = tuple(
    words_of(
        """burg stadt heim bach berg feld hausen stein mann ville shire ington chester field bridge worth
        borough ation ering ester land haven mouth"""
    )
)
_TIMES = frozenset(months_and_days())
_KINDS = re.compile(
    r"\b(?:gmbh|ag|ltd|inc|llc|plc|group|gruppe|groupe|grupo|partners|bank|foods?|labs?|systems?|media|foundation|trust|fund|"
    r"stiftung|fondation|fundación|verlag|klinik|clinics?|clinique|clínica|hospital|hotel|hôtel|gasthof|university|college|school|"
    r"academy|institut\w*|studios?|games|maps|software|industries|pharma|consulting|capital|insurance|airlines|motors|press|museum|"
    r"council|port|theater|theatre|théâtre|teatro|prize|preis|prix|premio|services?|supply|dairies|régie|transports?|atelier|"
    r"laboratorios?|cooperativa|coopérative|escuela|école|viña|bodega|frutería|papierfabrik|tiefbau|werke|architects|edition|borough|"
    r"society|charity|store|stores|shop|restaurant|brewery|farm|farms|mill|mills|line|lines|works|ferries|freight|logistics)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nearly:
    """A stretch of the letter, the known name it comes close to, and whether that is a firm."""

    start: int
    end: int
    said: str
    meant: str
    whole: str
    firm: bool


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    text: str
    firm: bool
    ours: bool  # of the reader, their firm or the writer


@lru_cache(maxsize=8)
def nearly(sheet: Sheet) -> tuple[Nearly, ...]:
    """The words of the letter, its subject too, that come close to a known name and are none."""
    return tuple(_close(sheet))


def _close(sheet: Sheet) -> Iterator[Nearly]:
    names = _names(sheet)
    known = claims.name_words(sheet.said) | claims.name_words(" ".join(sheet.names))
    targets = [
        (word, one)
        for one in names
        for word in one.words
        if len(word) > 2 and not _plain(word, sheet.language) and word not in _TIMES
    ]
    for match in _CHAIN.finditer(sheet.text):
        if sheet.greeting.start <= match.start() < sheet.greeting.end:
            continue
        if match.start() >= sheet.closing.start or (
            match.start() < sheet.start
            and not sheet.subject.start <= match.start() < sheet.subject.end
        ):
            continue
        if sheet.is_quoted(*match.span()):
            continue
        yield from _of_chain(sheet, match, names, targets, known)


def _of_chain(
    sheet: Sheet,
    match: re.Match[str],
    names: list[_Name],
    targets: list[tuple[str, _Name]],
    known: frozenset[str],
) -> Iterator[Nearly]:
    pieces = [(m[0], match.start() + m.start()) for m in _ONE.finditer(match[0])]
    if _small(pieces[0][0]) in _LEADS:
        pieces.pop(0)
    words = tuple(_small(piece) for piece, _ in pieces)
    called = _CALLED.search(sheet.text[max(0, match.start() - 12) : match.start()]) is not None
    for i, (piece, start) in enumerate(pieces):
        word = words[i]
        if len(word) < 3 or _is_known(word, known) or word in _TIMES:
            continue
        if sheet.is_law(start, start + len(piece)):
            continue
        plain = _plain(word, sheet.language) or word in names_said.FORMS
        found = _beside(words, i, names, plain, sheet.language)
        if found is None and not plain:
            found = _alone(words, i, targets, sheet.language, called)
        if found is not None and not sheet.is_kept(piece):
            meant, one = found
            firm = one.firm and not called
            end = start + len(piece)
            yield Nearly(start, end, piece, _as_written(meant, one.text), one.text, firm)


def _beside(
    words: tuple[str, ...], i: int, names: list[_Name], plain: bool, language: str
) -> tuple[str, _Name] | None:
    """The word a known name has where this one has another, the word beside it being the same."""
    for step in (-1, 1):
        if not 0 <= i + step < len(words):
            continue
        friend = words[i + step]
        if len(friend) < 2:
            continue
        for one in names:
            for j, other in enumerate(one.words):
                if other != friend or not 0 <= j - step < len(one.words):
                    continue
                meant = one.words[j - step]
                if meant in words or meant == words[i] or len(meant) < 3:
                    continue
                close = near(words[i], meant)
                if plain and not close:
                    continue
                rare = not _plain(friend, language) and not _KINDS.search(friend)
                if _bent(words[i], meant) or (_plain(meant, language) and not close):
                    continue
                if close or rare or words[i][0] == meant[0] or _shared(words[i], meant) >= 4:
                    return meant, one
    if len(words) > 1 and not plain:
        for one in names:
            # "Régie de la Vésubie" for the Régie des Eaux du Vercors: the firm's last word is another's.
            first = i > 0 and one.ours and one.firm and words[0] == one.words[0]
            last = one.words[-1]
            if first and i == len(words) - 1 and last not in words and words[i][0] == last[0]:
                return last, one
    return None


def _alone(
    words: tuple[str, ...],
    i: int,
    targets: list[tuple[str, _Name]],
    language: str,
    called: bool,
) -> tuple[str, _Name] | None:
    best: tuple[int, str, _Name] | None = None
    people = [one for _, one in targets if not one.firm]
    for meant, one in targets:
        # German capitals are mostly nouns: there half a word in common says little.
        wide = language != "de" or one.ours or one.firm
        if meant in words or not near(words[i], meant, wide=wide):
            continue
        # who stands beside a first name that is known is a person, whatever firm is spelled like it
        person = called or any(word in one.words for word in words for one in people)
        shared = len(set(words) & set(one.words))
        score = 8 * shared - 2 * slips(words[i], meant) + (one.firm is not person)
        if person and one.firm and not shared:
            continue
        if best is None or score > best[0]:
            best = score, meant, one
    return None if best is None else best[1:]


@lru_cache(maxsize=16384)
def near(word: str, meant: str, *, wide: bool = True) -> bool:
    """Whether a name, small and without accents, is a slip of the other and not a form of it."""
    if word == meant or _bent(word, meant) or _bent(meant, word):
        return False
    if min(len(word), len(meant)) < 4:
        return len(meant) == 3 and word.startswith(meant) and len(word) < 6
    longest, same = max(len(word), len(meant)), word[0] == meant[0]
    if abs(len(word) - len(meant)) > 3:
        return False
    if word.startswith(meant) or meant.startswith(word):
        return abs(len(word) - len(meant)) == 1 and longest > 4
    limit = (1 if longest < 6 else 2 if longest < 8 else 3) if same else 1
    if (same or word[-3:] == meant[-3:]) and slips(word, meant) <= limit:
        return True
    if not wide:
        return False
    shared = _shared(word, meant)
    if word[:shared] == meant[:shared]:
        return shared >= 4 and shared * 2 >= longest
    tail = word[-shared:]
    return shared >= 5 and shared * 2 >= longest and not tail.endswith(_COMMON)


def _shared(word: str, meant: str) -> int:
    """The longest beginning or end both have."""
    sizes = []
    for a, b in ((word, meant), (word[::-1], meant[::-1])):
        n = 0
        while n < min(len(a), len(b)) and a[n] == b[n]:
            n += 1
        sizes.append(n)
    return max(sizes)


def slips(a: str, b: str) -> int:
    """How many letters are wrong, missing, too many or changed places (Damerau and Levenshtein)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        now = [i]
        for j, right in enumerate(b, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def _bent(word: str, meant: str) -> bool:
    return word.startswith(meant) and word[len(meant) :] in _BENT


def _is_known(word: str, known: frozenset[str]) -> bool:
    return (
        word in known
        or any(
            word.endswith(end) and word.removesuffix(end) in known for end in ("s", "es", "e", "n")
        )
        or word in _folded(known)
    )


@lru_cache(maxsize=64)
def _folded(known: frozenset[str]) -> frozenset[str]:
    return frozenset(_small(word) for word in known)


@lru_cache(maxsize=8192)
def _plain(word: str, language: str) -> bool:
    """Whether the language has this as an ordinary word."""
    if language == "de":
        return names_said.is_german_word(word)
    return names_said.is_ordinary(word, language)


@lru_cache(maxsize=8192)
def _small(word: str) -> str:
    bare = re.sub(r"^(?:[DdLl])[’']", "", word).casefold()
    return "".join(
        sign for sign in unicodedata.normalize("NFD", bare) if not unicodedata.combining(sign)
    )


def _as_written(meant: str, text: str) -> str:
    return next((m[0] for m in _ONE.finditer(text) if _small(m[0]) == meant), text)


def _names(sheet: Sheet) -> list[_Name]:
    """The names the letter may know: the reader's and their firm's first, then those of the facts."""
    to = sheet.to
    found: list[_Name] = []
    for text in dict.fromkeys(filter(None, (to.company if to else "", sheet.company))):
        found.append(_Name(_spoken(text), text, True, True))
    theirs = {word for one in found for word in one.words}
    for text in filter(None, (to.name if to else "", sheet.me)):
        found.append(_Name(_spoken(text), text, False, True))
    found += [_Name(_spoken(text), text, False, False) for text in sheet.persons]
    for fact in sheet.facts:
        for match in _CHAIN.finditer(fact.text):
            words = _spoken(match[0])
            leads = words[0] in _LEADS
            words = words[1:] if leads else words
            before = fact.text[max(0, match.start() - 16) : match.start()]
            person = _CALLED.search(before) is not None
            whole = len(words) > 1 and set(words) <= theirs
            firm = not person and (
                leads
                or whole
                or _KINDS.search(match[0]) is not None
                or _AT.search(before) is not None
            )
            found.append(_Name(words, match[0], firm, False))
    return [one for one in found if one.words]


def _spoken(text: str) -> tuple[str, ...]:
    return tuple(_small(match[0]) for match in _ONE.finditer(text))
