"""What each rule answers when it is asked: a band, or nothing (method 4.1-4.3, 4.5)."""

from __future__ import annotations

from afterword.counsel.decision.scale import (
    CERTAINLY_OPEN,
    COVERED,
    ESCAPE,
    FIGHT_FROM,
    Scale,
    fair_from,
    free_from,
)
from afterword.terms import Band

#: Bound by name: see `standing.happened`.
MOVE_ON, LIGHT_TOUCH, WAIT, ASK_FIRST, FIGHT = (
    Band.MOVE_ON,
    Band.LIGHT_TOUCH,
    Band.WAIT,
    Band.ASK_FIRST,
    Band.FIGHT,
)


def care(s: Scale) -> Band | None:
    return WAIT if s.a.needs_care else None


def money(s: Scale) -> Band | None:
    return MOVE_ON if s.a.asks_money else None


def stop(s: Scale) -> Band | None:
    return MOVE_ON if s.a.G1 else None


def unlawful(s: Scale) -> Band | None:
    return WAIT if s.a.G2 else None


def came_back(s: Scale) -> Band | None:
    return ASK_FIRST if s.a.G3 and s.a.they_came_back else None


def left(s: Scale) -> Band | None:
    return s.warmth() if s.a.G3 else None


def fresh(s: Scale) -> Band | None:
    return WAIT if s.a.G4 else None


def untruth(s: Scale) -> Band | None:
    return WAIT if s.a.claim == "untrue" else None


def rescinded(s: Scale) -> Band | None:
    if not s.a.rescinded:
        return None
    lately = s.a.F8 is None or s.a.F8 >= 0
    # what rests on a mistake that one can prove, and is still open, is put right and not sued for
    mistaken = _open(s) and s.named_doubt_answered and s.factors.F7 is not None and s.factors.F7 > 0
    return WAIT if lately and not mistaken else None


def forbidden(s: Scale) -> Band | None:
    if not s.a.no_contact:
        return None
    runs = s.shut_by_rule or s.a.review_open or not s.taken
    return WAIT if runs and not s.unwanted else MOVE_ON


def review(s: Scale) -> Band | None:
    if not s.a.review_open or s.unwanted:
        return None
    # what can be shown to be wrong, or answered, is asked to be looked at; else one takes advice
    shown = any(value is not None and value > 0 for value in (s.factors.F2, s.factors.F7))
    return ASK_FIRST if shown else WAIT


def shut(s: Scale) -> Band | None:
    if not s.shut_by_rule:
        return None
    outright = s.a.G7 or s.a.fixed_rules
    # R13: a permit or a place may change one day; who said "come back then" is warm with a date
    by_name = s.a.W2 is not None and s.a.W2 >= 1 and s.a.invitation
    if by_name and not s.a.fixed_rules and not s.a.small_firm:
        return s.warmth()
    if outright and not s.unwanted and s.nobody_there:
        return WAIT
    return LIGHT_TOUCH if outright and not s.unwanted else s.at_most_light()


def by_their_form(s: Scale) -> Band | None:
    asked_back = s.told_enough and s.a.they_came_back and not s.taken
    return LIGHT_TOUCH if asked_back and not s.unwanted else None


def twice(s: Scale) -> Band | None:
    return s.at_most_light() if s.silent_twice else None


def told_enough(s: Scale) -> Band | None:
    if s.a.template and s.agency_answers:
        return None  # their form does not close the way through the agency (4.5)
    if s.a.soft_stop and s.waited_for:
        return WAIT
    return s.at_most_light() if s.told_enough else None


def unpaid(s: Scale) -> Band | None:
    return ASK_FIRST if s.a.unpaid_work_again else None


def offered(s: Scale) -> Band | None:
    return ASK_FIRST if s.a.offered and not s.unwanted and not s.taken else None


def two_offers(s: Scale) -> Band | None:
    """Whether another offer must be answered before they mean to speak."""
    ends, today = s.a.other_offer_by, s.a.today
    if ends is None or (today is not None and ends < today) or s.a.after_no:
        return None
    if s.unwanted or s.taken or s.nobody_there:
        return None
    theirs = s.a.promised_date
    return None if theirs is not None and theirs < ends else ASK_FIRST


def clock(s: Scale) -> Band | None:
    return WAIT if s.clock_runs and not s.named_doubt_answered else None


def agency(s: Scale) -> Band | None:
    # Where the seat is gone and they have others, those are the matter (4.5, a concrete other seat).
    if not s.a.agency or s.unwanted or (s.taken and s.a.other_seat):
        return None
    return ASK_FIRST


def spent(s: Scale) -> Band | None:
    if s.taken and s.a.other_seat:
        return None
    return s.warmth() if s.a.G5 else None


def sealed_proof(s: Scale) -> Band | None:
    return ASK_FIRST if s.a.claim == "secret" and _open(s) and not s.unwanted else None


def untrue(s: Scale) -> Band | None:
    return s.warmth() if s.unsayable else None


def secret(s: Scale) -> Band | None:
    return s.warmth() if s.in_confidence else None


def mistreated(s: Scale) -> Band | None:
    badly = s.a.W8 is not None and s.a.W8 <= ESCAPE
    return escape(s) if badly else None


def escape(s: Scale) -> Band | None:
    return s.warmth() if s.factors.F9 is not None and s.factors.F9 <= ESCAPE else None


def unwanted(s: Scale) -> Band | None:
    return s.warmth() if s.unwanted else None


def other(s: Scale) -> Band | None:
    band = s.warmth() if s.taken and s.a.other_seat else None
    return None if band is MOVE_ON else band


def taken(s: Scale) -> Band | None:
    return s.warmth() if s.taken else None


def invited(s: Scale) -> Band | None:
    return fight(s) if s.a.they_came_back else None


def called_back(s: Scale) -> Band | None:
    welcome = s.a.they_came_back and not (s.unwanted or s.taken or s.nobody_there)
    return ASK_FIRST if welcome else None


def fight(s: Scale) -> Band | None:
    cleared = s.fight >= FIGHT_FROM and s.factors.F1 is not None and s.coverage >= COVERED
    return FIGHT if cleared and s.can_answer else None


def overdue(s: Scale) -> Band | None:
    if s.a.after_no is True or s.a.today is None:
        return None
    if s.a.promised_date is not None:
        undecided = s.factors.F1 is None or _open(s)
        return ASK_FIRST if undecided and s.a.today >= free_from(s.a) else None
    # nobody has said no, nothing was promised, and the days in which silence is usual are over
    quiet = s.a.after_no is False and s.factors.F1 is None and s.a.talked_on is not None
    return ASK_FIRST if quiet and not s.unwanted and s.a.today >= fair_from(s.a) else None


def early(s: Scale) -> Band | None:
    return WAIT if _open(s) and s.too_early and not s.named_doubt_answered else None


def reposted(s: Scale) -> Band | None:
    return ASK_FIRST if s.a.reposted and not s.taken and not s.unwanted else None


def open_without_news(s: Scale) -> Band | None:
    return WAIT if _open(s) and not s.could_answer else None


def ask(s: Scale) -> Band | None:
    return ASK_FIRST if s.could_answer and s.best_fight >= FIGHT_FROM else None


def barred(s: Scale) -> Band | None:
    return s.warmth() if s.barred_by_reason else None


def rest(s: Scale) -> Band | None:
    return s.warmth()


def _open(s: Scale) -> bool:
    """Whether they are known to be still deciding, with nobody holding an offer."""
    return s.factors.F1 is not None and s.factors.F1 > CERTAINLY_OPEN
