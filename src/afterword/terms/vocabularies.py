"""What things are called: every enum, one meaning each (contract, method 5)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


class MailKind(StrEnum):
    """What one mail is."""

    ACKNOWLEDGEMENT = "acknowledgement"
    APPLICATION_VIEWED = "application_viewed"
    ACTION_NEEDED = "action_needed"
    OUTREACH = "outreach"
    ASSESSMENT = "assessment"
    INTERVIEW_INVITATION = "interview_invitation"
    INTERVIEW_LOGISTICS = "interview_logistics"
    STATUS_UPDATE = "status_update"
    REFERENCE_CHECK = "reference_check"
    OFFER = "offer"
    REJECTION = "rejection"
    POSITION_FILLED = "position_filled"
    ON_HOLD = "on_hold"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    OFFER_RESCINDED = "offer_rescinded"
    JOB_ALERT = "job_alert"
    ACCOUNT = "account"
    OTHER_JOB = "other_job"
    NOT_JOB = "not_job"


#: Mail that may carry a verdict, good or bad: it arrives as a closed envelope.
VERDICTS = frozenset(
    {
        MailKind.OFFER,
        MailKind.REJECTION,
        MailKind.POSITION_FILLED,
        MailKind.ON_HOLD,
        MailKind.CANCELLED,
        MailKind.REOPENED,
        MailKind.OFFER_RESCINDED,
    }
)


class Deed(StrEnum):
    """What happened in a case besides a mail with a kind of its own."""

    INTERVIEW = "interview"
    CALL = "call"
    LETTER = "letter"
    APPLICATION = "application"
    OFFER_DECLINED = "offer_declined"
    OFFER_ACCEPTED = "offer_accepted"
    SIGNAL = "signal"
    NOTE = "note"


class Signal(StrEnum):
    """What moved at a firm, or with a person, that may be a cause to write."""

    REOPENED = "reopened"
    SIBLING_ROLE = "sibling_role"
    GROWING = "growing"
    THAWING = "thawing"
    SHRINKING = "shrinking"
    WINNER_LEFT = "winner_left"
    PERSON_MOVED = "person_moved"
    INVITED_DATE = "invited_date"
    COOLING_OVER = "cooling_over"
    NEWS = "news"
    ANNIVERSARY = "anniversary"


class Strength(StrEnum):
    """How much a sign can carry: a person's word, what several things show, or an advert alone."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


class Certainty(StrEnum):
    """How sure a machine reading is. `low` asks instead of guessing."""

    STRONG = "strong"
    FAIR = "fair"
    LOW = "low"


class Basis(StrEnum):
    """Where a fact comes from: ink, pencil, dotted."""

    SAID = "said"
    INFERRED = "inferred"
    GUESSED = "guessed"


class Hand(StrEnum):
    """Who seems to have written a mail: a template or a person."""

    TEMPLATE = "template"
    PERSONAL = "personal"


class State(StrEnum):
    """Where a case stands on a day."""

    LEAD = "lead"
    ACTIVE = "active"
    AWAITING = "awaiting"
    OVERDUE = "overdue"
    QUIET = "quiet"
    SOFT_CLOSED = "soft_closed"
    ON_HOLD = "on_hold"
    OFFER = "offer"
    CLOSED = "closed"


#: What every page means by a process under way: something may still come of it by itself. A lead has
#: not begun, and what they paused or what is silent for long is counted for itself.
UNDER_WAY = frozenset({State.ACTIVE, State.AWAITING, State.OVERDUE, State.QUIET, State.OFFER})


class Outcome(StrEnum):
    """Why a case closed."""

    HIRED = "hired"
    REJECTED = "rejected"
    POSITION_FILLED = "position_filled"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    OFFER_DECLINED = "offer_declined"
    OFFER_RESCINDED = "offer_rescinded"
    NO_RESPONSE = "no_response"
    EXPIRED = "expired"


class Stage(StrEnum):
    """The furthest point reached, in the order of the members."""

    APPLIED = "applied"
    RECRUITER_SCREEN = "recruiter_screen"
    ASSESSMENT = "assessment"
    HIRING_MANAGER_INTERVIEW = "hiring_manager_interview"
    PANEL_ONSITE = "panel_onsite"
    FINAL_EXECUTIVE = "final_executive"
    REFERENCE_BACKGROUND_CHECK = "reference_background_check"
    VERBAL_OFFER = "verbal_offer"
    WRITTEN_OFFER = "written_offer"
    ACCEPTED = "accepted"


class Band(StrEnum):
    """The advice after a verdict, or before one."""

    FIGHT = "fight"
    ASK_FIRST = "ask_first"
    KEEP_WARM = "keep_warm"
    LIGHT_TOUCH = "light_touch"
    MOVE_ON = "move_on"
    WAIT = "wait"


class Lane(StrEnum):
    """Where a case lies on the board after a no."""

    DECIDING = "deciding"
    FIGHT = "fight"
    WARM = "warm"
    WATCHING = "watching"
    RESTING = "resting"


