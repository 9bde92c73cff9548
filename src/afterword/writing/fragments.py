"""How the user's own words become sentences: cleaned, classed by shape, never reworded.

A story is kept as the user typed it: with or without "I", a full stop or a capital.
Where the shape is plain the fragment becomes an ordinary sentence. Where it is not, it
is set behind a colon, which reads well for any shape; a guess could make nonsense.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

from afterword.writing.calling import MONTHS
from afterword.writing.lexicon import words_of

_OPENERS = {"“": "”", "(": ")", "«": "»"}
_STOP = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNo\.)"
    r"(?:(?<=[.!?…])|(?<=[.!?…][”’)\]“»])|(?<=[^\s,:;]\]))\s+(?=[“„«(\[¿¡]?[A-ZÀ-ÞŒ0-9€$£\[])"
)
_GERMAN_DATE = re.compile(r"\b\d{1,2}\.$")
_GERMAN_MONTHS = tuple(MONTHS["de"])


class Shape(Enum):
    """What a fragment is, as far as its first words show it."""

    WHOLE = "a sentence with its own subject"
    PAST = "begins with what was done: Moved 14 lines"
    GERUND = "begins with -ing: Moving 14 lines"
    INFINITIVE = "begins with to, or is the bare verb of a task: reduce errors"
    PHRASE = "anything else: two unions; errors from 2.1% to 0.4%"


def in_any_case(pattern: str) -> re.Pattern[str]:
    """The pattern as it is sought in a sentence: capitals and small letters are one."""
    return re.compile(pattern, re.IGNORECASE)


def clean(text: str) -> str:
    """One line without bullets, doubled signs or lonely quotes; no stop at its end.

    Square brackets become round ones, because in a letter they mean a hole.
    """
    line = re.sub(r"[\x00-\x1f\x7f\u2028\u2029\u200b\ufeff\s]+", " ", text).strip()
    line = line.replace("[", "(").replace("]", ")")
    line = re.sub(r"^(?:[-–—•*·>#]+\s*|\d{1,2}[.)]\s+)+", "", line)
    line = re.sub(r"\s*(?:[-=]>|→)\s*", " to ", line)
    before = None
    while line != before:
        before = line
        line = _quotes(line)
        line = re.sub(r"\.{2,}", "…", line)
        line = re.sub(r"\s+(?=[,;:!?…]|\.(?!\d))", "", line)
        line = re.sub(r"[.,;:!?…]{2,}", _one_sign, line)
        line = re.sub(r"(?<=[“(«]) | (?=[”)»])", "", line)
        line = re.sub(r"(?<=[“(«])[.,;:!?]+", "", line)
        line = re.sub(r" {2,}", " ", line).lstrip(" .,;:!?–—-…•*·>#").rstrip(" .,;:–—-…")
    return line


def _one_sign(signs: re.Match[str]) -> str:
    """The one sign that a cluster means; "etc.," is right as it is."""
    if signs[0] == ".,":
        return signs[0]
    return next((sign for sign in "?!…" if sign in signs[0]), signs[0][0])


def _quotes(line: str) -> str:
    """Straight quotes made curly; any pair that does not close is taken out whole."""
    line = re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s\w)", "’", line)
    line = re.sub(r"[„‟]", "“", line)
    if line.count('"') % 2 == 0:
        while '"' in line:
            line = line.replace('"', "“", 1).replace('"', "”", 1)
    line = line.replace('"', " ")
    for opener, closer in _OPENERS.items():
        if not _balanced(line, opener, closer):
            line = line.replace(opener, " ").replace(closer, " ")
    for opener, closer in _OPENERS.items():
        line = re.sub(rf"{re.escape(opener)}\s*{re.escape(closer)}", " ", line)
    return line


def _balanced(line: str, opener: str, closer: str) -> bool:
    depth = 0
    for sign in line:
        depth += (sign == opener) - (sign == closer)
        if depth not in (0, 1):
            return False
    return depth == 0


def split(text: str) -> list[str]:
    """The sentences of a text, each with its own stop; "26. Februar" stays in one."""
    parts: list[str] = []
    for part in _STOP.split(text):
        if parts and _GERMAN_DATE.search(parts[-1]) and part.startswith(_GERMAN_MONTHS):
            parts[-1] += " " + part.strip()
        elif part.strip():
            parts.append(part.strip())
    return parts


def shape(fragment: str, *, strict: bool = False) -> Shape:
    """The shape of a cleaned fragment; PHRASE whenever it is not plain.

    `strict` is for what was hard: there "failed migration" names a thing, not a deed.
    """
    # What follows a semicolon has its own verb: "Ran it from Breda; I stopped visiting".
    opening = fragment.split(";")[0]
    fragment = opening if len(opening.split()) > 2 else fragment
    words = re.findall(r"[^\s,;:()“”]+", fragment)
    if not words:
        return Shape.PHRASE
    first, rest = words[0].casefold().replace("'", "’"), [w.casefold() for w in words[1:]]
    if first in _SUBJECTS or first.startswith(("i’", "we’")):
        return Shape.WHOLE if rest or first.startswith(("i’", "we’")) else Shape.PHRASE
    if first == "to" and rest:
        return Shape.INFINITIVE
    marked = re.findall(r"[^\s;:()“”]+", fragment)
    after_comma = {i for i, w in enumerate(marked[:-1]) if w.endswith(",")}
    main = [
        w
        for i, w in enumerate(rest)
        # "…, and kept a fallback" goes on with the same subject, so it is no verb of its own.
        if not {"that", "which", "who"} & set(rest[:i])
        and i not in after_comma
        and (i == 0 or rest[i - 1] not in ("and", "or"))
    ]
    second_finite = any(w in _FINITE for w in main)
    if _done(first, rest, strict) and not second_finite:
        return Shape.PAST
    if first.endswith("ing") and len(first) > 5 and rest and not second_finite:
        return Shape.GERUND if rest[0] in _DETERMINERS or rest[0][:1].isdigit() else Shape.PHRASE
    if first in _BARE and rest and not second_finite:
        return Shape.INFINITIVE
    if second_finite and first in _DETERMINERS | _PRONOUNS:
        return Shape.WHOLE
    if any(w in _PLAIN_FINITE for w in main[:2]) and words[0][0].isalpha():
        return Shape.WHOLE
    return Shape.PHRASE


def tells(sentence: str) -> bool:
    """Whether a sentence that its writer ended with a stop has a verb of its own: it stands alone.

    Only for words the user wrote as a sentence; a note without a stop may be anything.
    """
    words = [word.casefold() for word in re.findall(r"[^\s,;:()“”]+", sentence)]
    first = [w.casefold() for w in re.findall(r"[^\s()“”]+", re.split(r"[,;:]\s", sentence)[0])]
    if len(first) > 3:
        words = first + [""] * (len(words) - len(first))
    if len(words) < 6 or words[0].endswith(("ed", "ing")) or words[0] in _PAST | _BARE:
        return False
    clause = words[1 : next((i for i, w in enumerate(words) if w in _JOINING), len(words))]
    return any(word in _FINITE or (word.endswith("ed") and len(word) > 4) for word in clause)


def _done(first: str, rest: list[str], strict: bool) -> bool:
    """Whether the fragment opens with a deed that can take "I" before it."""
    if first in _PAST_TO and rest[:1] in (["to"], ["with"], ["for"]):
        return True
    if not rest or first in _NOT_DEEDS or rest[0] in ("by", "to", "as", "from", "at", "and"):
        return False
    opens_object = rest[0] in _DETERMINERS | _OWNERS or rest[0][:1].isdigit()
    if first in _PAST:
        return opens_object or not strict
    if first in _PAST_WITH_OBJECT:
        return opens_object
    return first.endswith("ed") and len(first) > 4 and opens_object


def lower_first(fragment: str, known_lower: Collection[str] = ()) -> str:
    """The fragment with a small first letter where that is surely no name."""
    head = re.match(r"[^\W\d_]+(?:[-’][^\W\d_]+)*", fragment)
    if not head or head[0] == "I" or head[0].startswith("I’"):
        return fragment
    word = head[0].casefold()
    if len(head[0]) > 1 and head[0][1:] != head[0][1:].lower():
        return fragment
    plain = (
        word in _DETERMINERS | _PRONOUNS | _SUBJECTS | _PAST | _BARE | _PLAIN_NOUNS
        or word in known_lower
        or word == "to"
        or (word.endswith("ed") and len(word) > 4)
        or re.search(r"(?:ing|ings|tion|tions|ment|ments|ness|ity|ance|ence|ive|ous|able)$", word)
        is not None
    )
    return fragment[0].lower() + fragment[1:] if plain else fragment


def upper_first(fragment: str) -> str:
    """The fragment with a capital, unless it opens with a name written small, as iPhone."""
    head = fragment.split(" ", 1)[0]
    if not fragment or head[1:] != head[1:].lower():
        return fragment
    for i, sign in enumerate(fragment):
        if sign.isalpha():
            return fragment[:i] + sign.upper() + fragment[i + 1 :]
        if sign.isdigit():
            break
    return fragment


def stop(sentence: str) -> str:
    """The sentence with exactly one stop at its end."""
    sentence = sentence.rstrip()
    if re.search(r"[.!?…][”’)]?$", sentence) or sentence.endswith("]"):
        return sentence
    return sentence + "."


def quoted(text: str) -> str:
    """The words in quotation marks, inner marks made single, no stop inside the end."""
    inner = clean(text).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


_SUBJECTS = words_of("i we my our")
_PRONOUNS = words_of(
    "you your he she they it this that these those there their his her its nobody everyone what who"
)
_DETERMINERS = words_of("""a an the two three four five six seven eight nine ten eleven twelve twenty some many few
    several both all no each every another most""")
_FINITE = words_of("""is are was were am has have had did does do went fell rose came became could can would will
    should must may might stood lay ran grew dropped remained stayed kept lost left took got made
    opened closed started stopped worked improved increased decreased doubled halved tripled
    reached hit needed wanted refused agreed signed resigned failed don’t doesn’t didn’t isn’t
    wasn’t weren’t can’t couldn’t hasn’t haven’t won’t don't doesn't didn't isn't wasn't weren't
    can't couldn't hasn't haven't won't""")
