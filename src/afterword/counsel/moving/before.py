"""The next move while they have not decided (contract ruling 1: influence, proof, a fair question)."""

from __future__ import annotations

from afterword.counsel import days
from afterword.counsel.decision.factors import GATE
from afterword.counsel.moving.ahead import (
    an_interview_is_ahead,
    debrief,
    last_call,
    plan_for_a_no,
    plan_while_waiting,
    talk_is_near,
)
from afterword.counsel.moving.due import (
    answer_the_invitation,
    name_your_hours,
    offer,
    puts_a_doubt,
    they_asked_for_something,
)
from afterword.counsel.moving.own import new_play
from afterword.counsel.moving.scene import (
    NOW,
    SOON,
    Scene,
    Sign,
    fraud,
    play,
    rest,
    spoken,
)
from afterword.counsel.moving.table import Rule, Table
from afterword.counsel.moving.vouch import (
    before_a_final,
    check_has_begun,
    final_is_near,
    they_spoke,
)
from afterword.counsel.standing.words import asked, own_term
from afterword.counsel.weighing.seat import story_for
from afterword.counsel.weighing.view import ARGUED
from afterword.terms import (
    Basis,
    Happening,
    LetterKind,
    MailKind,
    Move,
    Remark,
    RemarkKind,
    State,
)

#: Thank-you notes are not customary there (method 3.2).
NO_NOTES = frozenset({"PT", "JP"})
#: There they are optional, and two lines are enough.
SHORT_NOTES = frozenset({"GB", "UK", "IE", "DE", "AT", "CH"})
#: Bound by name: see `standing.happened`.
SOFT_CLOSED, LEAD, AWAITING, ACTIVE = State.SOFT_CLOSED, State.LEAD, State.AWAITING, State.ACTIVE
RIVAL, DOUBT = RemarkKind.RIVAL, RemarkKind.DOUBT


def going_elsewhere(s: Scene) -> Move | None:
    """P21: the user goes elsewhere; tell them within a day."""
    if not s.answers.G3 or s.answers.they_came_back:
        return None
    offer = s.standing.state is State.OFFER
    letter = LetterKind.OFFER_DECLINE if offer else LetterKind.WITHDRAWAL
    who = s.to_recruiter()
    if who is None:
        return rest("You are going elsewhere, and there is no one here to write to.")
    return play(
        s,
        "P21",
        letter,
        who,
        "You are going elsewhere. Tell them kindly before they hear it from others.",
        when=s.plus(s.today, days.DECLINE),
        urgency=NOW,
    )


def it_opened_again(s: Scene) -> Move | None:
    """P17 at once: they came back on their own."""
    last = last_call(s)
    if last is None or last.kind is not MailKind.REOPENED:
        return None
    if s.view.sent_since(last.at, LetterKind.TRIGGER_NOTE):
        return None
    who = last.who if last.who and s.may_write_to(last.who) else s.to_decider()
    if who is None:
        return None
    return play(
        s,
        "P17",
        LetterKind.TRIGGER_NOTE,
        who,
        f"They wrote on {spoken(s, last.at)} that it is open again.{asked(last)} Answer them while it "
        "is warm: yes or no, one reason, and when you can talk.",
        when=s.plus(s.today, 0),
        urgency=NOW,
    )


# ── after an interview ──────────────────────────────────────────────────────


def influence_due(s: Scene) -> Move | None:
    """P05 on its last day or late: from then on it comes before the bare thank-you."""
    move = influence(s)
    return move if move and move.when and s.today >= move.when else None


def thank_you(s: Scene) -> Move | None:
    """P04: one note to each person they met, by the next business day."""
    country = s.country.upper().partition("-")[0]
    if country in NO_NOTES:
        return None
    for talk in _interviews(s):
        if s.since(talk.at) > days.INFLUENCE or _thanked(s, talk):
            continue
        who = talk.who or s.to_decider()
        if who is None or not s.may_write_to(who):
            continue
        why = f"You spoke on {spoken(s, talk.at)}. One note with one detail of that talk."
        if country in SHORT_NOTES:
            why += " Optional there; two lines are enough."
        return play(
            s,
            "P04",
            LetterKind.THANK_YOU,
            who,
            why,
            when=s.plus(s.view.day(talk.at), days.THANK_YOU),
        )
    return None


