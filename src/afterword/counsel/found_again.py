"""How likely a firm is to find the user again, in three plain grades with the reasons.

It mirrors what employers' own systems let a recruiter filter on: how far somebody came, a reason
that stands against them, how long ago, for which role, whether they were asked back, whom they
know there. Firms do go back to people they nearly chose; how often nobody has measured well
(E22), so no figure is ever given, and this says nothing of turning the old no around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from afterword.counsel import days
from afterword.counsel.weighing.seat import story_for
from afterword.counsel.weighing.view import View, look
from afterword.terms import CaseFile, Hand, MailKind, Outcome, Person, Stage, Standing, State

#: How long a record is fresh, and after how long many firms have let it go (two years: L02).
FRESH_DAYS = 365
KEPT_DAYS = 730
#: How long a thank-you for the decision is in season.
COURTESY_DAYS = 7
#: Signs from outside that a role like it is open there.
_SIMILAR = ("sibling_role", "new_role", "reopened", "winner_left")
#: Words of a title that say the rank and not the work.
_RANK = frozenset(
    {"head", "lead", "leader", "chief", "senior", "junior", "director", "manager", "officer"}
    | {"principal", "deputy", "assistant", "vice", "president", "of", "the", "and", "for"}
    | {"group", "global", "regional", "interim"}
)


class Likely(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Trace:
    """What a firm's records hold of the user after an ending, as far as the case shows it.

    `invited` is the hand that asked them to come back, None where nobody did; `person` is somebody
    who met them and can be written to; `similar` is what was seen of a role like it since;
    `answered` is the story that answers the gap they named.
    """

    outcome: Outcome
    stage: Stage | None = None
    ended: date | None = None
    reasons: tuple[str, ...] = ()
    invited: Hand | None = None
    person: str = ""
    similar: str = ""
    stopped: bool = False
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing their system would filter on: what it says, which way it counts, what would raise it."""

    says: str
    points: int
    raises: str = ""


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """The grade, what speaks for and against it, and what would raise it."""

    likely: Likely
    pro: tuple[str, ...] = ()
    con: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()


def found_again(
    file: CaseFile, standing: Standing, now: datetime, others: Iterable[str] = ()
) -> FoundAgain | None:
    """The grade for a case that has ended; None while it runs, and where the user was hired.

    `others` are the roles of the user's other cases at the same firm.
    """
    trace = trace_of(file, standing, now, others)
    return None if trace is None else weigh(trace, now.date())


def trace_of(
    file: CaseFile, standing: Standing, now: datetime, others: Iterable[str] = ()
) -> Trace | None:
    """What the case shows of all this at `now`."""
    if standing.state is not State.CLOSED or standing.outcome in (None, Outcome.HIRED):
        return None
    view = look(file, standing, now)
    verdict = view.verdict
    return Trace(
        outcome=standing.outcome,
        stage=standing.stage,
        ended=view.day(verdict.at) if verdict else None,
        reasons=tuple(r.code for r in verdict.reasons) if verdict else (),
        invited=_invited(view),
        person=next((p.name for p in view.reachable() if _knows_you(view, p)), ""),
        similar=_similar(view, others),
        stopped=any(h.stop for h in view.words()) or _all_stopped(view),
        answered=_answered(view),
    )


def weigh(trace: Trace, today: date) -> FoundAgain:
    """The grade of a trace. The points behind it are our judgement and are shown to nobody."""
    if trace.stopped:
        says = "They asked for quiet, so nothing is done here. They may still look for you."
        return FoundAgain(Likely.LOW, con=(says,))
    signs = [sign for rule in RULES if (sign := rule(trace, today)) is not None]
    total = sum(sign.points for sign in signs)
    likely = Likely.HIGH if total >= 5 else Likely.MEDIUM if total >= 3 else Likely.LOW
    return FoundAgain(
        likely,
        pro=tuple(sign.says for sign in signs if sign.points > 0),
        con=tuple(sign.says for sign in signs if sign.points <= 0),
        raises=tuple(sign.raises for sign in signs if sign.raises)
        if likely is not Likely.HIGH
        else (),
    )


# ── what the case shows ─────────────────────────────────────────────────────


def _invited(view: View) -> Hand | None:
    """Whose hand asked them back: a person's word outweighs a template's."""
    hands = {
        h.hand
        for h in view.words()
        if h.invitation or any(reason.code == "R10" for reason in h.reasons)
    }
    hands |= {h.hand for h in view.happened if h.invitation}
    return Hand.PERSONAL if Hand.PERSONAL in hands else next(iter(hands), None)


def _knows_you(view: View, person: Person) -> bool:
    """Whether this is somebody who wrote or spoke with the user here, and no mailbox of the firm."""
    name, firm = person.name.strip().casefold(), view.file.company.strip().casefold()
    if not name or name in firm or firm in name:
        return False
    keys = (person.id, person.email)
    return any(
        h.who in keys and (not isinstance(h.kind, MailKind) or view.personal(h))
        for h in view.happened
        if h.who
    )


def _answered(view: View) -> str:
    """The story that answers the gap they named with the no, by its title."""
    for reason in view.verdict.reasons if view.verdict else ():
        story = story_for(view, reason.quote) if reason.code == GAP else None
        if story is not None and not story.confidential:
            return story.title
    return ""


def _all_stopped(view: View) -> bool:
    people = view.file.people
    return bool(people) and all(view.stopped(p) for p in people)


