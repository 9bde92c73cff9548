"""Every value of the vocabularies as one would say it to someone turned down yesterday."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from afterword.terms import (
    Band,
    Basis,
    Certainty,
    Channel,
    Deed,
    Lane,
    LetterKind,
    MailKind,
    Outcome,
    Part,
    ReferenceKind,
    ReferenceSignal,
    ReferenceStatus,
    RemarkKind,
    Stage,
    Stance,
    State,
    Tie,
    Warmth,
)

Words = Mapping[Any, Any]

KIND: Words = {
    MailKind.ACKNOWLEDGEMENT: _("They have your application"),
    MailKind.APPLICATION_VIEWED: _("They looked at your application"),
    MailKind.ACTION_NEEDED: _("They ask something of you"),
    MailKind.OUTREACH: _("They wrote to you first"),
    MailKind.ASSESSMENT: _("A test or a task"),
    MailKind.INTERVIEW_INVITATION: _("An invitation to talk"),
    MailKind.INTERVIEW_LOGISTICS: _("When and where you talk"),
    MailKind.STATUS_UPDATE: _("They need more time"),
    MailKind.REFERENCE_CHECK: _("They ask for references"),
    MailKind.OFFER: _("An offer"),
    MailKind.REJECTION: _("They said no"),
    MailKind.POSITION_FILLED: _("The seat is filled"),
    MailKind.ON_HOLD: _("Hiring is paused"),
    MailKind.CANCELLED: _("The role is given up"),
    MailKind.REOPENED: _("It is open again"),
    MailKind.WITHDRAWN: _("You withdrew"),
    MailKind.OFFER_RESCINDED: _("They took the offer back"),
    MailKind.JOB_ALERT: _("A list of vacancies"),
    MailKind.ACCOUNT: _("About a log-in"),
    MailKind.OTHER_JOB: _("Something else about work"),
    MailKind.NOT_JOB: _("Not about a job"),
    Deed.INTERVIEW: _("You talked"),
    Deed.CALL: _("A call"),
    Deed.LETTER: _("A letter"),
    Deed.APPLICATION: _("You applied"),
    Deed.OFFER_DECLINED: _("You declined their offer"),
    Deed.OFFER_ACCEPTED: _("You said yes"),
    Deed.SIGNAL: _("A sign from outside"),
    Deed.NOTE: _("A note of yours"),
}

#: The few kinds that a person choosing by hand is offered first.
KINDS_TO_CHOOSE = (
    MailKind.REJECTION,
    MailKind.INTERVIEW_INVITATION,
    MailKind.INTERVIEW_LOGISTICS,
    MailKind.STATUS_UPDATE,
    MailKind.ON_HOLD,
    MailKind.POSITION_FILLED,
    MailKind.CANCELLED,
    MailKind.REOPENED,
    MailKind.OFFER,
    MailKind.OFFER_RESCINDED,
    MailKind.ACKNOWLEDGEMENT,
    MailKind.APPLICATION_VIEWED,
    MailKind.ACTION_NEEDED,
    MailKind.ASSESSMENT,
    MailKind.REFERENCE_CHECK,
    MailKind.OUTREACH,
    MailKind.WITHDRAWN,
    MailKind.OTHER_JOB,
    MailKind.JOB_ALERT,
    MailKind.ACCOUNT,
    MailKind.NOT_JOB,
)

STATE: Words = {
    State.LEAD: _("not yet applied"),
    State.ACTIVE: _("under way"),
    State.AWAITING: _("waiting for them"),
    State.OVERDUE: _("a question is fair"),
    State.QUIET: _("gone quiet"),
    State.SOFT_CLOSED: _("silent for long"),
    State.ON_HOLD: _("paused by them"),
    State.OFFER: _("an offer"),
    State.CLOSED: _("over"),
}

OUTCOME: Words = {
    Outcome.HIRED: _("you said yes"),
    Outcome.REJECTED: _("a no"),
    Outcome.POSITION_FILLED: _("seat filled"),
    Outcome.CANCELLED: _("role given up"),
    Outcome.WITHDRAWN: _("you withdrew"),
    Outcome.OFFER_DECLINED: _("you declined"),
    Outcome.OFFER_RESCINDED: _("offer taken back"),
    Outcome.NO_RESPONSE: _("no answer came"),
    Outcome.EXPIRED: _("the advert ran out"),
}

STAGE: Words = {
    Stage.APPLIED: _("applied"),
    Stage.RECRUITER_SCREEN: _("first talk"),
    Stage.ASSESSMENT: _("test or task"),
    Stage.HIRING_MANAGER_INTERVIEW: _("talk with the hiring manager"),
    Stage.PANEL_ONSITE: _("panel or day on site"),
    Stage.FINAL_EXECUTIVE: _("final round"),
    Stage.REFERENCE_BACKGROUND_CHECK: _("reference check"),
    Stage.VERBAL_OFFER: _("offer by word of mouth"),
    Stage.WRITTEN_OFFER: _("offer in writing"),
    Stage.ACCEPTED: _("accepted"),
}

#: The heading of the decision panel.
ADVICE: Words = {
    Band.FIGHT: _("One more letter is worth writing"),
    Band.ASK_FIRST: _("Ask one thing first"),
    Band.KEEP_WARM: _("Keep this door warm"),
    Band.LIGHT_TOUCH: _("A light touch now and then"),
    Band.MOVE_ON: _("Thank them and move on"),
    Band.WAIT: _("Wait a little"),
}

BAND: Words = {
    Band.FIGHT: _("one more letter"),
    Band.ASK_FIRST: _("ask first"),
    Band.KEEP_WARM: _("keep warm"),
    Band.LIGHT_TOUCH: _("light touch"),
    Band.MOVE_ON: _("move on"),
    Band.WAIT: _("wait"),
}

LANE: Words = {
    Lane.DECIDING: (_("Deciding"), _("One question is open, or it is too early to say.")),
    Lane.FIGHT: (_("Fight"), _("One more letter may be fair.")),
    Lane.WARM: (_("Warm"), _("The door stays open; a word in its season.")),
    Lane.WATCHING: (_("Watching"), _("Nothing to send. You hear if something moves.")),
    Lane.RESTING: (_("Resting"), _("Nothing more to do here.")),
}

REMARK: Words = {
    RemarkKind.CHALLENGE: _("challenge"),
    RemarkKind.FIRST_PRIORITY: _("what comes first"),
    RemarkKind.DOUBT: _("doubt about you"),
    RemarkKind.PRAISE: _("praise"),
    RemarkKind.RIVAL: _("about another candidate"),
    RemarkKind.PROMISE: _("promise"),
    RemarkKind.TOPIC: _("topic"),
    RemarkKind.LOGISTICS: _("practical"),
    RemarkKind.MONEY: _("what frauds ask"),
}

BASIS: Words = {
    Basis.SAID: _("said"),
    Basis.INFERRED: _("inferred"),
    Basis.GUESSED: _("your guess"),
}

BASIS_TO_CHOOSE: Words = {
    Basis.SAID: _("They said it"),
    Basis.INFERRED: _("It follows from what they did"),
    Basis.GUESSED: _("I only guess it"),
}

CERTAINTY: Words = {
    Certainty.STRONG: _("The words leave little room for doubt."),
    Certainty.FAIR: _("Read with fair certainty; a look of yours would settle it."),
    Certainty.LOW: _("This is only a guess, so please look yourself."),
}

PART: Words = {
    Part.RECRUITER_INTERNAL: _("recruiter"),
    Part.RECRUITER_AGENCY: _("agency recruiter"),
    Part.SOURCER: _("sourcer"),
    Part.COORDINATOR: _("coordinator"),
    Part.HIRING_MANAGER: _("hiring manager"),
    Part.SKIP_LEVEL_OR_EXECUTIVE: _("executive"),
    Part.PANEL_INTERVIEWER: _("on the panel"),
    Part.PEER: _("would-be colleague"),
    Part.HR_PARTNER: _("HR"),
    Part.DECISION_MAKER: _("decides"),
    Part.SPONSOR: _("speaks for you"),
    Part.GATEKEEPER: _("the way in"),
    Part.REFERRER: _("referred you"),
    Part.INTRODUCER: _("introduced you"),
    Part.REFEREE: _("vouches for you"),
    Part.MENTOR: _("mentor"),
    Part.PEER_JOB_SEEKER: _("also looking"),
    Part.UNKNOWN: _("part not known"),
}

STANCE: Words = {
    Stance.FOR: _("for you"),
    Stance.AGAINST: _("has doubts"),
    Stance.UNKNOWN: _("unknown"),
}

WARMTH: Words = {
    Warmth.WARM: _("warm"),
    Warmth.NEUTRAL: _("neutral"),
    Warmth.COOL: _("cool"),
    Warmth.STOP: _("leave alone"),
}

TIE: Words = {
    Tie.STRONG: _("you know each other well"),
    Tie.MODERATELY_WEAK: _("you are acquainted"),
    Tie.WEAK: _("you hardly know each other"),
    Tie.DORMANT: _("you have lost touch"),
}

#: What somebody has at stake; words of the user's own show as they are.
STAKE: Words = {
    "the whole firm": _("the whole firm"),
    "people": _("people"),
    "finance": _("finance"),
    "sales": _("sales"),
    "marketing": _("marketing"),
    "service": _("service"),
    "quality": _("quality"),
    "technology": _("technology"),
    "product": _("product"),
    "law": _("law"),
    "operations": _("operations"),
}

LETTER: Words = {
    LetterKind.THANK_YOU: _("Thank-you note"),
    LetterKind.INFLUENCE_LETTER: _("Influence letter"),
    LetterKind.PROOF_OFFER: _("Offer of proof"),
    LetterKind.SECOND_INFLUENCE: _("Second influence letter"),
    LetterKind.STATUS_NUDGE: _("A question about the state of things"),
    LetterKind.FINAL_NUDGE: _("A last question"),
    LetterKind.GRACE_NOTE: _("Grace note"),
    LetterKind.ADVICE_REQUEST: _("A request for advice"),
    LetterKind.CALL_REQUEST: _("A request for a short call"),
    LetterKind.REOPEN_LETTER: _("Reopen letter"),
    LetterKind.REFERRAL_ASK: _("Asking for a name"),
    LetterKind.REFERRAL_GIVE: _("Giving a name"),
    LetterKind.KEEP_IN_TOUCH: _("Keeping in touch"),
    LetterKind.CONGRATULATION: _("Congratulation"),
    LetterKind.TRIGGER_NOTE: _("Note on their news"),
    LetterKind.OFFER_ACCEPTANCE: _("Accepting an offer"),
    LetterKind.OFFER_DECLINE: _("Declining an offer"),
    LetterKind.WITHDRAWAL: _("Withdrawing"),
    LetterKind.REFERENCE_REQUEST: _("Asking for a reference"),
    LetterKind.REFERENCE_BRIEF: _("Briefing a referee"),
    LetterKind.REFERENCE_THANKS: _("Thank a referee"),
    LetterKind.ACCESS_REQUEST: _("Request for your data"),
    LetterKind.PAIN_LETTER: _("Letter about a problem of theirs"),
    LetterKind.CARD: _("Card for the post"),
}

CHANNEL: Words = {
    Channel.EMAIL: _("mail"),
    Channel.PHONE: _("phone"),
    Channel.VIDEO: _("video call"),
    Channel.IN_PERSON: _("in person"),
    Channel.PAPER_MAIL: _("post"),
    Channel.LINKEDIN_MESSAGE: _("LinkedIn message"),
    Channel.LINKEDIN_COMMENT: _("LinkedIn comment"),
    Channel.LINKEDIN_REACTION: _("LinkedIn reaction"),
    Channel.SMS_WHATSAPP: _("text message"),
    Channel.PORTAL: _("their portal"),
}

REFEREE_KIND: Words = {
    ReferenceKind.MANAGER: _("I reported to them"),
    ReferenceKind.PEER: _("colleague"),
    ReferenceKind.REPORT: _("reported to me"),
    ReferenceKind.CLIENT: _("client"),
    ReferenceKind.MENTOR: _("mentor"),
    ReferenceKind.CHARACTER: _("knows me as a person"),
}

REFEREE: Words = {
    ReferenceStatus.CANDIDATE_IDEA: _("an idea so far"),
    ReferenceStatus.ASKED: _("asked"),
    ReferenceStatus.AGREED: _("agreed"),
    ReferenceStatus.HESITANT: _("hesitated"),
    ReferenceStatus.DECLINED: _("would rather not"),
    ReferenceStatus.BRIEFED: _("briefed"),
    ReferenceStatus.CONTACTED_BY_EMPLOYER: _("called by a firm"),
    ReferenceStatus.THANKED: _("thanked"),
    ReferenceStatus.RETIRED: _("no longer asked"),
    ReferenceStatus.RISKY: _("may not help"),
    ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE: _("could be asked without me"),
}

REFEREE_SIGNAL: Words = {
    ReferenceSignal.STRONG_SPECIFIC: _("warm, with facts"),
    ReferenceSignal.POSITIVE_GENERIC: _("kind, but general"),
    ReferenceSignal.FACT_ONLY: _("dates and title only"),
    ReferenceSignal.MIXED: _("mixed"),
    ReferenceSignal.NEGATIVE: _("against me"),
    ReferenceSignal.UNKNOWN: _("not known yet"),
}

#: What passes between two people (casebook, favour).
FAVOUR: Words = {
    "lead": _("a lead"),
    "introduction": _("an introduction"),
    "advice": _("advice"),
    "reference": _("a reference"),
    "help": _("help"),
}
FAVOUR_WAY: Words = {"received": _("they did me a good turn"), "given": _("I did them one")}

#: Rejection reasons (method 5), said plainly.
REASON: Words = {
    "R01": _("not taken further"),
    "R02": _("someone closer to what they sought"),
    "R03": _("one named thing was missing"),
    "R04": _("someone from within"),
    "R05": _("the seat was filled"),
    "R06": _("someone who came late or was recommended"),
    "R07": _("paused"),
    "R08": _("given up or changed"),
    "R09": _("they keep your details"),
    "R10": _("they ask you to come back"),
    "R11": _("they fear it would not be enough for you"),
    "R12": _("pay"),
    "R13": _("permit, place or hours"),
    "R14": _("references or checks"),
    "R15": _("fit"),
    "R16": _("the test or task"),
    "R17": _("your own choice"),
    "R18": _("no reason given"),
    "R19": _("the offer was taken back"),
}


def says(words: Words, value: Any) -> str:
    """The word for a stored value; a value nobody knows shows as it is, without underscores."""
    return str(words.get(value, str(value).replace("_", " ")))
