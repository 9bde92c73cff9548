"""The words every room shares: frozen values and enums, nothing else.

A piece of news walks through them in this order: a `Parcel` arrives, is opened
into a `Mail`, is understood as a `Reading`, becomes a `Happening` in a
`CaseFile`, is judged into a `Standing` and an `Advice`, leads to a `Move`, and
may end as a `Draft`. This module imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


# ── vocabularies ────────────────────────────────────────────────────────────


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


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    UNKNOWN = "unknown"


class Warmth(StrEnum):
    WARM = "warm"
    NEUTRAL = "neutral"
    COOL = "cool"
    STOP = "stop"


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


# ── what arrives ────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Parcel:
    """One mail as it arrived: its bytes, where it lay, and what the place says of it.

    `position` is where the source can go on after this parcel (an mbox offset,
    a file name, an IMAP UID). `error` is set, and `raw` may be cut or empty,
    when the source could not hand the mail over whole.
    """

    raw: bytes
    source: str
    position: str = ""
    labels: tuple[str, ...] = ()
    sent: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A name and an address as a header gives them; the address in lower case."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Mail:
    """A parcel opened: headers decoded, one plain text, nothing judged yet.

    `id` is the Message-ID without angle brackets, else ``sha256:`` and the hash
    of the bytes. `date` is aware, or None when the header gives none that can be
    read. `text` is the whole displayed body, quoted replies included. `headers`
    holds lower-cased names of the few headers reading asks for.
    """

    id: str
    source: str = ""
    subject: str = ""
    sender: Address | None = None
    reply_to: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: datetime | None = None
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sent: bool = False
    attachments: tuple[Attachment, ...] = ()
    calendars: tuple[str, ...] = ()
    sha256: str = ""
    errors: tuple[str, ...] = ()


# ── what it means ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quoted words that led to a judgement: code points into `Reading.text`."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class PersonSeen:
    name: str
    email: str
    part: Part = Part.UNKNOWN
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReasonSeen:
    """A stated reason: code R01–R19 of method 5, and the words that carry it."""

    code: str
    quote: str
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class RemarkSeen:
    """Something they wrote that a letter can answer later."""

    kind: RemarkKind
    quote: str
    by: str
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail says, each point with its evidence.

    `text` is subject, a blank line and the body as judged; all evidence points
    into it. `kind` is never `rejection` when `certainty` is low for want of a
    language. `company` and `role` are empty when the mail does not show them.
    """

    id: str
    source: str
    date: datetime | None
    direction: Direction
    language: str
    text: str
    kind: MailKind
    certainty: Certainty
    company: str = ""
    role: str = ""
    people: tuple[PersonSeen, ...] = ()
    reasons: tuple[ReasonSeen, ...] = ()
    remarks: tuple[RemarkSeen, ...] = ()
    hand: Hand = Hand.TEMPLATE
    reply_possible: bool = False
    promised_date: date | None = None
    invitation: bool = False
    stop: bool = False
    stage: Stage | None = None
    interview_at: datetime | None = None
    by_internal: bool = False
    agency: bool = False
    evidence: tuple[Evidence, ...] = ()
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Which case a mail belongs to: a known one, a new one, or a question.

    `case` is the id of a known case or "". With `ask` true the program asks the
    user and joins nothing; `candidates` then lists what it would offer.
    """

    case: str = ""
    new: bool = False
    ask: bool = False
    candidates: tuple[str, ...] = ()
    why: str = ""


# ── what we know ────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in a case, as counsel and writing see them."""

    id: str
    name: str
    email: str = ""
    part: Part = Part.UNKNOWN
    title: str = ""
    company: str = ""
    stance: Stance = Stance.UNKNOWN
    stance_basis: Basis = Basis.GUESSED
    warmth: Warmth = Warmth.NEUTRAL
    country: str = ""
    last_in: datetime | None = None
    last_out: datetime | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What someone said, in their words, and whether a story has answered it."""

    id: str
    kind: RemarkKind
    quote: str
    by: str = ""
    basis: Basis = Basis.SAID
    at: date | None = None
    answered_by: str = ""
    hole: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Something the user can prove: challenge, action, result."""

    id: str
    title: str
    challenge: str = ""
    action: str = ""
    result: str = ""
    numbers: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    confirm: str = ""
    confidential: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated thing in a case: a mail, an interview, a letter, a call, a signal.

    `kind` is a `MailKind` for mail and for verdicts by any channel, else a
    `Deed`. `detail` is the letter kind of a letter, the stage of an interview,
    the signal's name, or a short quote.
    """

    id: str
    at: datetime
    kind: MailKind | Deed
    direction: Direction = Direction.IN
    who: str = ""
    channel: Channel = Channel.EMAIL
    certainty: Certainty = Certainty.STRONG
    basis: Basis = Basis.SAID
    hand: Hand = Hand.PERSONAL
    reply_possible: bool = True
    promised: date | None = None
    invitation: bool = False
    stop: bool = False
    by_internal: bool = False
    stage: Stage | None = None
    reasons: tuple[ReasonSeen, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user said of one factor or gate, and when: it can grow stale."""

    value: float | bool | str | None
    at: datetime
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All that counsel may know of one case. It looks nothing up."""

    id: str
    company: str
    role: str
    country: str = ""
    sector: str = ""
    happenings: tuple[Happening, ...] = ()
    people: tuple[Person, ...] = ()
    remarks: tuple[Remark, ...] = ()
    stories: tuple[Story, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=lambda: NOTHING)


# ── what to do next ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands on a day, and the sentence that says why."""

    state: State
    stage: Stage | None = None
    outcome: Outcome | None = None
    by_internal: bool = False
    since: datetime | None = None
    last_word: datetime | None = None
    promised: date | None = None
    nudge_from: date | None = None
    nudges: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One factor as it counted: points = weight x value; value None is unknown."""

    factor: str
    value: float | None
    points: float
    says: str
    quote: str = ""
    basis: Basis = Basis.INFERRED


@dataclass(frozen=True, slots=True)
class NextStep:
    who: str
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A band with everything a reader needs to check it or overrule it."""

    band: Band
    fight_score: float
    fight_coverage: float
    warm_score: float
    pro: tuple[Weighed, ...] = ()
    con: tuple[Weighed, ...] = ()
    unknown: tuple[str, ...] = ()
    next_question: str = ""
    question_factor: str = ""
    next_step: NextStep = NextStep("", "", "")
    would_change: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    why: str = ""
    cost_if_wrong: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Move:
    """The one thing a case asks for next: who, what, when, why. Play "" is rest."""

    play: str = ""
    letter: LetterKind | None = None
    who: str = ""
    when: date | None = None
    not_before: datetime | None = None
    why: str = ""
    question: str = ""
    urgency: int = 0
    source: str = ""
    band: Band | None = None