#: Finite and hardly anything else, so that a noun before them is their subject.
_PLAIN_FINITE = words_of(
    "is are was were has had went fell rose came became grew took could would will stayed remained"
)
_JOINING = words_of("that which who whom whose because although where when while if")
_OWNERS = words_of("my our their his her its your")
#: Past forms that in an account of one's own work nearly always mean "I did this".
_PAST = words_of("""led built cut ran took made won grew saved brought kept wrote taught set put drove rebuilt
    gave began found sold hired got sent oversaw bought drew threw rewrote paid held moved reduced
    increased improved delivered opened closed launched raised doubled halved tripled managed
    introduced negotiated created designed developed trained recruited rolled restored replaced
    merged migrated shortened lowered coached planned organised organized rescued finished""")
#: Deeds too, but only before a plain object: "split the monolith", not "split loyalties".
_PAST_WITH_OBJECT = words_of(
    "split shut lost broke hit fought met spent chose spread beat left caught dealt read won"
)
_PAST_TO = words_of("wrote spoke talked listened travelled traveled reported went sat worked")
_NOT_DEEDS = words_of("""hundred indeed embed shed sacred speed breed hatred kindred awarded named promoted selected
    recognised recognized adopted approved accepted appointed published invited nominated ranked
    rated praised voted""")
_BARE = words_of("""reduce cut build run lead grow win keep find make bring improve increase move open close
    launch deliver fix rebuild merge integrate hire train migrate replace stabilise stabilize
    restore save turn get take set create double halve raise lower shorten win retain convince
    persuade automate""") - words_of("cut set")
_PLAIN_NOUNS = words_of("""error errors team teams cost costs revenue sales time customers clients staff people output
    throughput turnover churn margin margins profit delivery deliveries downtime complaints orders
    accidents budget pressure resistance little zero almost about over under around nearly from in
    on at with without after before during for by as how why when where if although because
    old new high low late early short long half stock savings days weeks months fewer more less
    and but so then first second last response answer uptime audit customer project launch release
    support average annual monthly weekly net gross record legacy internal external every
    buyer buyers parents pupils nurses patients drivers engineers management supplier suppliers
    competitors users employees workers investors prices traffic private public digital global
    national regional nurse staffing demand supply growth quality safety""")
