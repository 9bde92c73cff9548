"""What every rule about the next move looks at, and the few ways to answer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from afterword import workdays
from afterword.counsel import casting, days
from afterword.counsel.decision import Answers, Deliberation
from afterword.counsel.once import once
from afterword.counsel.own_plays import NONE, OwnPlays
from afterword.counsel.plays import PLAY
from afterword.counsel.standing.happened import (
    CHECK_MAIL,
    IN,
    INVITATION,
    OUTREACH,
    letter_bits,
)
from afterword.counsel.weighing import answers_of, warmest
from afterword.counsel.weighing.doors import may_hold
from afterword.counsel.weighing.view import DECIDERS, RECRUITERS, View
from afterword.terms import (
    Direction,
    Happening,
    LetterKind,
    MailKind,
    Move,
    Outcome,
    Part,
    Person,
    RemarkKind,
    Stage,
    Standing,
    State,
    Warmth,
)

MORNING = time(7, 0)
#: An offer that waits for its answer comes before whatever else presses.
FIRST, NOW, SOON, SOMETIME = 4, 3, 2, 1
#: The source of a move that is no play of ours: they asked for it, so it is the user's own turn.
THEIRS = "asked by them"
LEFT = (Outcome.WITHDRAWN, Outcome.OFFER_DECLINED)
#: Where the rules after a verdict are asked.
OVER = (State.CLOSED, State.ON_HOLD)
_WITHOUT_A_TALK = (None, Stage.APPLIED, Stage.ASSESSMENT)
#: Bound by name: see `standing.happened`.
_THANKED = letter_bits([LetterKind.THANK_YOU])
RIVAL, DOUBT = RemarkKind.RIVAL, RemarkKind.DOUBT
WARM, COOL = Warmth.WARM, Warmth.COOL


class Sign:
    """What a rule may find in a case, as bits: something lies ahead, a talk was held lately, …

    What is seen of the answers stands beside it (`Answers.may_be_known`).
    """

    AHEAD, TALK, RIVAL, DOUBT, SIGNAL, CHECK, VOUCHED, LOST, OWN = (1 << n for n in range(9))


class Scene:
    """A case on a day with its standing and its advice."""

    def __init__(
        self, view: View, standing: Standing, answers: Answers | None, own: OwnPlays = NONE
    ) -> None:
        self.view, self.standing, self.own = view, standing, own
        self._answers = answers
        self.now, self.today, self.country = view.now, view.today, view.file.country

    @property
    def answers(self) -> Answers:
        """What is known of the case; before a verdict most rules need not know."""
        if self._answers is None:
            self._answers = answers_of(self.view)
        return self._answers

    @property
    def gates(self) -> int:
        """What may bar a move before a verdict: what the file holds against it and the user said."""
        held = may_hold(self.view)
        if not self.view.file.answers:
            return held
        looked = answers_of(self.view)
        self._answers = self._answers or looked
        return held | looked.said

    @once
    def signs(self) -> int:
        """What is to be seen in this case, as the bits of `Sign`, each on the side where a rule asks."""
        view, file, register = self.view, self.view.file, self.view.file.register
        found = 0
        if self.standing.state not in OVER:
            if len(view.happened) < len(file.happenings):
                found |= Sign.AHEAD
            if view.talks and self.since(view.talks[-1].at) <= days.LATE_LETTER:
                found |= Sign.TALK
            if CHECK_MAIL in view.turns:
                found |= Sign.CHECK
        for remark in file.remarks:
            if remark.kind is RIVAL:
                found |= Sign.RIVAL
            elif remark.kind is DOUBT:
                found |= Sign.DOUBT
        if view.signs:
            found |= Sign.SIGNAL
        if register.vouched:
            found |= Sign.VOUCHED
        if register.lost:
            found |= Sign.LOST
        if self.own.new:
            found |= Sign.OWN
        return found

    @property
    def news_age(self) -> int:
        """How many business days have gone by since the verdict; there must be one."""
        return self.view.verdict_age

    @once
    def advice(self) -> Deliberation:
        """The advice on these answers, worked out once and only where a rule asks for it."""
        return Deliberation(self.answers)

    def plus(self, day: date, n: int) -> date:
        """n business days after a day, where the recipient lives."""
        return workdays.add(day, n, self.country)

    def since(self, moment: datetime | date) -> int:
        """How many business days have gone by since then."""
        day = self.view.day(moment) if isinstance(moment, datetime) else moment
        return workdays.between(day, self.today, self.country)

    def next_morning(self, moment: datetime) -> datetime:
        """After a night's rest (S2-18)."""
        day = self.view.day(moment) + timedelta(days=1)
        return datetime.combine(day, MORNING, tzinfo=self.now.tzinfo)

    def morning(self, day: date, n: int) -> datetime:
        """The morning n business days after a day."""
        return datetime.combine(self.plus(day, n), MORNING, tzinfo=self.now.tzinfo)

    def news(self) -> datetime | None:
        """When the latest verdict reached the user: the opening of its envelope."""
        verdict = self.view.news
        return (verdict.opened or verdict.at) if verdict else None

    def last(self, *kinds: object) -> Happening | None:
        """The latest happening of one of these kinds."""
        for h in reversed(self.view.happened):
            if h.kind in kinds:
                return h
        return None

    def beside(self) -> list[Happening]:
        """What had happened by now in other cases, as far as the caps must know it."""
        return [h for h in self.view.file.elsewhere if not days.later(h.at, self.now)]

    def may_write_to(self, key: str) -> bool:
        """Whether this is nobody in particular, or somebody who has not asked for quiet."""
        person = self.view.person(key)
        if person is not None:
            return not self.view.stopped(person)
        return not any(h.stop and h.who == key for h in self.view.happened)

    def to(self, *wanted: frozenset[Part]) -> str | None:
        """Whom to write to: the first part in the order wanted, else who wrote last, else anyone.

        "" when nobody is known by name but the door is not shut; None when nobody may be
        written to.
        """
        free = [p for p in self.view.file.people if not self.view.stopped(p)]
        reachable = [p for p in free if p.email] or free
        for parts in wanted:
            chosen = [p for p in reachable if p.part in parts]
            if chosen:
                return self._warmest(chosen).id
        wrote = self._who_wrote()
        if wrote is not None:
            return wrote
        if reachable:
            return self._warmest(reachable).id
        return None if self.view.file.people else self._nobody_by_name()

    def to_decider(self) -> str | None:
        return self.to(DECIDERS, RECRUITERS)

    def to_recruiter(self) -> str | None:
        return self.to(RECRUITERS, DECIDERS)

    def to_warmest(self) -> str | None:
        """The person most likely to be glad of a word."""
        person = warmest(self.view, self.view.reachable() or self.view.welcome())
        return person.id if person else self.to_recruiter()

    def _warmest(self, people: list[Person]) -> Person:
        return max(people, key=lambda p: (p.warmth is WARM, p.warmth is not COOL))

    def _who_wrote(self) -> str | None:
        for word in reversed(self.view.words()):
            if self.view.personal(word) and word.who and self.may_write_to(word.who):
                return word.who
        return None

    def _nobody_by_name(self) -> str | None:
        words = [h for h in self.view.words() if h.kind is not OUTREACH]
        shut = bool(words) and not any(h.reply_possible for h in words)
        return None if shut and not self.met() else ""

    def met(self) -> bool:
        """Whether the user spoke with anyone there."""
        if self.standing.stage not in _WITHOUT_A_TALK:
            return True
        if self.view.talks or INVITATION in self.view.turns:
            return True
        return bool(self.view.sent & _THANKED)

    def wrote_since(self, moment: datetime) -> bool:
        """Whether own mail to them lies in the mailbox after that moment, whatever it said."""
        return any(
            h.at > moment and h.direction is Direction.OUT and isinstance(h.kind, MailKind)
            for h in self.view.happened
        )

    def replied_since(self, moment: datetime) -> bool:
        return any(
            h.at > moment and h.direction is IN and isinstance(h.kind, MailKind)
            for h in self.view.happened
        )