# ── what to say ─────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a sentence may rest on: `remark:…`, `story:…`, `event:…`, `me:…`."""

    id: str
    text: str
    source: str = ""
    basis: Basis = Basis.SAID


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a letter and the facts it rests on; a hole says what is missing."""

    text: str
    facts: tuple[str, ...] = ()
    hole: str = ""
    new_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a letter may use. What is not in here cannot be said."""

    kind: LetterKind
    to: Person
    me: str
    company: str
    role: str
    today: date
    remarks: tuple[Remark, ...] = ()
    stories: tuple[Story, ...] = ()
    happenings: tuple[Happening, ...] = ()
    language: str = "en"
    facts: tuple[Fact, ...] = ()
    panel: tuple[str, ...] = ()  # ids of all who get such a letter, so that no two read alike


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be read: sentences with their facts, and the facts themselves."""

    kind: LetterKind
    to: Person
    subject: str
    greeting: str
    sentences: tuple[Sentence, ...]
    closing: str
    facts: tuple[Fact, ...] = ()
    language: str = "en"

    @property
    def holes(self) -> tuple[str, ...]:
        return tuple(s.hole for s in self.sentences if s.hole)

    @property
    def body(self) -> str:
        """The letter as text: greeting, paragraphs, closing, a blank line between."""
        blocks: list[str] = [self.greeting]
        for i, sentence in enumerate(self.sentences):
            if i == 0 or sentence.new_paragraph:
                blocks.append(sentence.text)
            else:
                blocks[-1] += " " + sentence.text
        blocks.append(self.closing)
        return "\n\n".join(blocks)


@dataclass(frozen=True, slots=True)
class Finding:
    """A reviewer's note on a letter: where, which rule, why, and a mend if there is one."""

    start: int
    end: int
    rule: str
    severity: str
    message: str
    mend: str | None = None
