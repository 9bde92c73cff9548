"""How facts go wrong in a letter: a digit slips, a name is another's, a boast is added.

Every rule changes one place of a sound letter and says which; what it plants stands nowhere in the
letter's facts. The rules were written before the trace that must catch them was tuned, from how
people and models err, and ask nothing of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from untruths import pools

LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True)
class Whole:
    """A sound letter: its text, all it may claim as text, and the names it rests on."""

    id: str
    language: str
    text: str
    facts: tuple[str, ...]
    people: tuple[str, ...]
    firms: tuple[str, ...]
    source: object = None  # what the judge needs to trace it; nothing here looks inside

    @property
    def all_facts(self) -> str:
        return " ; ".join((*self.facts, *self.people, *self.firms))


@dataclass(frozen=True, slots=True)
class Untrue:
    """A letter gone wrong in one place: the sort, the rule, and where the false words stand."""

    sort: str
    rule: str
    text: str
    start: int
    end: int

    @property
    def planted(self) -> str:
        return self.text[self.start : self.end]


Rule = Callable[[Whole, random.Random], Iterator[Untrue]]
_HOLE = re.compile(r"\[[^\[\]]*\]")
_QUOTED = re.compile(r"[“„«\"][^”“»\"]*[”“»\"]")


def untruths(letter: Whole, rnd: random.Random) -> list[Untrue]:
    """Every rule once where it applies: one place each, chosen by `rnd`."""
    return [one for _, rule in RULES for one in rule(letter, rnd)]


def _swap(letter: Whole, sort: str, rule: str, start: int, end: int, new: str) -> Iterator[Untrue]:
    if new and new.casefold() not in letter.all_facts.casefold():
        text = letter.text[:start] + new + letter.text[end:]
        yield Untrue(sort, rule, text, start, start + len(new))


def _places(letter: Whole, pattern: str, flags: int = 0) -> list[re.Match[str]]:
    """Where a pattern stands in the letter, outside its holes."""
    holes = [match.span() for match in _HOLE.finditer(letter.text)]
    found = re.finditer(pattern, letter.text, flags)
    return [m for m in found if not any(a <= m.start() < b for a, b in holes)]


def _in_facts(letter: Whole, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", letter.all_facts, re.I) is not None


# ── numbers ─────────────────────────────────────────────────────────────────


def digits(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """One digit, two digits turned round, a nought too many, one more, much more."""
    months = "|".join(w for row in pools.MONTHS.values() for w in row.split())
    dates = rf"(?!\.?\s*(?:de )?(?:{months})\b)(?!\w*\s*h\s*\d)"
    found = _places(letter, rf"(?<![\w.,:/-])\d+(?![\d:/]|[.,]\d){dates}", re.I)
    found = [m for m in found if _in_facts(letter, m[0])]
    if not found:
        return
    at = rnd.choice(found)
    was = at[0]
    ways = [str(int(was) + 1), str(int(was) + 7), was + "0", str(int(was) * 3 + 1)]
    if len(was) > 1 and was[0] != was[1]:
        ways.append(was[1] + was[0] + was[2:])
    ways = [w for w in ways if not _in_facts(letter, w) and w.lstrip("0") == w]
    if ways:
        yield from _swap(letter, "number", "digits", *at.span(), rnd.choice(ways))


def decimals(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """2.1 becomes 21 or 2.7; 2,300 becomes 3,200."""
    found = _places(letter, r"(?<![\w.,])\d{1,3}[.,]\d{1,3}(?![\w]|[.,]\d)")
    if found:
        at = rnd.choice(found)
        head, sign, tail = re.split(r"([.,])", at[0])
        ways = [
            head + sign + tail[:-1] + str((int(tail[-1]) + 3) % 10),
            f"{int(head) + 1}{sign}{tail}",
        ]
        yield from _swap(letter, "number", "decimals", *at.span(), rnd.choice(ways))


def counted_in_words(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """A number written out becomes another one."""
    words = pools.COUNTS[letter.language]
    pattern = "|".join(sorted(words.values(), key=len, reverse=True))
    found = _places(letter, rf"(?<![\w-])(?:{pattern})(?![\w-])", re.I)
    found = [m for m in found if _in_facts(letter, m[0])]  # what is asked for is no fact
    if not found:
        return
    at = rnd.choice(found)
    ways = [
        w for n, w in words.items() if not _in_facts(letter, w) and not _in_facts(letter, str(n))
    ]
    ways = [w for w in ways if w != at[0].casefold()]
    if ways:
        new = rnd.choice(ways)
        new = new.capitalize() if at[0][0].isupper() else new
        yield from _swap(letter, "number", "counted_in_words", *at.span(), new)


def fractions(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    said = pools.FRACTIONS[letter.language]
    found = _places(
        letter, "|".join(rf"(?<!\w){w}(?!\w)" for w in sorted(said, key=len)[::-1]), re.I
    )
    ways = [w for w in said if not _in_facts(letter, w) and not _in_facts(letter, w.split()[-1])]
    if found and ways:
        yield from _swap(letter, "number", "fractions", *rnd.choice(found).span(), rnd.choice(ways))


def units(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """Fourteen months become fourteen weeks; the place is the figure with its unit."""
    for family in rnd.sample(pools.UNITS[letter.language], len(pools.UNITS[letter.language])):
        figures = "|".join((r"\d[\d.,]*", *pools.COUNTS[letter.language].values()))
        found = _places(letter, rf"(?<!\w)(?:{figures}) ({'|'.join(family)})(?!\w)", re.I)
        found = [m for m in found if _in_facts(letter, m[0])]
        if not found:
            continue
        at = rnd.choice(found)
        ways = [w for w in family if w != at[1] and not _in_facts(letter, w)]
        if ways:
            new = at[0][: at.start(1) - at.start()] + rnd.choice(ways)
            yield from _swap(letter, "number", "units", *at.span(), new)
            return


def number_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    low = rnd.choice((13, 17, 23, 34, 37))
    words = {
        n: w for n, w in pools.COUNTS[letter.language].items() if not _in_facts(letter, str(n))
    }
    words = {n: w for n, w in words.items() if n > 3 and not _in_facts(letter, w)}
    if not words:
        return
    told = {"n": low, "m": low * 7 + 3, "w": rnd.choice(list(words.values()))}
    phrase = rnd.choice(pools.NUMBERS_ADDED[letter.language]).format(**told)
    yield from _added(letter, rnd, "number", "number_added", phrase)


def borrowed(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """A figure that is true elsewhere stands in the wrong place: the hard kind, counted apart."""
    found = _places(letter, r"(?<![\w.,:/-])\d\d+(?![\w:/]|[.,]\d)")
    for at in rnd.sample(found, len(found)):
        home = [fact for fact in letter.facts if re.search(rf"(?<!\d){at[0]}(?!\d)", fact)]
        others = [fact for fact in letter.facts if fact not in home]
        ways = [w for fact in others for w in re.findall(r"(?<![\w.,])\d\d(?![\w.,-])", fact)]
        ways = [w for w in ways if not any(re.search(rf"(?<!\d){w}(?!\d)", fact) for fact in home)]
        if home and ways:
            new = rnd.choice(ways)
            text = letter.text[: at.start()] + new + letter.text[at.end() :]
            yield Untrue("borrowed", "borrowed", text, at.start(), at.start() + len(new))
            return


# ── names ───────────────────────────────────────────────────────────────────


def _foreign(letter: Whole, rnd: random.Random, pool: list[str]) -> str:
    facts = set(re.findall(r"\w+", letter.all_facts.casefold()))
    ways = [w for w in pool if not facts & set(re.findall(r"\w+", w.casefold()))]
    return rnd.choice(ways)


def person_changed(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """A first or last name of the letter's people becomes somebody else's."""
    names = [
        w for person in letter.people for w in re.findall(r"[^\W\d_]{3,}", person) if w[0].isupper()
    ]
    found = _places(letter, rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '$^'})(?!\w)")
    if found:
        at = rnd.choice(found)
        new = rnd.choice(_foreign(letter, rnd, pools.PEOPLE[letter.language]).split())
        yield from _swap(letter, "name", "person_changed", *at.span(), new)


def slip_in_a_name(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """Two letters turned round, or one another: Solheim, Solhiem."""
    names = [
        w
        for who in (*letter.people, *letter.firms)
        for w in re.findall(r"[A-ZÀ-Ý][^\W\d_]{4,}", who)
    ]
    found = _places(letter, rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '$^'})(?!\w)")
    if not found:
        return
    at = rnd.choice(found)
    word = at[0]
    i = rnd.randrange(1, len(word) - 1)
    slipped = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if slipped == word:
        slipped = word[:i] + ("o" if word[i] != "o" else "a") + word[i + 1 :]
    yield from _swap(letter, "name", "slip_in_a_name", *at.span(), slipped)


def name_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    for phrase in rnd.sample(pools.NAMES_ADDED[letter.language], 2):
        told = {
            "person": _foreign(letter, rnd, pools.PEOPLE[letter.language]),
            "place": _foreign(letter, rnd, pools.PLACES),
            "product": _foreign(letter, rnd, pools.PRODUCTS),
            "firm": _foreign(letter, rnd, pools.FIRMS),
        }
        yield from _added(letter, rnd, "name", "name_added", phrase.format(**told))


# ── dates ───────────────────────────────────────────────────────────────────


def day_of_the_week(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _one_of(letter, rnd, "day_of_the_week", pools.DAYS)


def month(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _one_of(letter, rnd, "month", pools.MONTHS)


def _one_of(
    letter: Whole, rnd: random.Random, rule: str, words: dict[str, str]
) -> Iterator[Untrue]:
    """One of a row of names becomes another that the facts have in no language."""
    row = words[letter.language].split()
    found = _places(letter, rf"(?<!\w)(?:{'|'.join(row)})(?!\w)")
    plain = re.compile(r"\d\.? $")
    found = [
        m for m in found if m[0] not in ("March", "May") or plain.search(letter.text[: m.start()])
    ]
    ways = _unsaid(letter, words)
    if found and ways:
        at = rnd.choice(found)
        yield from _swap(
            letter, "date", rule, *at.span(), rnd.choice([w for w in ways if w != at[0]])
        )


def _unsaid(letter: Whole, words: dict[str, str]) -> list[str]:
    """Those of a row of names that the facts have in no language."""
    rows = [row.split() for row in words.values()]
    return [
        word
        for i, word in enumerate(words[letter.language].split())
        if not any(_in_facts(letter, row[i]) for row in rows)
    ]


def day_of_the_month(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """The 19th where the facts say the 12th; the place is the day with its month."""
    months = "|".join(pools.MONTHS[letter.language].split())
    found = _places(letter, rf"(?<![\d.])(\d\d?)(?=(?:\.|er)? (?:de )?(?:{months})\b)")
    if found:
        at = rnd.choice(found)
        ways = [str(n) for n in range(2, 29) if not _in_facts(letter, str(n))]
        yield from _swap(letter, "date", "day_of_the_month", *at.span(), rnd.choice(ways))


def year(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    found = _places(letter, r"(?<!\d)(?:19|20)\d\d(?![\d.,%])")
    if found:
        new = str(rnd.choice((2009, 2013, 2017, 2031)))
        yield from _swap(letter, "date", "year", *rnd.choice(found).span(), new)


def date_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    named = dict(enumerate(pools.MONTHS[letter.language].split(), start=1))
    unsaid = set(_unsaid(letter, pools.MONTHS))
    free = [n for n, word in named.items() if word in unsaid]
    days = [
        n
        for n in range(4, 29)
        if not _in_facts(letter, str(n)) and n > 12 and n not in (21, 22, 23)
    ]
    week = _unsaid(letter, pools.DAYS)
    if not (free and days and week):
        return
    k, d, y = rnd.choice(free), rnd.choice(days), rnd.choice((2009, 2013, 2017, 2031))
    told = {"d": d, "dd": f"{d:02}", "k": k, "kk": f"{k:02}", "y": y, "q": rnd.randint(1, 4),
            "M": named[k], "W": rnd.choice(week)}  # fmt: skip
    for phrase in rnd.sample(pools.DATES_ADDED[letter.language], 2):
        yield from _added(letter, rnd, "date", "date_added", phrase.format(**told))


# ── employers, titles, superlatives, claims of result ───────────────────────


def employer_changed(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """Where the letter says at whose firm something was done, it was another firm."""
    before = {"en": "[Aa]t", "de": "[Bb]ei", "fr": "[Cc]hez", "es": "[Ee]n"}[letter.language]
    found = _places(letter, rf"(?<!\w){before} ([A-ZÀ-Ý][\w’&-]+(?: [A-ZÀ-Ý][\w’&-]+)*)")
    found = [
        m for m in found if _in_facts(letter, m[1]) and m[1].split()[0] not in ("Ihnen", "Sie")
    ]
    if letter.language == "de":  # there a noun looks like a firm
        found = [m for m in found if len(m[1].split()) > 1]
    if found:
        at = rnd.choice(found)
        yield from _swap(
            letter, "employer", "employer_changed", *at.span(1), _foreign(letter, rnd, pools.FIRMS)
        )


def firm_changed(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    """The firm written to is called by another's name."""
    found = [
        m for firm in letter.firms for m in _places(letter, rf"(?<!\w){re.escape(firm)}(?!\w)")
    ]
    if found:
        yield from _swap(
            letter,
            "employer",
            "firm_changed",
            *rnd.choice(found).span(),
            _foreign(letter, rnd, pools.FIRMS),
        )


