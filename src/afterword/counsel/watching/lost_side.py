"""Which department a lost seat was of, where nobody noted it: by its own advert, its title, its kin,
and by the words that it shares with the adverts of one department and hardly of another."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import replace

from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import Craft, Near, craft_of, near
from afterword.counsel.watching.held import closeness
from afterword.counsel.watching.kinship import kinship
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.seats import Seat, Seats

#: So near a department must lie to be the lost seat's own, and so much nearer than the next one; less
#: where words are not asked, which tell of several departments a little.
LIKELY, CLEARLY, CLEARLY_NAMED = 0.6, 0.2, 0.1
_BY_TITLE = {Near.SAME: 1.0, Near.SIBLING: 0.7, Near.APART: 0.0}
#: What a name tells (judgement): that their advert places the seat in it, by its full name or by one
#: word; that it names it by several words; that the title is all that the name says, or is of its
#: craft; that it bears a word no other name bears.
PLACED, PLACED_SHORT, NAMED, ALL_OF_IT, BY_CRAFT, OWN_WORD = 1.6, 1.4, 1.2, 0.9, 0.75, 0.7
#: That they said so themselves, in a letter or a talk, by one word that only this name bears ("im Labor
#: wird nicht eingestellt").
SAID_THERE = 1.1
#: That they named the unit itself by such a word ("posts in the strategy team").
SAID_OF_IT = 1.45
SURELY = ALL_OF_IT
#: What a second witness adds, and what the words of its adverts do (chosen with one year of seven
#: left out at a time: benchmarks/watches.md); with less of these than `WORDS_LEAST` they say that much less.
SECOND, BY_WORDS, WORDS_LEAST = 0.25, 1.0, 8.0
#: So near to the lost advert and shown since, it is the lost one once more, put up by whomever: a subsidiary
#: that copies the advert is not the side.
ECHO = 0.4
#: What more of the firm's adverts say than this is the firm's own; and how soon one advert is believed.
_EVERYWHERE, _DOUBT = 0.4, 2
#: Shorter words of a name are said of anything.
_TELLING = 4
_UNIT = r"(?:team|department|function|group|division|directorate|abteilung|bereich|équipe|direction|service|département|reparto|ufficio|departamento|área|afdeling|direção)"
_OUR = r"(?:the|our|its|der|die|den|unser\w*|de|het|onze|la|le|il|lo|el|los|las|notre|nuestr\w+|nostr\w+|noss\w+)"
#: Words before a department that place a seat in it: "join Asset Planning", "in unserer Abteilung …".
_PLACES = re.compile(
    rf"(?:\b(?:join(?:s|ing)?|within|verstärk\w*|rejoign\w+|intègre\w*) (?:{_OUR} )?(?:{_UNIT} )?|\b{_UNIT} )(?:(?:of|de|du|des|di|für|van) )?[„“\"«]?$",
    re.IGNORECASE,
)
#: Before a name of several words less will do.
_IN_IT = re.compile(
    rf"\b(?:in|im|of|for|für|du|des|pour|dans|del|de|nel(?:la)?|presso|per|bij|van|voor|no|na|da|do) (?:{_OUR} )?[„“\"«]?$",
    re.IGNORECASE,
)
#: A unit of the house behind the word that names it: "the strategy team", "Strategieteam".
_NAMES_UNIT = re.compile(rf"(?:[ -]|s|e|ie)?{_UNIT}(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"\w")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def likely_side(seats: Seats, past: Past, *, by_words: bool = True) -> tuple[str, float]:
    """The department of a lost seat nobody noted and how surely (`SURELY` and more: by its name),
    ("", 0) where none lies clearly nearest.

    Its advert as it was kept may name it; its title may; else it is that of what lies nearest to it
    on the board. Places for learners and seats abroad tell it as well: "Intern, Model Validation"
    is of the side of who leads that work. `by_words` asks the texts of its adverts too: good enough to
    count many seats by, too little to judge one by (benchmarks/watches.md).
    """
    nearest = dict.fromkeys((s.latest.department for s in seats.all if s.latest.department), 0.0)
    crafts = {name: craft_of(name) for name in nearest}
    shared = Counter(word for name in nearest for word in _words(name))
    borne = Counter(word for craft in crafts.values() for word in craft.whole)
    known = [s for s in seats.all if not by_words or not _is_echo(s, past, seats)]
    for seat in known:
        where = seat.latest.department
        if where:
            by_title = _BY_TITLE[near(past.craft, replace(seat.craft, kind=past.craft.kind))]
            close = closeness(seat, past, seats)
            # two witnesses: sense alone took "Target Operating Model" for "Model Validation"
            told = by_title if close is None else (by_title + close) / 2
            nearest[where] = max(told, nearest[where])
    for name, craft in crafts.items():
        by_name = max(
            _in_text(name, past.text),
            _by_words(name, craft, past, borne),
            *(_in_talk(name, one, shared) for one in past.told),
            0.0,
        )
        # of two names that tell as much, the one whose seats lie nearer
        nearest[name] = max(nearest[name], by_name) + SECOND * min(nearest[name], by_name)
    words = _by_adverts(known, past, seats) if by_words else {}
    most = max([WORDS_LEAST, *words.values()])
    whole = {n: of + BY_WORDS * max(0.0, words.get(n, 0.0)) / most for n, of in nearest.items()}
    ranked = sorted(whole.items(), key=lambda pair: -pair[1])
    clearly = CLEARLY if by_words else CLEARLY_NAMED
    apart = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= clearly)
    if apart and ranked[0][1] >= LIKELY:
        # words make no name sure: a department that shows nothing yet has none on the board
        return ranked[0][0], nearest[ranked[0][0]] or LIKELY
    return likely_side(seats, past, by_words=False) if by_words else ("", 0.0)


def _is_echo(seat: Seat, past: Past, seats: Seats) -> bool:
    """Whether it is, by its text, the lost advert put up anew."""
    shown = seat.up[0].since > past.ended
    return shown and (kinship(past.terms, seat.latest.terms, seats.weights) or 0.0) >= ECHO


def _by_adverts(known: list[Seat], past: Past, seats: Seats) -> dict[str, float]:
    """How much more often than by chance the lost advert's words stand in each department's adverts.

    Who leads it, its plant, its tools: words that few others bear. Each weighs by how seldom it is,
    and by the share of its adverts that are of this department, beyond the department's own share.
    """
    adverts: Counter[str] = Counter()
    borne: dict[int, Counter[str]] = defaultdict(Counter)
    lost = frozenset(past.terms)
    for seat in known:
        where, words = seat.latest.department, seat.latest.terms
        if where and words:
            adverts[where] += 1
            for word in lost.intersection(words):
                borne[word][where] += 1
    every = sum(adverts.values())
    found = dict.fromkeys(adverts, 0.0)
    for word, of in borne.items():
        n = sum(of.values())
        if n > _EVERYWHERE * every:
            continue
        weight = math.sqrt(seats.weights.get(word, 0.0))
        for name, all_ in adverts.items():
            usual = all_ / every
            found[name] += weight * ((of[name] + _DOUBT * usual) / (n + _DOUBT) - usual)
    return found


def _in_text(name: str, text: str) -> float:
    """What the lost seat's own advert says of a department, as it is written there."""
    best = 0.0
    for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name and text else ():
        before = text[max(0, hit.start() - 60) : hit.start()]
        placed = bool(_PLACES.search(before))
        if len(name.split()) > 1:
            best = max(best, PLACED if placed or _IN_IT.search(before) else NAMED)
        elif placed:  # one word alone is also what one works with: "with Production and Sales"
            best = max(best, PLACED_SHORT)
    return best


