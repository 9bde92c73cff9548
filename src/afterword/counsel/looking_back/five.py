"""The five questions after an ending, each with what the casebook already knows of it (S0-21).

Which of five things would have changed how it was run: finding the deciders, uncovering the real
problem early, testing the references, writing to each person with proof, keeping other targets
alive. What the record answers by itself is shown with how we know it; only the rest is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from afterword.counsel import days
from afterword.counsel.one_line import one_line
from afterword.counsel.power import Power, Seat, weakest
from afterword.counsel.standing import so_far, stand
from afterword.counsel.standing.happened import letter_kind
from afterword.terms import (
    UNDER_WAY,
    Basis,
    CaseFile,
    Deed,
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Remark,
    RemarkKind,
)

#: Letters whose whole work is to prove something.
PROOF = frozenset(
    {LetterKind.INFLUENCE_LETTER, LetterKind.SECOND_INFLUENCE, LetterKind.PROOF_OFFER}
)
#: What a firm must solve with this seat.
PROBLEM = frozenset({RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY})
#: So many firms are named; of more only that they are.
SOME = 4

#: The one line to keep, in the words of a learner (E35).
NEXT_TIME = "What will I try next?"
NOTHING_TO_MEND = (
    "They said that it was about the seat. What you did in the room did not decide it, so look "
    "back only if you are curious."
)


class Choice(StrEnum):
    """What the user says of one of the five; to leave it open is an answer too."""

    NEXT = "next"
    AGAIN = "again"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the record tells, and how we know it."""

    says: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five. `settled`: the record answers it, and nothing need be asked."""

    key: str
    does: str
    asks: str
    facts: tuple[Fact, ...] = ()
    settled: bool = False
    source: str = "S0-21"


@dataclass(frozen=True)
class _Scene:
    file: CaseFile
    power: Power
    proved: frozenset[str]
    others: tuple[str, ...]
    now: datetime

    @cached_property
    def happened(self) -> tuple[Happening, ...]:
        return so_far(self.file, self.now)

    @cached_property
    def talks(self) -> tuple[Happening, ...]:
        return tuple(h for h in self.happened if h.kind is Deed.INTERVIEW)

    def day(self, h: Happening) -> str:
        return days.spoken(days.local(h.at, self.now), self.now)


def five(
    file: CaseFile,
    power: Power,
    answered: datetime,
    *,
    others: tuple[str, ...] = (),
    proved: frozenset[str] = frozenset(),
) -> tuple[Question, ...]:
    """The five questions on this case, in the order of the search.

    What was done counts up to `answered`, when their word came; who decided may have been learnt
    since. `others` are the firms whose processes were alive when the answer came; `proved` the ids of
    letters whose sentences rest on a story of the user's.
    """
    scene = _Scene(file, power, proved, others, answered)
    return tuple(rule(scene) for rule in RULES)


def was_alive(file: CaseFile, moment: datetime) -> bool:
    """Whether this process was under way at that moment."""
    return stand(file, moment).state in UNDER_WAY


def _deciders(s: _Scene) -> Question:
    facts, sure = [], False
    for seat in s.power.deciders:
        known = seat.decides
        assert known is not None
        does = "decides" if known.basis is not Basis.GUESSED else "may decide"
        if seat.met is not None:
            basis = weakest((known.basis, seat.met_basis))
            spoke = f"{seat.name} {does}; you spoke on {days.spoken(seat.met)}."
            facts.append(Fact(spoke, basis))
            sure = sure or known.basis is not Basis.GUESSED
        else:
            facts.append(Fact(f"{seat.name} {does}; no talk is on record.", known.basis))
    if not facts:
        facts.append(Fact("Who decided is not on record.", Basis.INFERRED))
    return Question(
        "deciders",
        "Find the deciders",
        "Knowing earlier who decides, and speaking with them: would it have changed this one?",
        tuple(facts),
        sure,
        "S0-21, S0-16",
    )


def _problem(s: _Scene) -> Question:
    said = [r for r in s.file.remarks if r.kind in PROBLEM]
    said = [r for r in said if r.at is None or r.at <= s.now.date()]
    dated = sorted((r for r in said if r.at is not None), key=lambda r: (r.at, r.id))
    facts, sure = [], False
    if dated:
        first = dated[0]
        assert first.at is not None
        # Early is before the second talk: from then on the letters and answers could be about it.
        talks = sum(days.local(t.at, s.now) <= first.at for t in s.talks)
        sure = talks <= 1 and first.basis is not Basis.GUESSED
        when = "by the first talk" if talks <= 1 else f"in talk {talks}"
        facts.append(
            Fact(f"You heard it {when}, on {days.spoken(first.at)}: {_quote(first)}", first.basis)
        )
    elif said:
        facts.append(Fact(f"You noted {_quote(said[0])}, without a day.", said[0].basis))
    else:
        facts.append(Fact("No problem of theirs is on record in their words.", Basis.INFERRED))
    return Question(
        "problem",
        "Uncover the real problem early",
        "Hearing earlier what they must solve first: would it have changed what you said?",
        tuple(facts),
        sure,
        "S0-21, S0-19, P01",
    )


def _references(s: _Scene) -> Question:
    end, facts = s.now.date(), []
    told = [v for v in s.file.register.of(s.file.id) if v.briefed and v.briefed <= end]
    for vouched in told:
        assert vouched.briefed is not None
        who = s.file.register.person(vouched.referee)
        name = who.name if who else "One who vouches for you"
        facts.append(Fact(f"{name} was told on {days.spoken(vouched.briefed)}.", Basis.SAID))
    called = [v for v in s.file.register.of(s.file.id) if v.called and v.called <= end]
    for vouched in called:
        assert vouched.called is not None
        who = s.file.register.person(vouched.referee)
        name = who.name if who else "someone"
        facts.append(Fact(f"They called {name} on {days.spoken(vouched.called)}.", Basis.SAID))
    known = [who for who in s.file.register.referees if who.will_say]
    tested = any(v.referee == who.id for v in told for who in known)
    if known:
        line = f"You noted what {_names([who.name for who in known])} would say."
        facts.append(Fact(line, Basis.SAID))
    asked = any(h.kind is MailKind.REFERENCE_CHECK for h in s.happened)
    if not facts:
        line = "They asked for references; " if asked else "As far as the record shows "
        facts.append(Fact(f"{line}nobody who vouches was told of it.", Basis.INFERRED))
    return Question(
        "references",
        "Test the references",
        "Knowing what those who vouch for you would say, before they were asked: would it have "
        "changed anything?",
        tuple(facts),
        tested,
        "S0-21, S0-05..07",
    )


def _letters(s: _Scene) -> Question:
    met = [seat for seat in s.power.seats if seat.met is not None]
    wrote = [seat for seat in met if _words_to(s, seat)]
    proof = [seat for seat in wrote if any(_proves(s, h) for h in _words_to(s, seat))]
    silent = [seat for seat in met if seat not in wrote and not seat.stopped]
    facts = []
    if wrote:
        facts.append(Fact(f"You wrote to {_seats(wrote)}.", Basis.SAID))
    if proof:
        facts.append(Fact(f"What you wrote to {_seats(proof)} rests on proof.", Basis.SAID))
    elif wrote:
        facts.append(Fact("Whether it held proof, only you know.", Basis.GUESSED))
    if silent:
        facts.append(Fact(f"No word to {_seats(silent)} is on record.", Basis.INFERRED))
    if not met:
        facts.append(Fact("Whom you met is not on record.", Basis.INFERRED))
    return Question(
        "letters",
        "Write to each person, with proof",
        "A letter to each person you met, with proof for what they cared about: would it have "
        "changed this one?",
        tuple(facts),
        bool(met) and len(proof) == len(met),
        "S0-21, S2-09, S2-16",
    )


def _targets(s: _Scene) -> Question:
    n = len(s.others)
    if n:
        were = "one other process was" if n == 1 else f"{_count(n)} other processes were"
        some = f", {_names(s.others[:SOME])} among them" if n > SOME else f": {_names(s.others)}"
        line = f"When they answered, {were} under way{some}."
    else:
        line = "When they answered, nothing else was under way as far as the record shows."
    return Question(
        "targets",
        "Keep other targets alive",
        "Another target in motion while you waited: would it have changed how you ran this one?",
        (Fact(line, Basis.INFERRED),),
        n > 0,
        "S0-21, S0-20, P24",
    )


RULES: tuple[Callable[[_Scene], Question], ...] = (
    _deciders,
    _problem,
    _references,
    _letters,
    _targets,
)
KEYS = ("deciders", "problem", "references", "letters", "targets")


def _words_to(s: _Scene, seat: Seat) -> list[Happening]:
    """What the user wrote to this person from the first talk on; own mail counts as well as letters."""
    begun = s.talks[0].at if s.talks else None
    return [
        h
        for h in s.happened
        if h.who == seat.id
        and h.direction is Direction.OUT
        and (letter_kind(h) is not None or isinstance(h.kind, MailKind))
        and (begun is None or h.at >= begun)
    ]


def _proves(s: _Scene, h: Happening) -> bool:
    return letter_kind(h) in PROOF or h.id in s.proved


def _quote(remark: Remark) -> str:
    words = one_line(remark.quote)
    return f"“{words}”" if len(words) <= 140 else f"“{words[:139].rstrip()}…”"


def _seats(seats: list[Seat]) -> str:
    return _names([seat.name for seat in seats])


def _names(found: list[str] | tuple[str, ...]) -> str:
    some = [one for one in dict.fromkeys(found) if one]
    return " and ".join(filter(None, (", ".join(some[:-1]), *some[-1:])))


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _count(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)