def influence(s: Scene) -> Move | None:
    """P05: one letter a round that answers what they said, after a night's rest."""
    met = _interviews(s)
    if not met:
        return None
    talk = met[-1]
    if s.since(talk.at) > days.LATE_LETTER:
        return None
    if s.view.sent_since(talk.at, LetterKind.INFLUENCE_LETTER):
        return None
    if _thanked(s, talk) and any(
        remark is not None and remark.at is not None and remark.at > s.view.day(talk.at)
        for remark in (
            _unanswered_remark(s, RIVAL),
            _unanswered_remark(s, DOUBT),
        )
    ):
        return None  # they have answered since: what they said now comes first
    who = talk.who if talk.who and s.may_write_to(talk.who) else s.to_decider()
    if who is None:
        return None
    when = s.plus(s.view.day(talk.at), days.INFLUENCE)
    late = " It is a little late and still right." if s.today > when else ""
    return play(
        s,
        "P05",
        LetterKind.INFLUENCE_LETTER,
        who,
        f"You spoke on {spoken(s, talk.at)}. A letter that answers their problem with what you "
        f"have done does more than thanks.{late}",
        when=when,
        not_before=s.next_morning(talk.at),
        urgency=NOW if s.today >= when else SOON,
        question="" if s.view.remarks else "What did they say they struggle with?",
    )


def second_influence(s: Scene) -> Move | None:
    """P07: they set the user beside another; one thing that sets them apart."""
    rival = _unanswered_remark(s, RIVAL)
    if rival is None or s.view.letters(LetterKind.SECOND_INFLUENCE):
        return None
    return _answer_remark(
        s,
        "P07",
        LetterKind.SECOND_INFLUENCE,
        rival,
        "They weigh you against another. One thing that sets you apart, with two instances; "
        "nothing against the other.",
    )


def proof_asked(s: Scene) -> Move | None:
    """P06 at once: who decides has put the doubt to the user's face, and waits for the answer."""
    last = last_call(s)
    return proof_offer(s) if last is not None and puts_a_doubt(s, last) else None


def proof_offer(s: Scene) -> Move | None:
    """P06: a doubt stands that no letter has met; offer to show it."""
    doubt = _unanswered_remark(s, DOUBT)
    if doubt is None or s.view.letters(LetterKind.PROOF_OFFER):
        return None
    story = story_for(s.view, doubt.quote)
    why = (
        "They named a doubt. Offer a small sample of the very task, with a limit to the hours, "
        "and 20 minutes to go through it."
        if story is None or story.confidential
        else f"They named a doubt, and your story “{story.title}” answers it. Tell it in a few "
        "lines, and offer to show it."
    )
    return _answer_remark(s, "P06", LetterKind.PROOF_OFFER, doubt, why)


def _answer_remark(s: Scene, id: str, letter: LetterKind, remark: Remark, why: str) -> Move | None:
    author = s.view.person(remark.by)
    who = author.id if author and not s.view.stopped(author) else s.to_decider()
    if who is None or remark.at is None:
        return None
    return play(
        s,
        id,
        letter,
        who,
        f"{why} They said: “{remark.quote}”",
        when=s.plus(remark.at, days.PROOF),
        urgency=NOW,
    )


def _unanswered_remark(s: Scene, kind: RemarkKind) -> Remark | None:
    """The freshest remark of this kind after which no arguing letter has gone out."""
    said = s.view.said(kind)
    if not said:
        return None
    argued = [s.view.day(h.at) for h in s.view.letters(*ARGUED)]
    dated = [
        (remark.at, remark.basis is Basis.SAID, nth, remark)
        for nth, remark in enumerate(said)
        if remark.at is not None and s.since(remark.at) <= days.LATE_LETTER
    ]
    open_ = [row for row in dated if not any(day >= row[0] for day in argued)]
    return max(open_, default=(None, False, 0, None))[-1]


def _interviews(s: Scene) -> list[Happening]:
    return s.view.talks


def _thanked(s: Scene, talk: Happening) -> bool:
    """Whether a thank-you to this person went out after the talk; one letter argues and thanks."""
    for h in s.view.letters(LetterKind.THANK_YOU, LetterKind.INFLUENCE_LETTER):
        if h.at >= talk.at and (not talk.who or not h.who or h.who == talk.who):
            return True
    return s.wrote_since(talk.at)


# ── silence ─────────────────────────────────────────────────────────────────


def nudge(s: Scene) -> Move | None:
    """P08, P09: a fair question, twice at most, never before its day."""
    state, fair = s.standing.state, s.standing.nudge_from
    if state not in (State.OVERDUE, State.QUIET) or fair is None or s.today < fair:
        return None
    if own_term(s.view.happened, s.standing.promised) is not None:
        return None  # they have said what their silence means
    if s.standing.nudges >= days.MOST_NUDGES or s.answers.soft_stop:
        return None
    who = s.to_recruiter()
    if who is None:
        return rest(
            "It has gone quiet, and no address there takes an answer. Look into your account with "
            "them, if there is one; else let it be. The silence is no verdict on you."
        )
    last = s.standing.nudges == days.MOST_NUDGES - 1
    id = "P08" if s.standing.promised else "P09"
    why = s.standing.why
    if last:
        why = "Your question had no answer. One last line that releases them, then let it be."
    return play(
        s,
        id,
        LetterKind.FINAL_NUDGE if last else LetterKind.STATUS_NUDGE,
        who,
        why,
        when=s.plus(s.today, 0),
        urgency=SOON,
    )


