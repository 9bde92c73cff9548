"""Which department a lost seat was of, where nobody noted it: by its own advert, its title, its kin."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from afterword.counsel.watching import lexicon
from afterword.counsel.watching.craft import Craft, Near, craft_of, near
from afterword.counsel.watching.held import closeness
from afterword.counsel.watching.past import Past
from afterword.counsel.watching.seats import Seats

#: So near a department must lie to be the lost seat's own, and so much nearer than the next one.
LIKELY, CLEARLY = 0.6, 0.1
_BY_TITLE = {Near.SAME: 1.0, Near.SIBLING: 0.7, Near.APART: 0.0}
#: What a name tells (judgement): that their advert places the seat in it, by its full name or by one
#: word; that it names it by several words; that the title is all that the name says, or is of its
#: craft; that it bears a word no other name bears.
PLACED, PLACED_SHORT, NAMED, ALL_OF_IT, BY_CRAFT, OWN_WORD = 1.6, 1.4, 1.2, 0.9, 0.75, 0.7
SURELY = ALL_OF_IT
#: What a second witness adds.
SECOND = 0.25
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
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def likely_side(seats: Seats, past: Past) -> tuple[str, float]:
    """The department of a lost seat nobody noted and how surely (`SURELY` and more: by its name),
    ("", 0) where none lies clearly nearest.

    Its advert as it was kept may name it; its title may; else it is that of what lies nearest to it
    on the board. Places for learners and seats abroad tell it as well: "Intern, Model Validation"
    is of the side of who leads that work.
    """
    nearest = dict.fromkeys((s.latest.department for s in seats.all if s.latest.department), 0.0)
    crafts = {name: craft_of(name) for name in nearest}
    borne = Counter(word for craft in crafts.values() for word in craft.whole)
    for seat in seats.all:
        where = seat.latest.department
        if where:
            by_title = _BY_TITLE[near(past.craft, replace(seat.craft, kind=past.craft.kind))]
            close = closeness(seat, past, seats)
            # two witnesses: sense alone took "Target Operating Model" for "Model Validation"
            told = by_title if close is None else (by_title + close) / 2
            nearest[where] = max(told, nearest[where])
    for name, craft in crafts.items():
        by_name = max(_in_text(name, past.text), _by_words(name, craft, past, borne))
        # of two names that tell as much, the one whose seats lie nearer
        nearest[name] = max(nearest[name], by_name) + SECOND * min(nearest[name], by_name)
    ranked = sorted(nearest.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < LIKELY:
        return "", 0.0
    apart = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= CLEARLY
    return ranked[0] if apart else ("", 0.0)


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