def rested(answers: Answers) -> Answers:
    """The answers without the pause, where only the clock asks for it (`after_rest`)."""
    if not answers.G4:
        return answers
    ground = answers.ground("G4")
    if ground is None or ground.by_user:
        return answers
    return answers.given("G4", None)


def rest(why: casting.Told, when: date | None = None, question: str = "", urgency: int = 0) -> Move:
    """Nothing to write; why, and the day on which it is looked at again."""
    return casting.move("", None, "", when, None, why, question, urgency, "")


def theirs(
    why: casting.Told,
    when: date | None = None,
    who: str = "",
    question: str = "",
    urgency: int = NOW,
) -> Move:
    """What they asked of the user, with the day they named for it: no letter, and no waiting either."""
    return casting.move("", None, who, when, None, why, question, urgency, THEIRS)


def fraud(scene: Scene) -> Move:
    """They ask for money: nothing is written; what to do, whom to tell, and their own words.

    Until the user has said what it is they are asked whether it is genuine, and so Today says it;
    for a week, for a fraud that nobody answered takes nobody's morning after that.
    """
    ground = scene.answers.ground("asks_money")
    last = max((h.at for h in scene.view.happened), default=scene.now)
    known = (ground is not None and ground.by_user) or scene.since(last) > days.FRAUD
    quote = f" They wrote: “{ground.quote}”" if ground is not None and ground.quote else ""
    return rest(
        f"{scene.advice.why}{quote} {scene.advice.next_step.what}",
        question="" if known else "Do you know for certain that this is genuine?",
        urgency=NOW,
    )


def play(
    scene: Scene,
    id: str,
    letter: LetterKind | None,
    who: str,
    why: casting.Told,
    *,
    when: date | None = None,
    not_before: datetime | None = None,
    urgency: int = SOON,
    question: str = "",
) -> Move:
    """A play of the playbook as the next move."""
    source = f"{id}: {PLAY[id].source}"
    return casting.move(id, letter, who, when, not_before, why, question, urgency, source)


def spoken(scene: Scene, moment: datetime) -> str:
    return scene.view.spoken(moment)