def _in_talk(name: str, told: str, shared: Counter[str]) -> float:
    """What they wrote or said of a department: by its name, or by a word of it that no other bears."""
    known = _in_text(name, told)
    if known or not told:
        return known
    best = 0.0
    for word in _WORD.findall(name):
        if len(word) < _TELLING or shared[word.casefold()] != 1:
            continue
        for hit in re.finditer(rf"(?<!\w){re.escape(word)}", told, re.IGNORECASE):
            before = told[max(0, hit.start() - 60) : hit.start()]
            if not (_PLACES.search(before) or _IN_IT.search(before)):
                continue
            if _NAMES_UNIT.match(told, hit.end()):
                return SAID_OF_IT
            # written as a name: who "used it in production" spoke of no department
            if word == hit.group() and word[0].isupper() and not _GOES_ON.match(told, hit.end()):
                best = SAID_THERE
    return best


def _by_words(name: str, craft: Craft, past: Past, borne: Counter[str]) -> float:
    """What a department's name shares with the title of the lost seat."""
    own = _words(name)
    # a compound is what its last part says: "transportplanning" is planning
    if own and all(any(one.endswith(word) for one in _words(past.role)) for word in own):
        return ALL_OF_IT + 0.15 * min(len(own) - 1, 2)  # the longer name is the nearer one
    shared = (craft.whole & past.craft.whole) - lexicon.WIDE
    if not shared:
        return 0.0
    if craft.whole <= past.craft.whole:
        return BY_CRAFT
    return OWN_WORD if any(borne[word] == 1 for word in shared) else 0.0


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - lexicon.BINDING
