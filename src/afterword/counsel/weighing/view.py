"""One case as the weighing sees it on a day: nothing dated later, everything found once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from afterword.counsel import days
from afterword.counsel.once import once
from afterword.counsel.standing.happened import (
    IN,
    LETTER,
    PERSONAL,
    REOPENED,
    SIGNAL,
    ending,
    letter_kind,
    opens,
    so_far,
    verdict_of,
)
from afterword.terms import (
    CaseFile,
    Deed,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    Remark,
    RemarkKind,
    Standing,
    State,
    Warmth,
)

OPEN = (State.LEAD, State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET, State.OFFER)
DECIDERS = frozenset({Part.HIRING_MANAGER, Part.DECISION_MAKER, Part.SKIP_LEVEL_OR_EXECUTIVE})
RECRUITERS = frozenset(
    {
        Part.RECRUITER_INTERNAL,
        Part.RECRUITER_AGENCY,
        Part.SOURCER,
        Part.COORDINATOR,
        Part.HR_PARTNER,
    }
)
#: A stop from one of these speaks for the firm (method 3.1).
SPEAK_FOR_THE_FIRM = RECRUITERS | DECIDERS | {Part.UNKNOWN}
#: Letters that argue for the user: what they say, they have seen.
ARGUED = frozenset(
    {
        LetterKind.INFLUENCE_LETTER,
        LetterKind.SECOND_INFLUENCE,
        LetterKind.PROOF_OFFER,
        LetterKind.REOPEN_LETTER,
    }
)
#: Letters that hope for an answer: two of them without one ask for quiet.
HOPING = frozenset(
    {
        LetterKind.STATUS_NUDGE,
        LetterKind.FINAL_NUDGE,
        LetterKind.ADVICE_REQUEST,
        LetterKind.CALL_REQUEST,
        LetterKind.REOPEN_LETTER,
        LetterKind.KEEP_IN_TOUCH,
        LetterKind.TRIGGER_NOTE,
        LetterKind.REFERRAL_ASK,
    }
)


@dataclass(frozen=True)
class View:
    """What was known by `now`; what several rules look for is found once."""

    file: CaseFile
    standing: Standing
    now: datetime
    happened: tuple[Happening, ...]

    @once
    def remarks(self) -> tuple[Remark, ...]:
        if not self.file.remarks:
            return ()
        today = self.today
        return tuple([r for r in self.file.remarks if r.at is None or r.at <= today])

    @once
    def verdict(self) -> Happening | None:
        return verdict_of(self.happened)

    @once
    def news(self) -> Happening | None:
        """The latest word of theirs that ended it: a second no is news as well (G4, ruling 6)."""
        first = self.verdict
        if first is None:
            return None
        later = [h for h in self.happened if h.at > first.at and h.direction is IN and ending(h)]
        return later[-1] if later else first

    @once
    def today(self) -> date:
        return self.now.date()

    @property
    def is_open(self) -> bool:
        return self.standing.state in OPEN

    def day(self, moment: datetime) -> date:
        return days.local(moment, self.now)

    def person(self, key: str) -> Person | None:
        """The person with this id or address."""
        return self._by_key.get(key) if key else None

    @once
    def _by_key(self) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for person in self.file.people:
            found.setdefault(person.id, person)
            found.setdefault(person.email, person)
        return found

    def part(self, happening: Happening) -> Part:
        person = self.person(happening.who)
        return person.part if person else Part.UNKNOWN

    def said(self, *kinds: RemarkKind) -> tuple[Remark, ...]:
        return tuple([r for r in self.remarks if r.kind in kinds]) if self.remarks else ()

    @once
    def _letters(self) -> tuple[tuple[LetterKind, Happening], ...]:
        if LETTER not in self.kinds:
            return ()
        return tuple(
            [
                (kind, h)
                for h in self.happened
                if h.kind is LETTER and (kind := letter_kind(h)) is not None
            ]
        )

    def letters(self, *kinds: LetterKind) -> tuple[Happening, ...]:
        """The letters of these kinds that the user sent, oldest first."""
        return tuple([h for kind, h in self._letters if kind in kinds]) if self._letters else ()

    @once
    def kinds(self) -> frozenset[MailKind | Deed]:
        """What kinds of things have happened at all."""
        return frozenset([h.kind for h in self.happened])

    @once
    def sealed(self) -> bool:
        """Whether a letter of theirs lies unopened."""
        for h in self.happened:  # noqa: SIM110  a loop costs a third of any() with a generator
            if h.sealed:
                return True
        return False

    def sent_since(self, since: datetime | None, *kinds: LetterKind) -> bool:
        return bool(self._letters) and any(
            kind in kinds and (since is None or h.at >= since) for kind, h in self._letters
        )

    def words(self) -> tuple[Happening, ...]:
        """Their mails in this case."""
        return self._words

    @once
    def _words(self) -> tuple[Happening, ...]:
        return tuple([h for h in self.happened if type(h.kind) is MailKind and h.direction is IN])

    @once
    def _signals(self) -> tuple[Happening, ...]:
        if SIGNAL not in self.kinds:
            return ()
        return tuple([h for h in self.happened if h.kind is SIGNAL])

    def signals(self, *names: str) -> tuple[Happening, ...]:
        return tuple([h for h in self._signals if h.detail in names]) if self._signals else ()

    @once
    def trigger(self) -> Happening | None:
        """The latest thing that makes the seat new again after a verdict: a re-post, a vacancy."""
        if self.verdict is None:
            if REOPENED not in self.kinds:
                return None
            return next((h for h in reversed(self.happened) if h.kind is REOPENED), None)
        since = self.verdict.at
        seen = [h for h in self.signals("reopened", "winner_left") if h.at >= since]
        return seen[-1] if seen else None

    def stopped(self, person: Person) -> bool:
        """Whether this person is to be left alone."""
        if person.warmth is Warmth.STOP:
            return True
        return bool(self._stops) and (person.id in self._stops or person.email in self._stops)

    @once
    def _stops(self) -> frozenset[str]:
        return frozenset([h.who for h in self._words if h.stop and h.who])

    @once
    def welcome(self) -> tuple[Person, ...]:
        """Everyone there who did not ask to be left alone."""
        return tuple([p for p in self.file.people if not self.stopped(p)])

    def reachable(self) -> tuple[Person, ...]:
        """People who can be written to and did not ask to be left alone."""
        return self._reachable

    @once
    def _reachable(self) -> tuple[Person, ...]:
        return tuple([p for p in self.welcome if p.email])

    def personal(self, h: Happening) -> bool:
        """Whether a person wrote this and an answer would reach them."""
        return h.hand is PERSONAL and h.reply_possible

    def came_back(self) -> Happening | None:
        """Their own word that opened a closed case again, if that is where it stands."""
        if not self.is_open:
            return None
        ended = False
        found: Happening | None = None
        for h in self.happened:
            if verdict_of((h,)) is not None:
                ended = True
            elif ended and opens(h):
                found, ended = h, False
        return found


def look(file: CaseFile, standing: Standing, now: datetime) -> View:
    return see(file, standing, so_far(file, now), now)


def see(file: CaseFile, standing: Standing, happened: tuple[Happening, ...], now: datetime) -> View:
    """The same, for who has picked out already what had happened by `now`."""
    return View(file, standing, now, happened)