def waiting(s: Scene) -> Move | None:
    """Rest, and until when."""
    state = s.standing.state
    promised = s.standing.promised
    if state is LEAD:
        ahead = promised if promised is not None and promised >= s.today else None
        return rest(s.standing.why, ahead)
    fair = s.standing.nudge_from
    if own_term(s.view.happened, s.standing.promised) is not None:
        standing = s.standing
        return rest(lambda: f"Nothing to do. {standing.why}", promised)
    if state is AWAITING and promised is not None:
        until = s.plus(promised, days.GRACE_AFTER_PROMISE)
        return rest(
            f"Nothing to do; they promised word by {days.spoken(promised, s.today)}. Until "
            f"{days.spoken(until, s.today)} silence means nothing.",
            until,
        )
    if s.standing.nudges >= days.MOST_NUDGES:
        return rest("You have asked twice, which is enough. The next word is theirs.")
    when = fair if fair is not None and fair > s.today else None
    standing = s.standing
    return rest(lambda: f"Nothing to do. {standing.why}", when)


def soft_closed(s: Scene) -> Move | None:
    if s.standing.state is not SOFT_CLOSED:
        return None
    standing = s.standing
    return rest(lambda: f"{standing.why} The next step belongs to another target.")


def refused(s: Scene) -> Move | None:
    """G1, G2 and G6 while it runs, a heavy day, a fraud: nothing is drafted, the step is said."""
    if s.answers.needs_care:
        return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=NOW)
    if s.answers.asks_money:
        return fraud(s)
    if s.answers.G1:
        return rest("They asked for no contact, or you chose so. Nothing more is written to them.")
    if s.answers.G2:
        return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=SOON)
    if s.answers.claim or s.answers.no_contact:
        return rest(f"{s.advice.why} {s.advice.next_step.what}", urgency=SOON)
    if s.answers.G6:
        return rest(f"{GATE['G6'].says} Nothing is drafted here.", urgency=SOON)
    return None


def one_question_first(s: Scene) -> Move | None:
    """They came back after the user signed elsewhere: a question to oneself first."""
    if s.answers.G3 and s.answers.they_came_back:
        return rest(s.advice.why, question="Would you leave what you have signed?", urgency=NOW)
    return None


_ACTIVE = frozenset({ACTIVE})

RULES = Table(
    Rule(
        refused,
        needs=("needs_care", "asks_money", "G1", "G2", "claim", "no_contact", "G6"),
    ),
    Rule(one_question_first, needs=("G3",)),
    Rule(going_elsewhere, needs=("G3",)),
    Rule(offer, states=frozenset({State.OFFER})),
    Rule(it_opened_again, states=_ACTIVE),
    Rule(proof_asked, states=_ACTIVE, signs=Sign.DOUBT),
    Rule(they_asked_for_something, states=_ACTIVE),
    Rule(answer_the_invitation, states=_ACTIVE, signs=Sign.AHEAD),
    Rule(name_your_hours, states=_ACTIVE),
    Rule(final_is_near, signs=Sign.AHEAD),
    Rule(plan_for_a_no, signs=Sign.AHEAD),
    Rule(talk_is_near, signs=Sign.AHEAD),
    Rule(an_interview_is_ahead, states=_ACTIVE),
    Rule(check_has_begun, signs=Sign.CHECK),
    Rule(they_spoke, signs=Sign.VOUCHED),
    Rule(influence_due, signs=Sign.TALK),
    Rule(debrief, signs=Sign.TALK),
    Rule(thank_you, signs=Sign.TALK),
    Rule(influence, signs=Sign.TALK),
    Rule(second_influence, signs=Sign.RIVAL),
    Rule(proof_offer, signs=Sign.DOUBT),
    Rule(before_a_final, signs=Sign.AHEAD),
    Rule(plan_while_waiting, signs=Sign.TALK),
    Rule(nudge, states=frozenset({State.OVERDUE, State.QUIET})),
    Rule(new_play, signs=Sign.OWN),
    Rule(soft_closed, states=frozenset({SOFT_CLOSED})),
    Rule(waiting),
)
