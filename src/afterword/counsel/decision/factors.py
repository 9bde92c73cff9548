"""What is weighed, how heavily, why, and how to learn it cheaply (method 4.1-4.3).

Weights are judgement, to be re-fitted only on the user's own log. `good` and
`bad` finish a sentence that begins with "If": they serve as reasons, as what
would change the advice, and as the words of the panel on a case's page.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that is weighed: `weight` x a value from `worst` to `best`.

    `rank` orders what is cheaper or more telling to ask among equals.
    """

    id: str
    weight: int
    asks: str
    ladder: str
    look: str
    question: str
    good: str
    bad: str
    unknown: str
    source: str
    rank: int
    best: float = 1.0
    worst: float = -1.0


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that decides before points are counted."""

    id: str
    asks: str
    says: str
    lifts: str
    refuses_to_draft: bool
    source: str


FIGHT: tuple[Factor, ...] = (
    Factor(
        "F1",
        5,
        "Is the decision still open?",
        "still deciding +1; an offer is out, unaccepted, or only the advert is up +0.4; "
        "accepted -0.8; started, frozen or cancelled -1",
        "one line to the recruiter",
        "May I ask where you stand: is your decision final, or still open?",
        "the seat is still open",
        "the seat is taken, frozen or gone",
        "whether the seat is still open",
        "method 4.2 F1; E18; contract ruling 5",
        1,
    ),
    Factor(
        "F2",
        5,
        "Did they give a reason you can answer?",
        "specific, and you hold the proof +1; partly +0.5; vague 0; a closer match -0.3; "
        "internal -0.8; permit, licence, pay ceiling or place -1 unless that changed",
        "your own notes of the talk, then one question to the recruiter",
        "If we ran this again, what should I have done differently to be the one you hired?",
        "they named a reason you can answer with proof",
        "the reason they gave is not one that proof answers",
        "the reason behind their decision",
        "method 4.2 F2; S2-08, S4-04",
        2,
    ),
    Factor(
        "F3",
        4,
        "Do you hold evidence they have not seen?",
        "a strong sample or result +1; some +0.5; none -1",
        "your own memory",
        "What could you show them within a week that they have not seen?",
        "you hold evidence they have not seen",
        "they have seen all you have to show",
        "what you could show that they have not seen",
        "method 4.2 F3; E27",
        3,
    ),
    Factor(
        "F4",
        3,
        "How near were you?",
        "told top two or finalist +1; in the middle of the rounds 0; a screening -1",
        "your invitations",
        "How far did you come: a screening, the middle rounds, the last two?",
        "you were among the last few",
        "it ended at the screening",
        "how near you were at the end",
        "method 4.2 F4; S1-07",
        6,
    ),
    Factor(
        "F5",
        3,
        "Is there a living line to someone who decides?",
        "a personal answer within 10 business days +1; the recruiter only +0.3; no-reply only -1",
        "the sender of their mail, your address book",
        "Whom can you reach there who would pass a letter on?",
        "someone who decides answers you",
        "there is no line to anybody who decides",
        "whether someone who decides would read you",
        "method 4.2 F5; E14",
        5,
    ),
    Factor(
        "F6",
        2,
        "Does anyone inside speak for you?",
        "a sponsor or a split panel +1; a known opponent -1",
        "an interviewer who was friendly; never gossip",
        "Did anyone on the panel clearly speak for you, or against?",
        "someone inside speaks for you",
        "someone inside spoke for another",
        "whether anyone inside speaks for you",
        "method 4.2 F6; S0-10",
        7,
    ),
    Factor(
        "F7",
        2,
        "Did the job change, or did they have a fact wrong?",
        "changed, or a fact wrong +1; no -0.3",
        "the advert now beside the advert then",
        "Did the job or the process change, or do they have a fact about you wrong?",
        "the job changed or they had a fact wrong",
        "nothing about the job or the facts has changed",
        "whether the job changed or a fact was wrong",
        "method 4.2 F7; S4-02",
        4,
        worst=-0.3,
    ),
    Factor(
        "F8",
        2,
        "How fresh is the decision?",
        "up to 3 business days, or a new trigger +1; 4 to 10 days 0; older -1",
        "the date of their mail",
        "On which day did they tell you?",
        "the decision is fresh",
        "the decision is more than two weeks old",
        "when they decided",
        "method 4.2 F8; E18; contract ruling 5",
        8,
    ),
    Factor(
        "F9",
        3,
        "Do you want the work and the people?",
        "you want both, and the energy was mutual +1; mainly escape or pride -1",
        "yourself, after a night's sleep",
        "After a night's sleep: do you want this work with these people, "
        "or mostly to get away from something?",
        "you want the work and the people",
        "the work and the people are not what draws you",
        "how much you want this work with these people",
        "method 4.2 F9; S3-02, S4-11",
        4,
    ),
    Factor(
        "F10",
        2,
        "Does it leave room for your other leads?",
        "other leads are alive and there is time +0.5; it would displace a better lead -1",
        "your own list of cases",
        "Would a week on this take time from a better lead?",
        "your other leads do not suffer",
        "it would take time from a better lead",
        "what it would cost your other leads",
        "method 4.2 F10; E16, E32",
        5,
        best=0.5,
    ),
)

WARM: tuple[Factor, ...] = (
    Factor(
        "W1",
        4,
        "How far did you come with this firm?",
        "finalist +1; a screening -1",
        "your invitations",
        "How far did you come with them?",
        "they know you from the last rounds",
        "there was little time for them to know you",
        "how far you came with them",
        "method 4.3 W1",
        11,
    ),
    Factor(
        "W2",
        4,
        "What do their words invite?",
        "an invitation by name +1; neutral 0; a template -0.5; cold -1",
        "their last mail",
        "Did anyone say in their own words that you should stay in touch?",
        "they asked you in their own words to stay in touch",
        "their words leave no opening",
        "what their words invite",
        "method 4.3 W2; 3.1",
        12,
    ),
    Factor(
        "W3",
        3,
        "Is the firm growing?",
        "growth, a freeze likely to thaw, people coming and going +1; shrinking -1",
        "a public page",
        "Is the firm growing or shrinking, from what one can read in public?",
        "the firm is growing or likely to open seats",
        "the firm is shrinking",
        "whether the firm is growing",
        "method 4.3 W3; S3-09/10",
        14,
    ),
    Factor(
        "W4",
        3,
        "Would you accept a good role there?",
        "yes +1; no -1",
        "yourself",
        "Would you say yes to a good role there?",
        "you would say yes to a good role there",
        "you would not want to work there",
        "whether you would accept a good role there",
        "method 4.3 W4",
        10,
    ),
    Factor(
        "W5",
        3,
        "Will other seats for you open within a year?",
        "likely +1; unlikely -1",
        "their careers page",
        "Are other roles for you likely there within a year?",
        "other roles for you are likely there",
        "other roles for you are unlikely there",
        "whether other roles for you may open there",
        "method 4.3 W5",
        15,
    ),
    Factor(
        "W6",
        3,
        "Is there one person you got on with, who answers?",
        "yes, and they answer +1; nobody -1",
        "your mail",
        "Is there one person there you got on with, who answers you?",
        "one person there knows you and answers",
        "nobody there answers you",
        "whether one person there would answer you",
        "method 4.3 W6",
        13,
    ),
    Factor(
        "W7",
        3,
        "Do these people reach firms you aim for?",
        "they do +1; they do not -1",
        "public profiles of those you met",
        "Do the people you met know other firms you would like?",
        "the people you met know other firms you would like",
        "the people you met know few other firms for you",
        "whom these people reach",
        "method 4.3 W7; E08, E10",
        16,
    ),
    Factor(
        "W8",
        2,
        "How did they treat you?",
        "with respect +0.5; red flags -1",
        "yourself",
        "Did they treat you with respect?",
        "they treated you with respect",
        "the way they treated you is a warning",
        "how they treated you",
        "method 4.3 W8",
        17,
        best=0.5,
    ),
)

FACTORS = MappingProxyType({factor.id: factor for factor in (*FIGHT, *WARM)})
FIGHT_WEIGHT = sum(factor.weight for factor in FIGHT)

GATES: tuple[Gate, ...] = (
    Gate(
        "G1",
        "Have they asked not to be contacted?",
        "They asked not to be contacted, and that is respected.",
        "",
        True,
        "method 4.1 G1; 3.1; L10",
    ),
    Gate(
        "G2",
        "Was something said or done that may be against the law?",
        "What you noted may be against the law. Arguing the decision by letter could hurt you.",
        "",
        True,
        "method 4.1 G2; L04; 6.8",
    ),
    Gate(
        "G3",
        "Have you accepted elsewhere, or do you no longer want the role?",
        "You are going elsewhere, or no longer want this role.",
        "If you want this role after all",
        False,
        "method 4.1 G3; 4.5",
    ),
    Gate(
        "G4",
        "Is the news less than 12 hours old, or does anger still hold the pen?",
        "The news is fresh, or still hurts. Nothing is lost by letting it rest first.",
        "Once it has rested and the letter is yours again",
        False,
        "method 4.1 G4; S3-12",
    ),
    Gate(
        "G5",
        "Have you already tried to reopen this decision?",
        "You have asked once, and once is the right number.",
        "If something new happens there",
        False,
        "method 4.1 G5",
    ),
    Gate(
        "G6",
        "Would the letter need a claim that is untrue, confidential or cannot be shown?",
        "The letter would have to say something that cannot be said openly.",
        "",
        True,
        "method 4.1 G6; 6.2",
    ),
    Gate(
        "G7",
        "Is the door shut by a fixed rule?",
        "A fixed rule decides here, and no letter can move it.",
        "If the rule or your part in it changes",
        False,
        "method 4.5 G7",
    ),
    Gate(
        "G8",
        "Is a date they promised still ahead?",
        "Their time runs: the day they named, and two business days more. Till then silence means "
        "nothing.",
        "Once the date has passed by two business days",
        False,
        "method 4.5 G8",
    ),
    Gate(
        "G9",
        "Do you know the reason to write only in confidence?",
        "What you know was told in confidence. It may decide when you write, never what.",
        "Once it is public",
        False,
        "method 4.5 G9",
    ),
)
GATE = MappingProxyType({gate.id: gate for gate in GATES})