class RemarkKind(StrEnum):
    """What they said, by what it is good for."""

    CHALLENGE = "challenge"
    FIRST_PRIORITY = "first_priority"
    DOUBT = "doubt"
    PRAISE = "praise"
    RIVAL = "rival"
    PROMISE = "promise"
    TOPIC = "topic"
    LOGISTICS = "logistics"
    #: They ask what frauds ask: money, a key to it, or papers before any talk.
    MONEY = "money"


class DoubtKind(StrEnum):
    """What a doubt asks for (method 2b): prove or plan, evidence, respect, a fact, one correction."""

    GAP = "gap"
    DOUBT = "doubt"
    PREFERENCE = "preference"
    CONSTRAINT = "constraint"
    MISUNDERSTANDING = "misunderstanding"


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    UNKNOWN = "unknown"


class Warmth(StrEnum):
    WARM = "warm"
    NEUTRAL = "neutral"
    COOL = "cool"
    STOP = "stop"


class Tie(StrEnum):
    """How near two people are, by what passed between them (method 5)."""

    STRONG = "strong"
    MODERATELY_WEAK = "moderately_weak"
    WEAK = "weak"
    DORMANT = "dormant"


class Part(StrEnum):
    """A person's part in a process (method 5, people roles)."""

    RECRUITER_INTERNAL = "recruiter_internal"
    RECRUITER_AGENCY = "recruiter_agency"
    SOURCER = "sourcer"
    COORDINATOR = "coordinator"
    HIRING_MANAGER = "hiring_manager"
    SKIP_LEVEL_OR_EXECUTIVE = "skip_level_or_executive"
    PANEL_INTERVIEWER = "panel_interviewer"
    PEER = "peer"
    HR_PARTNER = "HR_partner"
    DECISION_MAKER = "decision_maker"
    SPONSOR = "sponsor"
    GATEKEEPER = "gatekeeper"
    REFERRER = "referrer"
    INTRODUCER = "introducer"
    REFEREE = "referee"
    MENTOR = "mentor"
    PEER_JOB_SEEKER = "peer_job_seeker"
    UNKNOWN = "unknown"


class LetterKind(StrEnum):
    """Every letter the program knows by name (method 5)."""

    THANK_YOU = "thank_you"
    INFLUENCE_LETTER = "influence_letter"
    PROOF_OFFER = "proof_offer"
    SECOND_INFLUENCE = "second_influence"
    STATUS_NUDGE = "status_nudge"
    FINAL_NUDGE = "final_nudge"
    GRACE_NOTE = "grace_note"
    ADVICE_REQUEST = "advice_request"
    CALL_REQUEST = "call_request"
    REOPEN_LETTER = "reopen_letter"
    REFERRAL_ASK = "referral_ask"
    REFERRAL_GIVE = "referral_give"
    KEEP_IN_TOUCH = "keep_in_touch"
    CONGRATULATION = "congratulation"
    TRIGGER_NOTE = "trigger_note"
    OFFER_ACCEPTANCE = "offer_acceptance"
    OFFER_DECLINE = "offer_decline"
    WITHDRAWAL = "withdrawal"
    REFERENCE_REQUEST = "reference_request"
    REFERENCE_BRIEF = "reference_brief"
    REFERENCE_THANKS = "reference_thanks"
    ACCESS_REQUEST = "access_request"
    PAIN_LETTER = "pain_letter"
    CARD = "card"


class Tone(StrEnum):
    """How a letter is pitched: as usual between strangers who have met, stiffer, or plainer."""

    USUAL = "usual"
    FORMAL = "formal"
    PLAIN = "plain"


class Channel(StrEnum):
    EMAIL = "e-mail"
    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    PAPER_MAIL = "paper_mail"
    LINKEDIN_MESSAGE = "LinkedIn_message"
    LINKEDIN_COMMENT = "LinkedIn_comment"
    LINKEDIN_REACTION = "LinkedIn_reaction"
    SMS_WHATSAPP = "SMS_WhatsApp"
    PORTAL = "portal"


class ReferenceKind(StrEnum):
    """What a referee was to the user."""

    MANAGER = "manager"
    PEER = "peer"
    REPORT = "report"
    CLIENT = "client"
    MENTOR = "mentor"
    CHARACTER = "character"


class ReferenceStatus(StrEnum):
    """How far it has come with a referee."""

    CANDIDATE_IDEA = "candidate_idea"
    ASKED = "asked"
    AGREED = "agreed"
    HESITANT = "hesitant"
    DECLINED = "declined"
    BRIEFED = "briefed"
    CONTACTED_BY_EMPLOYER = "contacted_by_employer"
    THANKED = "thanked"
    RETIRED = "retired"
    RISKY = "risky"
    UNCONSENTED_BACKDOOR_POSSIBLE = "unconsented_backdoor_possible"


class ReferenceSignal(StrEnum):
    """What they can be expected to say."""

    STRONG_SPECIFIC = "strong_specific"
    POSITIVE_GENERIC = "positive_generic"
    FACT_ONLY = "fact_only"
    MIXED = "mixed"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Feeling(StrEnum):
    """What the user said of a day, in one word; nobody else chooses it."""

    HURT = "hurt"
    ANGRY = "angry"
    ASHAMED = "ashamed"
    RELIEVED = "relieved"
    NUMB = "numb"
    HOPEFUL = "hopeful"
    WORRIED = "worried"
    FINE = "fine"