def _similar(view: View, others: Iterable[str]) -> str:
    since = view.verdict.at if view.verdict else None
    if any(since is None or h.at >= since for h in view.signals(*_SIMILAR)):
        return "You saw a role like it open there since."
    later = [h for h in view.words() if since is not None and h.at > since]
    if any(h.kind is MailKind.OUTREACH for h in later):
        return "They have written to you about a role since."
    mine = _work(view.file.role)
    if mine and any(mine & _work(role) for role in others):
        return "They have considered you for a role like it more than once."
    return ""


def _work(role: str) -> frozenset[str]:
    """The words of a title that name the work."""
    words = "".join(c if c.isalpha() else " " for c in role.casefold()).split()
    return frozenset(word for word in words if len(word) > 2 and word not in _RANK)


# ── the rules, one for each thing their system would filter on ──────────────


def milestone(trace: Trace, today: date) -> Sign | None:
    """How far the user came: the first filter of all (E22)."""
    if trace.outcome is Outcome.OFFER_DECLINED:
        return Sign("They made you an offer; you were their choice.", 3)
    stages = tuple(Stage)
    if trace.stage is None or trace.stage is Stage.APPLIED:
        return Sign("Their records hold an application and no talk.", -1)
    place = stages.index(trace.stage)
    if place >= stages.index(Stage.FINAL_EXECUTIVE):
        return Sign("You came to the last round; such people are looked up first.", 3)
    if trace.stage is Stage.PANEL_ONSITE:
        return Sign("You came as far as the panel.", 2)
    if trace.stage is Stage.HIRING_MANAGER_INTERVIEW:
        return Sign("The hiring manager has met you.", 1)
    return Sign("It ended at the first steps.", -1)


#: Reasons by which a record is set aside, and what would lift each.
_AGAINST = {
    "R13": (
        "A rule stands against it there: a permit, a place or hours.",
        "The day from which that rule no longer touches you, told to one person there.",
    ),
    "R14": (
        "A check or a reference stands against it there.",
        "Knowing which check it was, and putting a wrong entry right.",
    ),
    "R15": ("They spoke of fit; that note stays with the record.", ""),
    "R16": (
        "A test below their bar stands in the record.",
        "The test again, where and when they allow it.",
    ),
}
#: The reason by which something of the user's was missing.
GAP = "R03"
_ABOUT_THE_SEAT = frozenset({"R04", "R05", "R06", "R07", "R08"})


def disqualified(trace: Trace, today: date) -> Sign | None:
    """A reason that a filter would set the record aside by, or none."""
    code = next((code for code in sorted(trace.reasons) if code in _AGAINST), "")
    if code:
        says, raises = _AGAINST[code]
        return Sign(says, -3, raises)
    if GAP in trace.reasons and trace.answered:
        told = trace.person or "somebody who met you"
        return Sign(
            f"They named a gap, and your story “{trace.answered}” answers it; their record does not "
            "say so yet.",
            -1,
            f"That story in two sentences to {told}, so that their record says it.",
        )
    if GAP in trace.reasons:
        return Sign(
            "They named a gap; where it matters, a filter leaves the record out.",
            -1,
            "Proof of what was missing, once you hold it.",
        )
    if set(trace.reasons) & _ABOUT_THE_SEAT or trace.outcome in (
        Outcome.POSITION_FILLED,
        Outcome.CANCELLED,
    ):
        return Sign("No reason against you stands there; it was about the seat.", 1)
    return None


def recency(trace: Trace, today: date) -> Sign | None:
    """How long ago: records age, and are deleted (L02)."""
    if trace.ended is None:
        return None
    age = (today - trace.ended).days
    if age <= FRESH_DAYS:
        return Sign(f"The record is fresh: it ended on {days.spoken(trace.ended)}.", 1)
    if age <= KEPT_DAYS:
        says = "A word with a cause to someone who met you: it makes the record fresh."
        return Sign("It is more than a year ago.", -1, says)
    return Sign(
        "It is more than two years ago; many firms have let such records go.",
        -3,
        "A new application to a role like it: that opens a new record.",
    )


def invitation(trace: Trace, today: date) -> Sign | None:
    """Whether they asked the user back: a person's word, or a template's."""
    if trace.invited is Hand.PERSONAL:
        return Sign("Someone asked you in person to come back.", 2)
    if trace.invited is not None:
        return Sign("Their template says to apply again; that is politeness.", 0)
    if not trace.person:
        return None
    fresh = trace.ended is not None and (today - trace.ended).days <= COURTESY_DAYS
    raises = (
        "A thank-you that leaves the door open."
        if fresh
        else f"A word with a cause to {trace.person}, who may then ask you back."
    )
    return Sign("No word that asks you to come back was found in their mails.", 0, raises)


def address(trace: Trace, today: date) -> Sign | None:
    """Whether one person there can be written to: people are found by people."""
    if trace.person:
        return Sign(f"{trace.person} knows you there and can be written to.", 1)
    return Sign(
        "You have no address of a person there.", 0, "The address of one person who met you there."
    )


def similar(trace: Trace, today: date) -> Sign | None:
    """Whether a role like it has been seen there since."""
    if trace.similar:
        return Sign(trace.similar, 1)
    return None


RULES: tuple[Callable[[Trace, date], Sign | None], ...] = (
    milestone,
    disqualified,
    recency,
    invitation,
    address,
    similar,
)
