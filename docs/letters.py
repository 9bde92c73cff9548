"""Writes docs/letters.md: every letter the program drafts, from invented facts, to be read.

Run `python docs/letters.py` after a change in wording, and read the result as the person
who receives it. With `--check` it writes nothing and fails when the page is out of date.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from afterword.terms import (
    Basis,
    Brief,
    Deed,
    Direction,
    Fact,
    Happening,
    LetterKind,
    MailKind,
    Part,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose
from afterword.writing.letters import WRITERS
from afterword.writing.limits import words

PAGE = Path(__file__).with_suffix(".md")
TODAY = date(2026, 3, 3)


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 10, tzinfo=UTC)


DANA = Person("dana", "Dana Reyes", "dana.reyes@acme.example", Part.DECISION_MAKER, "COO")
PIET = Person("piet", "Piet Maes", "piet.maes@acme.example", Part.PANEL_INTERVIEWER)
UTRECHT = Story(
    "utrecht",
    "Utrecht",
    challenge="Two unions and a site that could not close for a day",
    action="Moved 14 lines to automated picking in 9 weekends. We rehearsed each cut-over on the "
    "Thursday with the night team.",
    result="errors from 2.1% to 0.4%",
    numbers=("14 lines", "9 weekends"),
    skills=("rallying a team", "automation"),
    confirm="J. Visser",
    when="2021",
)
LYON = Story(
    "lyon",
    "Lyon",
    challenge="A third of the drivers had given notice",
    action="I sat in 40 cabs before I changed a single roster",
    result="Turnover fell from 31% to 12% in a year",
    numbers=("31%", "12%"),
    skills=("rallying a team",),
)
REMARKS = (
    Remark("cut", RemarkKind.CHALLENGE, "We lose two days at every cut-over.", "dana"),
    Remark("drv", RemarkKind.CHALLENGE, "I cannot keep drivers past a year.", "dana"),
    Remark("auto", RemarkKind.DOUBT, "You have not run an automated warehouse.", "dana"),
    Remark(
        "site",
        RemarkKind.FIRST_PRIORITY,
        "The second site has to open in the autumn.",
        "dana",
        hole="what did she say the second site needs first?",
    ),
    Remark("night", RemarkKind.TOPIC, "the night shift", "dana"),
    Remark("rival", RemarkKind.RIVAL, "The other finalist has held this very job.", "dana"),
    Remark("piet", RemarkKind.TOPIC, "Nobody plans for the forklift that breaks.", "piet"),
)
TALK = Happening("talk", at(2, 26), Deed.INTERVIEW, who="dana", promised=date(2026, 3, 2))
FELL = Happening(
    "no",
    at(3, 2),
    MailKind.REJECTION,
    Direction.IN,
    who="dana",
    reasons=(ReasonSeen("R03", "we needed more depth in automation"),),
)
RICH = Brief(
    LetterKind.THANK_YOU,
    DANA,
    "Sam Verhoeven",
    "Acme Freight",
    "Head of Operations",
    TODAY,
    REMARKS,
    (UTRECHT, LYON),
    (TALK,),
)
POOR = replace(
    RICH,
    remarks=(
        Remark("auto", RemarkKind.DOUBT, "worried about automation", "dana", Basis.INFERRED),
        Remark("cut", RemarkKind.CHALLENGE, "the cut-over", "dana"),
    ),
    stories=(Story("w", "", action="automation of a small depot"),),
)
EMPTY = replace(RICH, company="", role="", remarks=(), stories=(), happenings=())
AFTER = frozenset(
    {
        LetterKind.GRACE_NOTE,
        LetterKind.ADVICE_REQUEST,
        LetterKind.CALL_REQUEST,
        LetterKind.REOPEN_LETTER,
    }
)
NEWS = Fact("news:1", "Acme Freight opens a second site in Ghent")
MOVED = Happening("moved", at(3, 1), Deed.SIGNAL, detail="person_moved", who="dana")
JAN = Person("jan", "Jan Visser", "jan.visser@example.org", Part.REFEREE)
VOUCHING = (
    LetterKind.REFERENCE_REQUEST,
    LetterKind.REFERENCE_BRIEF,
    LetterKind.REFERENCE_THANKS,
)
REGISTER = (
    Fact("reference:consent", "2026-02-20", "the register, Friday 20 February 2026"),
    Fact("reference:called", "2026-02-27", "the register, Friday 27 February 2026"),
    Fact("reference:saw:utrecht", "Utrecht", "Jan Visser can confirm it"),
)
OPEN = Happening("open", at(3, 1), Deed.SIGNAL, detail="reopened")


def brief_for(kind: LetterKind, base: Brief) -> Brief:
    """The brief as it would stand when this letter is due."""
    brief = replace(base, kind=kind)
    if kind in AFTER and base.happenings:
        brief = replace(brief, happenings=(*base.happenings, FELL))
    if base is RICH and kind is LetterKind.KEEP_IN_TOUCH:
        brief = replace(brief, facts=(NEWS,))
    if base is RICH and kind is LetterKind.CONGRATULATION:
        brief = replace(brief, happenings=(MOVED,))
    if kind in VOUCHING and base is not EMPTY:
        brief = replace(brief, to=JAN, facts=REGISTER if base is RICH else ())
    if kind is LetterKind.REFERENCE_REQUEST and base is RICH:
        brief = replace(brief, facts=REGISTER[2:])
    if base is RICH and kind is LetterKind.REFERENCE_THANKS:
        brief = replace(brief, happenings=(TALK, FELL))
    if base is RICH and kind is LetterKind.TRIGGER_NOTE:
        brief = replace(brief, happenings=(TALK, OPEN))
    return brief


def page() -> str:
    """The whole gallery as Markdown."""
    out = [
        "# The letters\n",
        "Generated by `docs/letters.py` from invented facts; edit that, not this. A part in "
        "[square brackets] is a hole: the program did not know and does not make it up.\n",
    ]
    for kind in WRITERS:
        out.append(f"## {kind.replace('_', ' ').capitalize()}\n")
        for name, base in (("much is known", RICH), ("little is known", POOR), ("nothing", EMPTY)):
            out.append(_shown(brief_for(kind, base), name))
    out.append("## The same panel, four notes\n")
    panel = tuple(f"p{i}" for i in range(4))
    for one in panel:
        person = Person(one, f"{one.upper()} Peeters")
        remark = Remark(one, RemarkKind.TOPIC, "Nobody plans for the truck that breaks.", one)
        brief = replace(RICH, to=person, remarks=(remark,), panel=panel, happenings=())
        out.append(_shown(brief, person.name))
    out.append("## A word nobody asked for\n")
    unasked = brief_for(LetterKind.REFERENCE_REQUEST, RICH)
    known = (*REGISTER, Fact("reference:to", "Dana Reyes", "people"))
    out.append(_shown(replace(unasked, facts=known), "one who has agreed already"))
    out.append("## Other languages\n")
    for language in ("de", "fr", "es"):
        for kind in (
            LetterKind.THANK_YOU,
            LetterKind.GRACE_NOTE,
            LetterKind.STATUS_NUDGE,
            LetterKind.FINAL_NUDGE,
        ):
            brief = brief_for(kind, RICH)
            out.append(_shown(replace(brief, language=language), f"{language}, {kind}"))
    return "\n".join(out)


def _shown(brief: Brief, name: str) -> str:
    draft = compose(brief)
    quoted = "\n".join(f"> {line}".rstrip() for line in draft.body.split("\n"))
    return f"**{name}** · {draft.subject} · {words(draft.body)} words\n\n{quoted}\n"


if __name__ == "__main__":
    text = page()
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.exists() and PAGE.read_text("utf-8") == text else "letters.md is old")
    PAGE.write_text(text, "utf-8")
