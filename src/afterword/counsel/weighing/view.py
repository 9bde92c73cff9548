"""One case as the weighing sees it on a day: nothing dated later, everything found once."""

from __future__ import annotations

from datetime import date, datetime

from afterword import workdays
from afterword.counsel import days
from afterword.counsel.once import once
from afterword.counsel.standing import Tale, tell
from afterword.counsel.standing.happened import (
    PERSONAL,
    REOPENED,
    SENSE,
    ending,
    letter_bits,
    so_far,
    turned,
)
from afterword.terms import (
    CaseFile,
    Channel,
    Happening,
    LetterKind,
    Part,
    Person,
    Remark,
    RemarkKind,
    Standing,
    State,
    Warmth,
)

OPEN = frozenset(
    {State.LEAD, State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET, State.OFFER}
)
STOP = Warmth.STOP
MAILED = Channel.EMAIL
#: The reason that holds the words of an invitation (method 5).
INVITES = "R10"
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
_HOPING = letter_bits(HOPING)


class View:
    """What was known by `now`: the tale has picked out each sort of happening, the rest is found once."""

    def __init__(
        self,
        file: CaseFile,
        standing: Standing,
        now: datetime,
        happened: tuple[Happening, ...],
        tale: Tale,
    ) -> None:
        self.file, self.standing, self.now, self.happened = file, standing, now, happened
        self.today = now.date()
        self.is_open = standing.state in OPEN
        self.verdict, self.news, self.sealed = tale.verdict, tale.news, tale.sealed
        self.stops, self.talks, self.signs = tale.stops, tale.talks, tale.signs
        self._words, self._letters, self.sent = tale.words, tale.letters, tale.sent
        self.turns, self._last_word = tale.turns, tale.last_word

    @once
    def remarks(self) -> tuple[Remark, ...]:
        """What was said by then."""
        remarks, today = self.file.remarks, self.today
        for remark in remarks:
            if remark.at is not None and remark.at > today:
                return tuple([r for r in remarks if r.at is None or r.at <= today])
        return remarks

    @once
    def verdict_age(self) -> int:
        """How many business days have gone by since the verdict; there must be one."""
        assert self.verdict is not None
        return self.since(self.day(self.verdict.at))

    def day(self, moment: datetime) -> date:
        return days.local(moment, self.now)

    def spoken(self, moment: datetime) -> str:
        """The day of a moment as one says it today."""
        return days.spoken(self.day(moment), self.today)

    def since(self, day: date) -> int:
        """How many business days have gone by where they live since that day."""
        return workdays.between(day, self.today, self.file.country)

    def person(self, key: str) -> Person | None:
        """The person with this id or address."""
        if key:
            for person in self.file.people:
                if person.id == key or person.email == key:
                    return person
        return None

    def part(self, happening: Happening) -> Part:
        person = self.person(happening.who)
        return person.part if person else Part.UNKNOWN

    def said(self, *kinds: RemarkKind) -> tuple[Remark, ...]:
        return tuple([r for r in self.remarks if r.kind in kinds]) if self.remarks else ()

    def unanswered(self) -> int:
        """How many letters that hoped for an answer went out since their last word."""
        if not self.sent & _HOPING:
            return 0
        since, count = self._last_word, 0
        for kind, h in reversed(self._letters):
            if since is not None and not days.later(h.at, since):
                break
            count += kind in HOPING
        return count

    def letters(self, *kinds: LetterKind) -> tuple[Happening, ...]:
        """The letters of these kinds that the user sent, oldest first."""
        return tuple([h for kind, h in self._letters if kind in kinds]) if self._letters else ()

    def sent_since(self, since: datetime | None, *kinds: LetterKind) -> bool:
        for kind, h in self._letters:  # noqa: SIM110  a loop costs a third of any() with a generator
            if kind in kinds and (since is None or h.at >= since):
                return True
        return False

    def words(self) -> list[Happening]:
        """Their mails in this case."""
        return self._words

    def signals(self, *names: str) -> tuple[Happening, ...]:
        return tuple([h for h in self.signs if h.detail in names]) if self.signs else ()

    @property
    def trigger(self) -> Happening | None:
        """The latest thing that makes the seat new again after a verdict: a re-post, a vacancy."""
        if self.verdict is None:
            if REOPENED not in self.turns:
                return None
            return next((h for h in reversed(self.happened) if h.kind is REOPENED), None)
        if not self.signs:
            return None
        since = self.verdict.at
        seen = [h for h in self.signals("reopened", "winner_left") if h.at >= since]
        return seen[-1] if seen else None

    def stopped(self, person: Person) -> bool:
        """Whether this person is to be left alone."""
        if person.warmth is STOP:
            return True
        for h in self.stops:  # noqa: SIM110
            if h.who and (h.who == person.id or h.who == person.email):
                return True
        return False

    @property
    def all_stopped(self) -> bool:
        """Whether people are known there, and every one of them is to be left alone."""
        people = self.file.people
        for person in people:
            if not self.stopped(person):
                return False
        return bool(people)

    @property
    def anyone(self) -> bool:
        """Whether anybody there can be written to and did not ask to be left alone."""
        for person in self.file.people:  # noqa: SIM110
            if person.email and not self.stopped(person):
                return True
        return False

    def reachable(self) -> tuple[Person, ...]:
        """People who can be written to and did not ask to be left alone."""
        return tuple([p for p in self.file.people if p.email and not self.stopped(p)])

    def welcome(self) -> tuple[Person, ...]:
        """Everyone there who did not ask to be left alone."""
        return tuple([p for p in self.file.people if not self.stopped(p)])

    @once
    def talked(self) -> date | None:
        """The day of the last talk there was."""
        return self.day(self.talks[-1].at) if self.talks else None

    def quoted(self, h: Happening | None) -> str:
        """Their words in it, as far as they are known: of a mail the reasons, for its line is a subject."""
        if h is None:
            return ""
        for reason in h.reasons:
            if reason.quote:
                return reason.quote
        return "" if h.channel is MAILED and SENSE[h.kind].mail else h.detail

    def invited(self) -> tuple[Happening, str] | None:
        """Their last word that asked the user back, and how it said so."""
        for h in reversed(self._words):
            if h.invitation:
                words = next((r.quote for r in h.reasons if r.code == INVITES and r.quote), "")
                return h, words or ("" if h.channel is MAILED else h.detail)
        return None

    def personal(self, h: Happening) -> bool:
        """Whether a person wrote this and an answer would reach them."""
        return h.hand is PERSONAL and h.reply_possible

    def came_back(self) -> Happening | None:
        """Their own word that opened a closed case again, if that is where it stands."""
        if not self.is_open:
            return None
        verdict: Happening | None = None
        found: Happening | None = None
        for h in self.happened:
            if not SENSE[h.kind].turns:
                continue
            before, verdict = verdict, turned(verdict, h, ending(h))
            if before is not None and verdict is None:
                found = h
        return found


def look(file: CaseFile, standing: Standing, now: datetime) -> View:
    return see(file, standing, so_far(file, now), now)


def see(
    file: CaseFile,
    standing: Standing,
    happened: tuple[Happening, ...],
    now: datetime,
    tale: Tale | None = None,
) -> View:
    """The same, for who has picked out already what had happened by `now`, and told the tale."""
    return View(file, standing, now, happened, tale or tell(file, happened, now))
