"""What a letter may rest on: every fact of a brief with its id, and nothing confidential.

Ids: `remark:`, `story:`, `event:`, `person:` and the record's id; `me:name`,
`case:company`, `case:role`; and those the brief brings itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from afterword.terms import (
    Basis,
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Remark,
    Stage,
    Story,
)
from afterword.writing.calling import WEEKDAYS, day

COMPANY = "case:company"
ROLE = "case:role"
ME = "me:name"


def facts_of(brief: Brief) -> tuple[Fact, ...]:
    """All facts of the brief; a confidential story is none, its words must not travel."""
    person = brief.to
    found = [Fact(ME, brief.me, "your profile")]
    if brief.company.strip():
        found.append(Fact(COMPANY, brief.company.strip(), "this case"))
    if brief.role.strip():
        found.append(Fact(ROLE, brief.role.strip(), "this case"))
    about = ", ".join(part for part in (person.name, person.title, person.company) if part)
    found.append(Fact(f"person:{person.id}", about, "people"))
    found += [_of_remark(remark, brief) for remark in brief.remarks]
    found += [fact_of_story(story) for story in brief.stories if not story.confidential]
    found += [_of_event(event, brief) for event in brief.happenings]
    return tuple({fact.id: fact for fact in (*found, *brief.facts)}.values())


def _of_remark(remark: Remark, brief: Brief) -> Fact:
    who = speaker(remark, brief) or brief.to.name
    said = [who] if who else []
    if remark.at is not None:
        said.append(day(remark.at))
    return Fact(f"remark:{remark.id}", remark.quote, ", ".join(said), remark.basis)


def fact_of_story(story: Story) -> Fact:
    """All that a story tells, as one fact; whether it is confidential is the caller's to ask."""
    told = (story.challenge, story.action, story.result, *story.numbers, *story.skills, story.when)
    text = "; ".join(part.strip().rstrip(".") for part in told if part.strip())
    title = story.title.strip()
    source = "your story" + (f", {story.confirm} can confirm it" if story.confirm else "")
    return Fact(
        f"story:{story.id}", f"{title}: {text}" if title and text else title or text, source
    )


#: A stage or a letter's kind is kept by its name; a fact is read by a person.
_SPOKEN = {one.value: one.value.replace("_", " ") for one in (*Stage, *LetterKind)} | {
    Stage.RECRUITER_SCREEN.value: "the first talk",
    Stage.HIRING_MANAGER_INTERVIEW.value: "with the hiring manager",
    Stage.PANEL_ONSITE.value: "with several of them",
    Stage.FINAL_EXECUTIVE.value: "the final round",
    Stage.REFERENCE_BACKGROUND_CHECK.value: "references and checks",
}
#: Who sat there: a mail alone shows how far it has come, and seldom that.
_BY_WHOM = frozenset({Stage.HIRING_MANAGER_INTERVIEW.value, Stage.PANEL_ONSITE.value})
#: What happened, as one would tell it; a kind that stands by its own name is not here.
_KINDS = {
    MailKind.ACKNOWLEDGEMENT.value: "They confirmed the receipt",
    MailKind.CANCELLED.value: "They gave the role up",
    MailKind.INTERVIEW_INVITATION.value: "They asked you to a talk",
    MailKind.INTERVIEW_LOGISTICS.value: "They wrote about the talk",
    MailKind.OFFER.value: "They made you an offer",
    MailKind.OFFER_RESCINDED.value: "They took the offer back",
    MailKind.ON_HOLD.value: "They put it on hold",
    MailKind.OTHER_JOB.value: "They wrote",
    MailKind.POSITION_FILLED.value: "They said that the seat is filled",
    MailKind.REJECTION.value: "They said no",
    MailKind.REOPENED.value: "They wrote that it is open again",
    MailKind.STATUS_UPDATE.value: "They wrote how things stand",
}
#: What was seen from outside, by its sign.
_SEEN = {
    "growing": "They are growing, as seen",
    "news": "There was news of them",
    "person_moved": "Somebody there moved on, as seen",
    "reopened": "It is open again, as seen",
    "shrinking": "They are shrinking, as seen",
    "sibling_role": "A role like it is open, as seen",
    "thawing": "They hire again, as seen",
    "winner_left": "Whom they took has left, as you noted",
}


def _told(event: Happening) -> tuple[str, str]:
    """What happened in plain words, and what is left to add to it."""
    if event.kind == Deed.SIGNAL and event.detail in _SEEN:
        return _SEEN[event.detail], ""
    if isinstance(event.kind, MailKind) and event.direction is Direction.OUT:
        return "You wrote", event.detail
    kind = str(event.kind)
    return _KINDS.get(kind) or kind.replace("_", " "), event.detail


def _of_event(event: Happening, brief: Brief) -> Fact:
    at = event.at.date()
    kind, detail = _told(event)
    text = f"{kind} on {WEEKDAYS[at.weekday()]} {day(at)} {at.year}"
    if detail and not (event.basis is not Basis.SAID and detail in _BY_WHOM):
        text += f": {_SPOKEN.get(detail) or detail}"
    if event.promised is not None:
        text += f"; promised for {_full(event.promised)}"
    for quote in dict.fromkeys(reason.quote for reason in event.reasons):
        text += f"; “{quote}”"
    return Fact(f"event:{event.id}", text, "this case", event.basis)


def _full(then: date) -> str:
    return f"{WEEKDAYS[then.weekday()]} {day(then)} {then.year}"


def is_to(remark: Remark, brief: Brief) -> bool:
    """Whether the person written to said it. A remark without a speaker counts as theirs."""
    by = _untitled(remark.by)
    mine = {brief.to.id.casefold(), _untitled(brief.to.name), brief.to.email.casefold()} - {""}
    return not by or by in mine or _untitled(_named(remark, brief)) in mine


def may_hear(remark: Remark, brief: Brief) -> bool:
    """Whether the person written to knows of it: said by them, or in a talk or mail they were in.

    What somebody else told the user alone is not passed on (method, G9: known in confidence).
    """
    there = {one.casefold() for one in remark.heard_by}
    return is_to(remark, brief) or bool(
        there
        & ({brief.to.id.casefold(), brief.to.email.casefold(), _untitled(brief.to.name)} - {""})
    )


def _untitled(name: str) -> str:
    """The name for comparing: "Dr Annelies Wouters" and "Annelies Wouters" are one person."""
    return re.sub(r"^(?:(?:dr|prof|professor|doctor)\.?\s+)+", "", name.strip().casefold())


def speaker(remark: Remark, brief: Brief) -> str:
    """The name of somebody else who said it; "" when it was the reader or is not known."""
    if is_to(remark, brief):
        return ""
    if name := _named(remark, brief):
        return name
    by = remark.by.strip()
    looks_like_a_name = " " in by and not any(sign.isdigit() or sign in "@_" for sign in by)
    return by if looks_like_a_name else ""


def _named(remark: Remark, brief: Brief) -> str:
    """The name of the person a remark is kept under by id; two records of one name are one person."""
    for fact in brief.facts:
        if fact.id == f"person:{remark.by}":
            return fact.text.split(",")[0].strip()
    return ""


def certain(remarks: Iterable[Remark]) -> list[Remark]:
    """Those that were really said, first."""
    order = {Basis.SAID: 0, Basis.INFERRED: 1, Basis.GUESSED: 2}
    return sorted(remarks, key=lambda remark: order[remark.basis])
