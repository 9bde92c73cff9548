"""The demo's cases as briefs: what a letter may rest on in each, for the gallery and its tests.

Stories, people and what was said in the rooms are read from the demo's own notes and season. The
few lines below that stand in no table there (how a case ended, in which words) name their mail.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parseaddr
from typing import Any

from afterword.intake.demo import build
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

TODAY = date(2026, 11, 20)
NOTES = build.notes(TODAY)
ME = NOTES["me"]["name"]
K = LetterKind

#: Where the firm is, by the language and addresses of its mails.
COUNTRIES = {
    "Aldine Ceramics": "PT",
    "Ashcombe Water Services": "GB",
    "Calderwick Cold Chain": "NL",
    "Cartomill Packaging": "GB",
    "Dunmoor Paper": "GB",
    "Havenstroom Terminals": "NL",
    "Kestrel Instruments": "GB",
    "Larchfield Logistics": "BE",
    "Meridew Medical": "IE",
    "Omnicor Packaging": "DE",
    "Pellworth Retail": "GB",
    "Wexcombe Furniture Makers": "GB",
}
ROLES = {
    "Aldine Ceramics": "Plant Operations Manager",
    "Ashcombe Water Services": "Head of Supply Chain",
    "Dunmoor Paper": "Chief Operating Officer",
    "Gannet Offshore Catering & Supply": "Logistics & Procurement Director",
    "Havenstroom Terminals": "Head of Terminal Operations",
    "Kestrel Instruments": "Director of Manufacturing & Supply",
    "Larchfield Logistics": "Network Director Benelux",
    "Wexcombe Furniture Makers": "Chief Operating Officer",
}
PARTS = {
    "Renata Solheim": Part.DECISION_MAKER,
    "Catherine Abara": Part.HIRING_MANAGER,
    "Ewan Strachan": Part.RECRUITER_INTERNAL,
    "Oliver Bastin": Part.RECRUITER_INTERNAL,
    "Hugh Pemberton": Part.RECRUITER_AGENCY,
}
#: What a verdict said, by firm: who, kind, code, words, and how many days ago.
VERDICTS: dict[str, tuple[str, MailKind, str, str, int]] = {
    # meridew-14-no
    "Meridew Medical": (
        "Catherine Abara",
        MailKind.REJECTION,
        "R03",
        "nobody in the room had heard from you that you have led a site through a GDP or "
        "notified-body inspection",
        1,
    ),
    # notes: the call of bd-30
    "Larchfield Logistics": (
        "Oliver Bastin",
        MailKind.REJECTION,
        "R02",
        "it was about the French, not about you",
        42,
    ),
    # dunmoor-10-no
    "Dunmoor Paper": (
        "",
        MailKind.POSITION_FILLED,
        "R04",
        "The board has appointed from inside",
        80,
    ),
    "Kestrel Instruments": ("", MailKind.REJECTION, "R18", "", 62),
    "Aldine Ceramics": ("Beatriz Quintela", MailKind.REJECTION, "R18", "", 40),
    "Gannet Offshore Catering & Supply": ("", MailKind.CANCELLED, "R08", "", 50),
}


#: Which story she would tie to what they said, on the page of the case.
TIES = {
    "You have always been able to walk to your problems. I have eleven depots.": "control-tower",
    "From ten at night till half past five I don't know what is where": "control-tower",
    "The budget round is what worries me": "stock-and-cash",
    "We lose people between week three and week nine": "agency-venlo-road",
}


def _slug(name: str) -> str:
    return name.removeprefix("Dr ").casefold().replace(" ", "-")


def _at(day: str | date, hour: int = 10) -> datetime:
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(day, time(hour), UTC)


def stories() -> tuple[Story, ...]:
    """Her nine stories, the confidential one among them: it must never be told."""
    return tuple(
        Story(
            told["key"],
            told["title"],
            told["situation"],
            told["action"],
            told["result"],
            tuple(told["numbers"]),
            tuple(told["skills"]),
            "; ".join(told["confirm"]),
            told["confidential"],
            str(told["when"]),
        )
        for told in NOTES["story"]
    )


def _people() -> dict[str, Person]:
    """Everybody of the debriefs, the references and the season's mails, by name."""
    found: dict[str, Person] = {}
    for file in sorted((build.HERE / "season").glob("*.toml")):
        for one in tomllib.loads(file.read_text("utf-8")).get("people", {}).values():
            name, email = parseaddr(one.get("mail", ""))
            if name:
                found[name] = Person(_slug(name), name, email)
    for debrief in NOTES["debrief"]:
        for one in debrief["people"]:
            known = found.get(one["name"], Person(_slug(one["name"]), one["name"]))
            country = COUNTRIES.get(debrief["company"], "")
            found[one["name"]] = replace(
                known, title=one["title"], company=debrief["company"], country=country
            )
    for one in NOTES["reference"]:
        found[one["name"]] = Person(
            _slug(one["name"]), one["name"], one.get("mail", ""), Part.REFEREE, one["title"]
        )
    return {name: replace(one, part=PARTS.get(name, one.part)) for name, one in found.items()}


