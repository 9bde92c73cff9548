"""Where titles stand: a calling, the words that belong to it, and what announces it.

A text is cut into words once; a title is a head noun grown to both sides until a small
word, a verb, a stop or talk of applying ends it. Cues around it say how surely it is
the role the mail is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading.role.cues import (
    ADDRESS,
    ADJECTIVES,
    AS,
    BEFORE,
    BEHIND,
    BETWEEN,
    FIELD,
    JOINED,
    JOINED_WIDE,
    NOT_OFFERED,
    NUMBERED,
    POSTS,
    PROCESS,
    RANKS,
    SOFT,
    STOPS,
    WEAK,
)
from afterword.reading.role.tokens import LIGHT, NONE, Word, words_of
from afterword.reading.role.words import BREAKS, is_head
from afterword.reading.view import one_line


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROMAN = frozenset({"I", "II", "III", "IV", "V"})
_MOST_WORDS = 7
#: What a verb in the past or a coming time ends in, where a title may run into one.
_SHORTENED = ("'d", "'ll", "'re", "'ve", "'m", "n't", "’d", "’ll", "’re", "’ve", "’m", "n’t")
_VERBAL = ("ó", "ò", "á", "rà", "ît", "ait", "aient", "ou", "ung", "iert", "eert")
#: Of the soft words those that may open a subject; "Test Chef" is a test of a chef.
_LEADS = frozenset({"process", "stage", "third", "second", "first", "call", "contract"})
_LEARNED = _words("lecturer professor fellow postdoc researcher reader chair instructor tutor")
_LEVELS = _words("senior assistant deputy junior sessional specialty class associate")
_SPECIAL = frozenset({"IT", "HR", "ER", "UN", "AM", "SO"})
#: Quotes a title may stand in, and what it is called right behind.
_OPENING, _CLOSING = frozenset("\"“„«»‘'"), frozenset("\"”“»«’'")
_POST = frozenset({"role", "position", "post", "vacancy", "opening", "job"})
#: "For the Site Manager", "wegen der Teamleitung Lager"; folded.
_THE = _words("the a an our your der die das den dem des le la les du l el al o ao il lo de het")
_FOR = _words("for als as")
_ABOUT = _FOR | _words("about wegen bezuglich concernant sobre riguardo betreffende")
_ARTICLES = frozenset({"la", "l", "le", "los", "las"})


@dataclass(frozen=True, slots=True)
class Title:
    """Words that make a title, and how surely they name the role of this mail."""

    text: str
    weight: float


def titles_in(text: str, *, subject: bool, english: bool, own: bool = False) -> list[Title]:
    """Every stretch of the text that reads as a title, in the order of the text.

    In a subject a calling speaks for itself; in running text it must be announced. The user's
    `own` letter may be about a post in so many words; others write about people.
    """
    words = words_of(text)
    out: list[Title] = []
    upto = -1
    for at, word in enumerate(words):
        if at <= upto:
            continue
        if not is_head(word.text):
            named = _in_post(word) if subject else ""
            if named:
                out.append(Title(named[:1].upper() + named[1:], 3.5))
            continue
        if word.plain in STOPS or (word.plain in ADJECTIVES and not _opens(words, at)):
            continue
        if word.plain in ADDRESS and _followed_by_name(words, at):
            continue
        left, right = _left(words, at, subject), _right(words, at, subject, english)
        weight = _announced(words, left, right)
        right = _with_field(text, words, left, right)
        weight = _weighed(words, left, right, weight, subject=subject, own=own)
        if weight <= 0.0:
            continue
        upto = right - 1
        out.append(Title(_shown(text, words, left, right), weight))
    return out


def _weighed(
    words: list[Word], left: int, right: int, weight: float, *, subject: bool, own: bool
) -> float:
    """How much a stretch counts as the role; 0 when it is none."""
    title = words[left:right]
    heads = [at for at, w in enumerate(title) if is_head(w.text)]
    if len(title) > _MOST_WORDS:
        return 0.0
    if "".join(w.plain for w in title) in NOT_OFFERED and (weight < 2.0 or not subject):
        return 0.0
    alone = _alone(words, left, right)
    weak = all(title[at].plain in WEAK for at in heads)
    if subject:
        if weak and weight <= 0.0 and not alone:
            inside = 0 not in heads and len(title) - 1 not in heads
            if len(title) < 2 or inside:
                return 0.0
        return weight + 2.5
    if alone and len(title) > 1:
        weight += 1.0
    elif weight == 0.0 and _for(words, left, own) and len(title) > 1:
        weight = 1.2 if all(w.capital for w in title if len(w.text) > 3) else 0.0
    if weight and title[-1].text.endswith("s") and title[-1].plain[:-1] and _plural(title[-1]):
        weight -= 0.8
    if weak and len(title) == 1 and weight < 2.0:
        return 0.0
    return weight if weight >= 1.0 else 0.0


def _opens(words: list[Word], at: int) -> bool:
    """Whether no noun stands right before, which the word would only describe."""
    return at == 0 or words[at].gap > NONE or _ends(words[at - 1]) or words[at - 1].plain in BETWEEN


def _followed_by_name(words: list[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return bool(after and after.gap == NONE and after.capital and not _ends(after))


def _for(words: list[Word], left: int, own: bool) -> bool:
    at = left - 1
    articles = _THE if own else {"the", "a", "an", "our"}
    if at >= 0 and words[left].gap == NONE and words[at].plain in articles:
        at -= 1
    return at >= 0 and words[left].gap == NONE and words[at].plain in (_ABOUT if own else _FOR)


def _plural(word: Word) -> bool:
    return word.plain.endswith("s") and is_head(word.plain[:-1]) and not is_head(word.plain + "s")


def _in_post(word: Word) -> str:
    """The trade in a word that names its post ("Psychologenstelle"), or empty."""
    for post in POSTS:
        if word.plain.endswith(post) and len(word.plain) > len(post) + 4:
            trade = word.text[: -len(post)]
            for joint in ("s", "n", "en", ""):
                if (trade.endswith(joint) or not joint) and is_head(
                    trade[: len(trade) - len(joint)]
                ):
                    return trade[: len(trade) - len(joint)]
    return ""


def _ends(word: Word) -> bool:
    plain = word.plain
    if word.text.endswith(_SHORTENED):
        return True
    if plain in BREAKS or plain in STOPS:
        return word.text not in _SPECIAL and "&" not in word.text
    return sum(c.isdigit() for c in plain) > 2 or plain.endswith(PROCESS)


def _left(words: list[Word], at: int, subject: bool) -> int:
    """How far a title reaches to the left of its head."""
    left = low = at
    while left > 0 and words[left].gap == NONE and at - left < 4:
        before = words[left - 1]
        if before.text == "&" or before.plain in {"and", "und", "et", "y", "e", "en"}:
            further = words[left - 2] if left > 1 else None
            if further is None or not further.capital or words[left - 1].gap or _ends(further):
                break
            if not words[left].capital:
                break
            left -= 2
            low = left
            continue
        if before.plain in SOFT and before.capital and words[left].capital:
            first = left == 1 or words[left - 1].gap > NONE or _ends(words[left - 2])
            if first and not (left == 1 and before.plain not in _LEADS):
                left -= 1
                low = left
            break
        if _ends(before) or before.plain in JOINED or not before.plain:
            break
        if before.text[0].isdigit() and not before.plain.endswith(("st", "nd", "rd", "th", "d")):
            break
        left -= 1
        if before.capital or subject:
            low = left
    if low == left:
        return left
    # words without a capital belong to it where a small word or a break stands before them
    opened = left == 0 or words[left].gap > NONE or _ends(words[left - 1])
    opened = opened or words[left - 1].plain in BETWEEN or words[left - 1].plain in JOINED
    return left if opened and at - left <= 3 else low


def _right(words: list[Word], at: int, subject: bool, english: bool) -> int:
    """Where a title that turns on this head ends."""
    end = sure = at + 1
    loose = 0
    placed = not words[at].capital  # then a capital behind it is a place's or a firm's
    while end < len(words) and words[end].gap == NONE:
        word = words[end]
        if word.text in _ROMAN:
            return end + 1
        if word.plain.isdigit():
            last = end + 1 == len(words) or words[end + 1].gap > NONE
            graded = len(word.plain) == 1 and last and words[end - 1].capital
            if words[end - 1].plain not in NUMBERED and not graded:
                break
            end = sure = end + 1
            continue
        field = word.plain in FIELD
        if field or word.plain in JOINED or word.plain in JOINED_WIDE or word.text == "&":
            step = end + 1
            while step < len(words) and words[step].plain in _ARTICLES:
                step += 1
            if step >= len(words) or any(words[k].gap for k in range(end + 1, step + 1)):
                break
            further = words[step]
            if _ends(further):
                break
            if field:
                learned = words[at].plain in _LEARNED or further.plain == "training"
                if (english or further.capital) and not learned:
                    break
            elif word.plain not in JOINED and not (further.capital or is_head(further.text)):
                break
            end = step + 1
            sure = end if loose == 0 or further.capital else sure
            continue
        if _ends(word) or not word.plain:
            break
        if word.text[0].isdigit():
            break
        if is_head(word.text) or (word.capital and not (placed and not word.text.isupper())):
            end += 1
            sure = end
            continue
        if word.capital:
            break
        loose += 1
        if loose > 3 or (not subject and word.text.endswith(_VERBAL)):
            return sure
        end += 1
    if end == sure:
        return sure
    # a plain word belongs to it where the title then ends: at a stop or a small word
    closed = end == len(words) or words[end].gap > NONE or _ends(words[end])
    closed = closed or (words[end].capital and placed)
    return end if closed and (subject or not english) else sure


def _written_whole(text: str, words: list[Word], left: int, right: int) -> int:
    """Where a title with a comma ends that is written as one: “Product Lead, Charging”."""
    if right >= len(words) or text[words[right - 1].end : words[right].start] != ", ":
        return right
    end = right
    while end < len(words) and end - right < 3 and words[end].capital and not _ends(words[end]):
        end += 1
        if end < len(words) and words[end].gap != NONE:
            break
    around = text[max(0, words[left].start - 1)], text[words[end - 1].end :][:1]
    quoted = around[0] in _OPENING and around[1] in _CLOSING
    post = end < len(words) and words[end].gap == NONE and words[end].plain in _POST
    return end if quoted or post else right


def _with_field(text: str, words: list[Word], left: int, right: int) -> int:
    """What follows its comma, where the title goes on: in one pair of quotes, before "role", behind a bare rank."""
    whole = _written_whole(text, words, left, right)
    if whole > right:
        return whole
    if words[right - 1].plain not in RANKS or right >= len(words):
        return right
    if right - left > 2 or (right - left == 2 and words[left].plain not in _LEVELS):
        return right
    if text[words[right - 1].end : words[right].start] != ", " or not words[right].capital:
        return right
    end = right + 1
    while end < len(words) and end - right < 3 and words[end].gap == NONE and words[end].capital:
        end += 1
    if any(_ends(w) for w in words[right:end]):
        return right
    return end


def _announced(words: list[Word], left: int, right: int) -> float:
    """How surely the words around announce a role."""
    weight = 0.0
    at, crossed, steps = left, 0, 0
    said_as = False
    while at > 0 and steps < 6:
        crossed += words[at].gap == LIGHT
        if words[at].gap > LIGHT or crossed > 1:
            break
        at -= 1
        word = words[at]
        if word.plain in BEFORE:
            weight = 2.0 if not said_as else 2.2
            break
        said_as = said_as or word.plain in AS
        digits = sum(c.isdigit() for c in word.plain)
        if word.plain not in BETWEEN and digits < 2:
            break
        steps += 1
    if said_as and weight == 0.0:
        near = {w.plain for w in words[max(0, at - 6) : at + 1]}
        weight = 1.6 if near & BEFORE else 1.0
    if right < len(words) and words[right].gap == NONE:
        behind = words[right].plain
        if behind in BEHIND:
            weight = max(weight, 2.0) + 0.2
    return weight


def _alone(words: list[Word], left: int, right: int) -> bool:
    """Whether nothing else stands between the breaks around it."""
    return (left == 0 or words[left].gap >= LIGHT) and (
        right == len(words) or words[right].gap >= LIGHT
    )


def _shown(text: str, words: list[Word], left: int, right: int) -> str:
    """The title as written, a lower-case one with its first letter raised."""
    title = one_line(text[words[left].start : words[right - 1].end])
    title = re.sub(r"['’]s?$", "", title)
    if _plural(words[right - 1]) and words[right - 1].text.isascii() and title[-1] in "sS":
        title = title[:-1]  # an advert for several
    return title if title[:1].isupper() else title[:1].upper() + title[1:]
