"""The step where nothing may be drafted or nothing can be sent: the person, the law, the truth first.

Each says what to do instead, with whom and until when; a wait always has an end.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from afterword.counsel import days
from afterword.counsel.decision.answers import Answers
from afterword.counsel.decision.everyday import goodbye, invited_to, undecided
from afterword.counsel.decision.questions import words_of
from afterword.counsel.decision.scale import Scale
from afterword.counsel.decision.whom import Step, after, asked, by, name, on
from afterword.terms import YOU, Band

#: What a formal procedure often grants to whoever asks, and letters to the panel do not.
_BY_RIGHT = (
    "If it lets you ask in writing for your marks, the reasons or the comparative merits, ask for "
    "them before its last day."
)
#: Before anything else where the blow is fresh.
_AT_PEACE = "Answer nothing today, to nobody; not even something gracious. "
A_MONTH = 21  # bd: when a door shut by rule is looked at again (judgement)


# ── the person first ────────────────────────────────────────────────────────


def _care(a: Answers, band: Band) -> Step:
    from afterword.counsel.wellbeing.lines import help_for  # few need the room, and it is large

    held = help_for(a.country)
    danger = held.emergency.number if held.emergency else "your emergency number"
    call = f"in danger call {danger}; findahelpline.com knows a line where somebody listens"
    if held.lines and held.emergency:
        lines = " or ".join(f"{line.name} {line.number}" for line in held.lines[:2])
        call = (
            f"in {held.name} call {lines}, in danger {held.emergency.number}; for elsewhere "
            "findahelpline.com knows the number"
        )
    return Step(
        "somebody you trust: a friend, your family, your doctor",
        "Write no letter to anybody. If the thought is there that you had better not be here, say "
        f"just that to somebody now, and do not stay alone with it: {call}. Ring one person today, and "
        "do not wait until they come: tell them in plain words how it is with you, let nobody answer "
        "for you, and go with them to a doctor. Eat and drink something small, and do not be alone "
        "tonight.",
        f"today; this case rests meanwhile, and is looked at again {after(a, days.FLIGHT)}",
        "P26",
    )


def _fresh(a: Answers, band: Band) -> Step:
    if a.F8 is not None and a.F8 <= 0:
        return Step(
            YOU,
            "Send nothing and draft nothing to them. Write the anger down for yourself alone, talk "
            "to somebody outside, and answer one other advert. If the anger stays, a coach or a "
            "counsellor helps more than any letter.",
            f"look at it again {after(a, days.FLIGHT)}",
            "P10",
        )
    glad = bool(a.invitation or a.other_seat or (a.W2 is not None and a.W2 >= 1))
    then = (
        f"Tomorrow a warm line to {name(a, 'warm')} is right, and taking up what they offered."
        if glad
        else "Tomorrow read it once more, take out every word of blame, and two gracious lines are "
        "enough."
    )
    return Step(
        YOU,
        "Rest. Send nothing today, to nobody, with copies to nobody; a draft may lie there. "
        f"{then} If a hard word has slipped out, a plain apology comes first.",
        f"until tomorrow morning, {days.PAUSE_HOURS} hours at the least; while anger holds the "
        f"pen, longer, and looked at again {after(a, days.LATE_GRACE)}",
        "P10",
    )


# ── where nothing is drafted ────────────────────────────────────────────────


def _money(a: Answers, band: Band) -> Step:
    return Step(
        "somebody you trust, then the police where you live",
        "Send no money, no gift card, no papers and no bank details, and do not answer. Tell "
        "somebody you trust, and give back what you were lent for it. Keep the messages and report "
        "them to the police, who have a place for fraud. Tell the real firm too, by the address on "
        "its own site, never the one in the message. If you have paid already, ring your bank now.",
        "today",
        "P20",
    )


def _stop(a: Answers, band: Band) -> Step:
    public = (
        "The new post is public, but whether an ordinary application through their page is still "
        "open to you is a question for an adviser or a union; a private word is not."
        if a.other_seat
        else "To leave it there is the kindest answer there is."
    )
    return Step(
        YOU,
        "Leave them in peace: no word to anybody there, not in private and not even an apology. "
        f"{public} Close this case with one thing you take from it.",
        "today",
        "P20",
    )


def _unlawful(a: Answers, band: Band) -> Step:
    from afterword.counsel.wellbeing.unlawful import limits  # as above

    held = limits(a.country[:2], None)
    limit = (
        f"Where to ask soon: {held[0].body}. {held[0].says}"
        if held
        else "Ask soon: time limits can be as short as a few weeks."
    )
    still = (
        " They still decide: let the adviser help you to answer what they asked about the work "
        "itself before that day."
        if undecided(a)
        else ""
    )
    advised = by(a, 2) if undecided(a) else by(a, days.FLIGHT)
    return Step(
        "an adviser: a lawyer, a union, or the equality body where you live",
        "It was not your fault, and there is nothing about you to work on. Today write down what "
        "was said, by whom, on which day and who heard it, and keep every mail. Then rest: you owe "
        "them no answer and no promise, and write nothing to the firm until you have had advice."
        f"{still} {limit} This is a pointer, not legal advice.",
        f"the notes today, the advice {advised}; the wait ends with it",
    )


def _untruth(a: Answers, band: Band) -> Step:
    if undecided(a):
        return Step(
            name(a, "decider"),
            "Drop the excuse and tell the truth before anything else: two lines on what you said "
            "and what is so, that you are sorry, and one question: can it be put right? Send "
            "nothing that covers it. If papers are already signed, ask somebody who knows the law "
            "first; if you cannot say it, withdraw kindly, which is honest too.",
            f"{by(a, 2)}, before any day they have set; then wait for their answer",
        )
    return Step(
        YOU,
        "Write no letter that repeats it, and add nothing that nobody can check. Two lines of "
        "thanks are enough; one more, setting it right, if you can. You need not argue for a seat "
        "on that ground, and the next application starts with what is so.",
        f"{by(a, days.GRACE_NOTE)}; then let it rest, and look at it again {after(a, 10)}",
    )


def _sealed_proof(a: Answers, band: Band) -> Step:
    return Step(
        asked(a),
        "Send no papers of your employer, not even with the names blacked out. Say in general "
        f"words what you did and what came of it, and ask: “{words_of('', 'sealed_proof', a)}” "
        "A referee, a talk with their own expert or a task of theirs may do.",
        by(a, 1),
    )


def _untrue(a: Answers, band: Band) -> Step:
    if a.claim == "unproven":
        return Step(
            name(a, "recruiter"),
            "Leave the rumour out, in writing and by word of mouth, to them and to others. Two "
            "lines of thanks if you have not sent them; then your next talk.",
            by(a, days.GRACE_NOTE),
            "P11",
        )
    if a.claim == "secret":
        later = (
            " Thank them, and take them at their word: " + a.invitation + "."
            if a.invitation
            else " Two gracious lines are enough."
        )
        return Step(
            name(a, "recruiter"),
            "Leave the papers where they are, with or without the names; keeping them back speaks "
            "for you. You may say in one sentence, in general words, that you do such work and are "
            f"not free to show it.{later}",
            by(a, days.GRACE_NOTE),
            "P11",
        )
    return Step(
        name(a, "recruiter"),
        "Leave that claim out altogether: no papers that are not yours, no rumour, nothing that "
        "nobody can check. Two gracious lines without it are enough.",
        by(a, days.GRACE_NOTE),
        "P11",
    )


def _rescinded(a: Answers, band: Band) -> Step:
    return Step(
        f"an adviser who knows employment law, your last employer, then {name(a, 'warm')}",
        f"{_AT_PEACE if a.G4 else ''}First keep the offer, their withdrawal and your own notice. If you have given notice, ask "
        "your employer whether you may stay; that cannot wait. Then ask an adviser what you are "
        "owed. Sign nothing and accuse nobody; a kind line to them comes last. This is a pointer, "
        "not legal advice.",
        f"your employer {by(a, 1)}, the advice {by(a, 2)}, the line to them "
        f"{by(a, days.FROZEN)}; the wait ends there",
        "P18",
    )


# ── rules of theirs ─────────────────────────────────────────────────────────


def _shut(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return goodbye(a)
    if band is Band.WAIT:
        return _nothing_may_be_sent(a)
    if band is Band.KEEP_WARM:
        return invited_to(a)
    if not (a.G7 or a.fixed_rules):
        return Step(
            name(a, "recruiter"),
            "Thank them in two lines and do not argue with the rule, which says nothing about "
            "you. Ask one thing: is there a day or a post for which it does not hold?",
            by(a, days.FLIGHT),
            "P11",
        )
    return Step(
        name(a, "recruiter"),
        "Thank them and ask one thing that the rule allows: on which day it opens again, or where "
        f"you stand if there is a list. {_BY_RIGHT} Put your proof into the next call, and do not "
        "send it now.",
        by(a, days.FLIGHT),
        "P11",
    )


def _nothing_may_be_sent(a: Answers) -> Step:
    if a.review_open:
        return Step(
            "an adviser, a union or the office that the notice names for it",
            "Write to nobody on the panel, and let nobody put in a word for you. Ask whether your "
            "point is one of procedure; if it is, hand in the formal review in the way the notice "
            "says, and if it is not, let it be and put your proof into the next call.",
            f"advice {by(a, 2)}, the review before the last day in the notice; the wait ends there",
        )
    return Step(
        YOU,
        "Write to nobody who decides, and let nobody put in a word for you. What the notice allows "
        f"is yours to do, in the way it names: {_BY_RIGHT[0].lower()}{_BY_RIGHT[1:]} If there is a "
        "reserve list, keep your address there up to date. Your new proof goes into the next call; "
        "note its day.",
        f"until they call, or the next call opens; look at it again {after(a, A_MONTH)}",
    )


def _by_their_form(a: Answers, band: Band) -> Step:
    return Step(
        YOU,
        "Apply in the way they named, with what is new since then at the top. No letter beside "
        "it, as nobody is there to read it, and no word about the last time.",
        by(a, days.TRIGGER_REPOST),
        "P17",
    )


def _twice(a: Answers, band: Band) -> Step:
    until = (
        "in a quarter of a year"
        if a.today is None
        else f"on {on(a.today + timedelta(days=days.QUARTER))}"
    )
    return Step(
        YOU,
        "Send no third message, and do not ask again by another way. Plan as if it were a no, "
        "which says nothing about you; apply afresh through their page when a post suits you, "
        "and take the next step on another target now.",
        f"today; looked at again {until}, or when they write",
        "P20",
    )


def _told_enough(a: Answers, band: Band) -> Step:
    if band is Band.MOVE_ON:
        return goodbye(a)
    if band is Band.WAIT:
        return Step(
            YOU,
            "Write to nobody there, ask nobody inside, and go nowhere in order to be seen: they said "
            "that they will get in touch. Nobody has said no. Take the next step on another target.",
            f"until they write; count it as a no and look at it again {after(a, A_MONTH)}",
            "P24",
        )
    if Scale(a).nobody_there or (a.F5 is not None and a.F5 <= -1):
        return Step(
            name(a, "warm"),
            "One short line of thanks, to the person and never to the portal, and only this one: "
            "no question about the reason. After that watch their page, and apply afresh there.",
            f"in two weeks or so, {after(a, 10)}, not before",
            "P11",
        )
    if a.G9 or (a.G9 is None and a.confidential_trigger):
        return Step(
            name(a, "warm"),
            "At most one plain line, about something you share or something new with you, and no "
            "question about the post. They have said that they will write.",
            by(a, days.TRIGGER),
            "P15",
        )
    back = f" Note what they offered: {a.invitation}." if a.invitation else ""
    return Step(
        name(a, "warm"),
        "One short line of thanks, once, if you have not sent it. Then no more: no monthly note, "
        "no question, nobody inside asked to speak for you. They write if something comes up, and "
        f"you watch from afar.{back}",
        by(a, days.GRACE_NOTE),
        "P11",
    )


HELD_BACK: dict[str, Callable[[Answers, Band], Step]] = {
    "care": _care,
    "money": _money,
    "fresh": _fresh,
    "stop": _stop,
    "unlawful": _unlawful,
    "untruth": _untruth,
    "sealed_proof": _sealed_proof,
    "untrue": _untrue,
    "rescinded": _rescinded,
    "forbidden": _shut,
    "shut": _shut,
    "by_their_form": _by_their_form,
    "twice": _twice,
    "told_enough": _told_enough,
}