PEOPLE = _people()


def _debriefs(company: str) -> Iterator[dict[str, Any]]:
    return (one for one in NOTES["debrief"] if one["company"] == company)


def _remarks(company: str) -> Iterator[Remark]:
    for debrief in _debriefs(company):
        for i, one in enumerate(debrief["remarks"]):
            if one["by"] == ME:
                continue
            kind, basis = RemarkKind(one["kind"]), Basis(one["basis"])
            on = date.fromisoformat(debrief["on"])
            yield Remark(
                f"{debrief['on']}-{i}",
                kind,
                one["quote"],
                one["by"],
                basis,
                on,
                answered_by=TIES.get(one["quote"], ""),
                heard_by=tuple(_slug(present["name"]) for present in debrief["people"]),
            )


def brief(
    kind: LetterKind, company: str, to: str, *, language: str = "en", more: tuple[Any, ...] = ()
) -> Brief:
    """The brief of a letter in a demo case; `more` brings facts and happenings of its moment."""
    talks = []
    for debrief in _debriefs(company):
        for one in debrief["people"]:
            id = f"talk-{debrief['on']}-{_slug(one['name'])}"
            talks.append(Happening(id, _at(debrief["on"]), Deed.INTERVIEW, who=_slug(one["name"])))
    person = PEOPLE.get(to) or PEOPLE.get(f"Dr {to}") or Person(_slug(to), to)
    if person.part is not Part.REFEREE:
        person = replace(person, country=person.country or COUNTRIES.get(company, ""))
    role = next((one["role"] for one in _debriefs(company)), ROLES.get(company, ""))
    happenings = (*talks, *(one for one in more if isinstance(one, Happening)))
    panel = {_slug(one["name"]) for d in _debriefs(company) for one in d["people"]}
    mine = [t for t in talks if t.who == person.id]
    return Brief(
        kind,
        person,
        ME,
        company,
        role,
        TODAY,
        tuple(_remarks(company)),
        stories(),
        tuple(sorted(happenings, key=lambda one: one.at)),
        language,
        tuple(one for one in more if isinstance(one, Fact)),
        tuple(sorted(panel)) if person.id in panel else (),
        max(0, len(mine) - 1),
    )


def verdict(company: str) -> Happening:
    """How the demo's case ended, with the words that came with it."""
    who, kind, code, words, ago = VERDICTS[company]
    reasons = (ReasonSeen(code, words),) if words else ()
    return Happening(
        f"verdict-{_slug(company)}",
        _at(TODAY - timedelta(days=ago)),
        kind,
        Direction.IN,
        who=_slug(who) if who else "",
        reasons=reasons,
    )


def offered(company: str) -> Happening:
    return Happening(f"offer-{_slug(company)}", _at(TODAY - timedelta(days=2)), MailKind.OFFER)


def sign(detail: str) -> Happening:
    """Something seen outside, such as a contact's new post or a role that is open again."""
    return Happening(f"sign-{detail}", _at(TODAY - timedelta(days=2)), Deed.SIGNAL, detail=detail)


def promised(company: str, ago: int) -> Happening:
    """The day they named for an answer, gone by so many days ago (pellworth: bd-12)."""
    day = TODAY - timedelta(days=ago)
    when = _at(day - timedelta(days=8))
    return Happening(f"promise-{_slug(company)}", when, MailKind.STATUS_UPDATE, promised=day)


def register(name: str) -> tuple[Fact, ...]:
    """What the register of references holds of somebody: consent, what they saw."""
    row = next(one for one in NOTES["reference"] if one["name"] == name)
    found = [Fact("reference:consent", row["asked"], "the register")]
    found += [
        Fact(f"reference:saw:{told['key']}", told["title"], f"{name} can confirm it")
        for told in NOTES["story"]
        if any(name in who for who in told["confirm"]) and not told["confidential"]
    ]
    return tuple(found)


def called(days_ago: int) -> Fact:
    day = TODAY - timedelta(days=days_ago)
    return Fact(
        "reference:called", day.isoformat(), f"the register, {day:%A} {day.day} {day:%B} {day.year}"
    )