def _sentence_added(
    sort: str, pool: dict[str, tuple[str, ...]], letter: Whole, rnd: random.Random
) -> Iterator[Untrue]:
    told = {
        "firm": _foreign(letter, rnd, pools.FIRMS),
        "place": _foreign(letter, rnd, pools.PLACES),
    }
    sentence = rnd.choice(pool[letter.language]).format(**told)
    ends = [
        m.end()
        for m in _places(letter, r"[^\W\d]{3,}[.?!](?=[ \n])")
        if m.end() < len(letter.text) * 0.9
    ]
    if ends:
        at = rnd.choice(ends)
        text = f"{letter.text[:at]} {sentence}{letter.text[at:]}"
        yield Untrue(sort, f"{sort}_added", text, at + 1, at + 1 + len(sentence))


def employer_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _sentence_added("employer", pools.EMPLOYERS_ADDED, letter, rnd)


def title_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _sentence_added("title", pools.TITLES_ADDED, letter, rnd)


def superlative_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _sentence_added("superlative", pools.SUPERLATIVES_ADDED, letter, rnd)


def result_added(letter: Whole, rnd: random.Random) -> Iterator[Untrue]:
    yield from _sentence_added("result", pools.RESULTS_ADDED, letter, rnd)


def _added(
    letter: Whole, rnd: random.Random, sort: str, rule: str, phrase: str
) -> Iterator[Untrue]:
    """The phrase set before the stop of one plain sentence."""
    stops = [m.end() - 1 for m in _places(letter, r"[^\W\d]{3,}\.(?=[ \n])")]
    quotes = [m.span() for m in _QUOTED.finditer(letter.text)]
    stops = [at for at in stops if not any(a < at < b for a, b in quotes)]
    if stops:
        at = rnd.choice(stops)
        text = letter.text[:at] + phrase + letter.text[at:]
        yield Untrue(sort, rule, text, at + 2, at + len(phrase))


RULES: tuple[tuple[str, Rule], ...] = tuple(
    (rule.__name__, rule)
    for rule in (
        digits, decimals, counted_in_words, fractions, units, number_added, borrowed,
        person_changed, slip_in_a_name, name_added,
        day_of_the_week, month, day_of_the_month, year, date_added,
        employer_changed, firm_changed, employer_added, title_added, superlative_added, result_added,
    )
)  # fmt: skip
