"""Writes docs/letters.md: five letters of every kind, drafted from the demo's cases, to be read.

Run `python docs/letters.py` after a change in wording, and read the result as the person
who receives it. With `--check` it writes nothing and fails when the page is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import demo_briefs as demo
from demo_briefs import K, called, offered, promised, register, sign, verdict

from afterword.terms import Brief, Draft, Fact, LetterKind, Sentence, Tone
from afterword.writing import compose
from afterword.writing.letters import WRITERS
from afterword.writing.limits import CHARACTERS, most_words, words

PAGE = Path(__file__).with_suffix(".md")
C, M, P, R, OM = (
    "Calderwick Cold Chain",
    "Meridew Medical",
    "Pellworth Retail",
    "Cartomill Packaging",
    "Omnicor Packaging",
)
A, W, D, H = (
    "Aldine Ceramics",
    "Wexcombe Furniture Makers",
    "Dunmoor Paper",
    "Havenstroom Terminals",
)
KESTREL, LARCH = "Kestrel Instruments", "Larchfield Logistics"
GANNET, ASH = "Gannet Offshore Catering & Supply", "Ashcombe Water Services"
NO = verdict(M)
#: What a reader of their news pages would find; invented, like everything in the demo.
NEWS = {
    "Bergholt Sensors": Fact("news:b", "Bergholt moves its second line to Jutland next spring"),
    KESTREL: Fact("news:k", "Kestrel Instruments takes over the plant in Dundee"),
    H: Fact("news:h", "Havenstroom hires again after the spring's freeze"),
    GANNET: Fact("news:g", "Gannet wins the catering of two more platforms"),
    P: Fact("news:p", "Pellworth closes its returns hall in Corby"),
    R: Fact("news:r", "Cartomill brings Deventer and Wrexham under one plan"),
    OM: Fact("news:o", "Omnicor keeps all three warehouses round Bologna for now"),
}
#: Sentences of the mail that is answered: a no that offers something, and the start in an offer.
GANNET_WROTE = (
    Fact("line:gannet:1", "Your plan for the night galley was the best we have read this year."),
    Fact("line:gannet:2", "I would gladly have a coffee with you in the new year if you like."),
)
START = Fact(f"line:{offered(C).id}:0", "Start: 1 February 2027")

#: For each kind five moments of the demo: firm, reader, and what has happened by then.
MOMENTS: dict[LetterKind, tuple[tuple[str, str, tuple[object, ...]], ...]] = {
    K.THANK_YOU: (
        (C, "Renata Solheim", ()),
        (C, "Gordon Pryce", ()),
        (C, "Ilse Ravensbergen", ()),
        (R, "Rhodri Pugh", ()),
        (OM, "Stefan Brühl", ()),
    ),
    K.INFLUENCE_LETTER: (
        (C, "Renata Solheim", ()),
        (C, "Tom Ferris", ()),
        (C, "Ilse Ravensbergen", ()),
        (M, "Annelies Wouters", ()),
        (R, "Sioned Ellis", ()),
    ),
    K.SECOND_INFLUENCE: (
        (C, "Renata Solheim", ()),
        (C, "Tom Ferris", ()),
        (P, "Derek Hallam", ()),
        (M, "Annelies Wouters", ()),
        (M, "Catherine Abara", ()),
    ),
    K.PROOF_OFFER: (
        (C, "Renata Solheim", ()),
        (C, "Tom Ferris", ()),
        (M, "Annelies Wouters", ()),
        (M, "Catherine Abara", ()),
        (M, "Howard Leng", ()),
    ),
    K.STATUS_NUDGE: (
        (P, "Derek Hallam", (promised(P, 12),)),
        (OM, "Stefan Brühl", ()),
        (C, "Renata Solheim", ()),
        (ASH, "Graham Tolley", ()),
        (R, "Sioned Ellis", ()),
    ),
    K.FINAL_NUDGE: (
        (P, "Derek Hallam", (promised(P, 20),)),
        (ASH, "Graham Tolley", ()),
        (R, "Rhodri Pugh", ()),
        (OM, "Stefan Brühl", ()),
        (C, "Tom Ferris", ()),
    ),
    K.GRACE_NOTE: (
        (M, "Catherine Abara", (NO,)),
        (M, "Howard Leng", (NO,)),
        (M, "Mei-Lin Tan", (NO,)),
        (D, "Alistair Dunmoor-Grey", (verdict(D),)),
        (GANNET, "Lynne Haggerty", (verdict(GANNET), *GANNET_WROTE)),
    ),
    K.ADVICE_REQUEST: (
        (M, "Catherine Abara", (NO,)),
        (KESTREL, "Martin Oyelaran", (verdict(KESTREL),)),
        (LARCH, "Oliver Bastin", (verdict(LARCH),)),
        (D, "Hugh Pemberton", (verdict(D),)),
        (A, "Beatriz Quintela", (verdict(A),)),
    ),
    K.CALL_REQUEST: (
        (KESTREL, "Martin Oyelaran", (verdict(KESTREL),)),
        (M, "Catherine Abara", (NO,)),
        (M, "Sean Corrigan", (NO,)),
        (D, "Alistair Dunmoor-Grey", (verdict(D),)),
        (A, "Beatriz Quintela", (verdict(A),)),
    ),
    K.REOPEN_LETTER: (
        (M, "Catherine Abara", (NO,)),
        (M, "Annelies Wouters", (NO,)),
        (M, "Howard Leng", (NO,)),
        (M, "Ewan Strachan", (NO,)),
        (M, "Mei-Lin Tan", (NO,)),
    ),
    K.REFERRAL_ASK: (
        (KESTREL, "Martin Oyelaran", ()),
        (M, "Catherine Abara", ()),
        (M, "Sean Corrigan", ()),
        (D, "Hugh Pemberton", ()),
        (A, "Beatriz Quintela", ()),
    ),
    K.REFERRAL_GIVE: (
        (LARCH, "Oliver Bastin", (verdict(LARCH),)),
        (GANNET, "Lynne Haggerty", ()),
        (OM, "Stefan Brühl", ()),
        (W, "Noor Rahmani", ()),
        (P, "Derek Hallam", ()),
    ),
    K.KEEP_IN_TOUCH: (
        (KESTREL, "Martin Oyelaran", (NEWS[KESTREL],)),
        (H, "Joost van der Meij", (NEWS[H],)),
        (GANNET, "Lynne Haggerty", (NEWS[GANNET],)),
        (P, "Derek Hallam", (NEWS[P],)),
        (M, "Catherine Abara", ()),
    ),
    K.CONGRATULATION: (
        (KESTREL, "Martin Oyelaran", (NEWS[KESTREL],)),
        (M, "Mei-Lin Tan", (sign("person_moved"),)),
        (GANNET, "Lynne Haggerty", (NEWS[GANNET],)),
        (C, "Ilse Ravensbergen", (sign("person_moved"),)),
        (R, "Sioned Ellis", (NEWS[R],)),
    ),
    K.TRIGGER_NOTE: (
        (H, "Joost van der Meij", (sign("thawing"),)),
        (A, "Beatriz Quintela", (sign("invited_date"),)),
        (M, "Mei-Lin Tan", (NO, sign("reopened"))),
        (R, "Sioned Ellis", (NEWS[R],)),
        (OM, "Stefan Brühl", (NEWS[OM],)),
    ),
    K.OFFER_ACCEPTANCE: (
        (C, "Renata Solheim", (offered(C), START)),
        (C, "Tom Ferris", (offered(C),)),
        (R, "Sioned Ellis", (offered(R),)),
        (OM, "Stefan Brühl", (offered(OM),)),
        (W, "Alastair Bright", (offered(W),)),
    ),
    K.OFFER_DECLINE: (
        (W, "Alastair Bright", (offered(W),)),
        (W, "Noor Rahmani", (offered(W),)),
        (R, "Sioned Ellis", (offered(R),)),
        (OM, "Stefan Brühl", (offered(OM),)),
        (C, "Tom Ferris", (offered(C),)),
    ),
    K.WITHDRAWAL: (
        (ASH, "Graham Tolley", ()),
        (OM, "Stefan Brühl", ()),
        (P, "Derek Hallam", ()),
        (R, "Rhodri Pugh", ()),
        (H, "Karin Oldenzaal", ()),
    ),
    K.REFERENCE_REQUEST: (
        (C, "Samira Haddou", register("Samira Haddou")[1:]),
        (C, "Pieter Dekkers", register("Pieter Dekkers")[1:]),
        (M, "Joyce Amankwah", register("Joyce Amankwah")[1:]),
        (
            C,
            "Pieter Dekkers",
            (*register("Pieter Dekkers"), Fact("reference:to", "Renata Solheim")),
        ),
        (
            M,
            "Joyce Amankwah",
            (*register("Joyce Amankwah"), Fact("reference:to", "Catherine Abara")),
        ),
    ),
    K.REFERENCE_BRIEF: (
        (C, "Pieter Dekkers", register("Pieter Dekkers")),
        (C, "Samira Haddou", register("Samira Haddou")),
        (M, "Joyce Amankwah", register("Joyce Amankwah")),
        (R, "Samira Haddou", register("Samira Haddou")),
        (OM, "Pieter Dekkers", register("Pieter Dekkers")),
    ),
    K.REFERENCE_THANKS: (
        (W, "Pieter Dekkers", (*register("Pieter Dekkers"), called(8), offered(W))),
        (W, "Samira Haddou", (*register("Samira Haddou"), called(9), offered(W))),
        (M, "Joyce Amankwah", (*register("Joyce Amankwah"), called(6), NO)),
        (C, "Pieter Dekkers", (*register("Pieter Dekkers"), called(3))),
        (C, "Samira Haddou", register("Samira Haddou")),
    ),
    K.PAIN_LETTER: (
        ("Bergholt Sensors", "Sunniva Dahl", (NEWS["Bergholt Sensors"],)),
        (P, "Sally-Anne Coyle", (NEWS[P],)),
        (R, "Rhodri Pugh", (NEWS[R],)),
        (C, "Ilse Ravensbergen", ()),
        (OM, "Stefan Brühl", (NEWS[OM],)),
    ),
    K.CARD: (
        (C, "Renata Solheim", ()),
        (C, "Tom Ferris", ()),
        (M, "Catherine Abara", (NO,)),
        (M, "Howard Leng", (NO,)),
        (R, "Sioned Ellis", ()),
    ),
    K.ACCESS_REQUEST: (
        (M, "Ewan Strachan", (NO,)),
        (LARCH, "Oliver Bastin", (verdict(LARCH),)),
        (P, "Sally-Anne Coyle", ()),
        (ASH, "Graham Tolley", ()),
        (GANNET, "Lynne Haggerty", ()),
    ),
}
#: One moment of each short courtesy, shown in the three other languages.
ABROAD = (
    K.THANK_YOU,
    K.STATUS_NUDGE,
    K.FINAL_NUDGE,
    K.GRACE_NOTE,
    K.WITHDRAWAL,
    K.OFFER_ACCEPTANCE,
    K.OFFER_DECLINE,
    K.KEEP_IN_TOUCH,
    K.CONGRATULATION,
    K.CARD,
)

Find = Callable[[Sentence, Brief], bool]


def _rests_on(*starts: str) -> Find:
    return lambda s, _: any(fact.startswith(starts) for fact in s.facts)


def _remark(*kinds: str) -> Find:
    def find(s: Sentence, brief: Brief) -> bool:
        ids = {f"remark:{r.id}" for r in brief.remarks if str(r.kind) in kinds}
        return bool(ids & set(s.facts)) and not any(f.startswith("story:") for f in s.facts)

    return find


def _says(pattern: str) -> Find:
    return lambda s, _: re.search(pattern, s.text, re.IGNORECASE) is not None


THANKS = _says(r"\bthank|grateful|good to (?:talk|meet)|glad we|enjoyed|was a good one")
#: The anatomies of method 2b: each part, and how it is known in a letter.
ANATOMIES: dict[LetterKind, tuple[tuple[str, Find], ...]] = {
    K.INFLUENCE_LETTER: (
        ("one true detail of the talk", _remark("topic")),
        ("their problem, in their words", _remark("challenge")),
        ("a story for it: challenge, action, result", _rests_on("story:")),
        ("the named doubt met", _remark("doubt")),
        ("a first step as a hypothesis", _remark("first_priority")),
        ("why this firm", _says(r"work I would like|take this on|myself in this work|why I want")),
        ("a small next step", _says(r"twenty minutes|press me|come prepared|test\?")),
    ),
    K.SECOND_INFLUENCE: (
        ("where things stand, in their words", _remark("rival", "doubt")),
        ("one difference", _says("beside")),
        ("two instances with results", _rests_on("story:")),
        ("then wait", _says("leave with you")),
    ),
    K.PROOF_OFFER: (
        ("the doubt, in their words", _remark("doubt")),
        ("a small piece of the very work", _says("piece of (?:such )?work")),
        ("a limit in hours, nothing confidential", _says("a day|confidential")),
        ("twenty minutes, and a way out", _says("twenty minutes|leave it there")),
    ),
    K.GRACE_NOTE: (
        ("thanks to the person", THANKS),
        ("one thing valued", _says(r"valued|remember|keep|stayed with me")),
        ("respect for the decision", _says("respect|accept the decision|hope they settle")),
        ("an open door, no question", _says("glad to hear|stay in touch")),
    ),
    K.ADVICE_REQUEST: (
        ("one line of thanks", THANKS),
        ("one question that looks ahead", _says(r"\?$")),
        ("no argument", _says("not argue")),
        ("no reply needed", _says("no reply")),
    ),
    K.CALL_REQUEST: (
        ("thanks, and the purpose", THANKS),
        ("a quarter of an hour", _says("fifteen minutes")),
        ("whom do you know at A or B", _says("whom you know")),
        ("something back", _says("in return")),
        ("an easy no", _says("quite understand")),
    ),
    K.REOPEN_LETTER: (
        ("the verdict accepted", _says("respect")),
        ("the reason as understood", _says(r"took (?:it )?to heart|the reason")),
        ("one new fact that can be checked", _rests_on("story:")),
        ("a modest ask", _says("ten minutes|trial")),
        ("a graceful way out", _says("leave it there")),
    ),
    K.KEEP_IN_TOUCH: (
        ("their news", _says(r"\bread|\bsaw|told me|our talk")),
        ("one useful thing", _says(r"\[.*(?:link|useful).*\]")),
        ("no ask", _says("no reply")),
    ),
    K.OFFER_DECLINE: (
        ("thanks", THANKS),
        ("a plain no and a true reason", _says("reason|not to accept")),
        ("the door open", _says("talk again")),
    ),
    K.REFERENCE_BRIEF: (
        ("consent, with its day", _rests_on("reference:consent")),
        ("the role, and what they need", _rests_on("case:role")),
        ("three facts with dates", _rests_on("story:")),
        ("likely probes", _says("usually ask|said this of me")),
        ("the window of the call", _says("may call")),
        ("no script", _says("as you see it|not as you remember")),
    ),
    K.PAIN_LETTER: (
        ("a hook anyone can check", _rests_on("news:")),
        ("the suspected trouble", _says("suspect|heard it put|fits what|made me think")),
        ("the matching story", _rests_on("story:")),
        ("one question", _says(r"\?$")),
    ),
}


def moments() -> Iterator[tuple[LetterKind, int, Brief]]:
    """Every letter of the gallery: its kind, its number among the five, its brief."""
    for kind in WRITERS:
        told: list[str] = []
        for n, (firm, reader, more) in enumerate(MOMENTS[kind]):
            brief = demo.brief(kind, firm, reader, more=more)
            if n and MOMENTS[kind][n - 1][0] != firm:
                told = []
            brief = replace(brief, told=tuple(told))
            told += [f[6:] for s in compose(brief).sentences for f in s.facts if f[:6] == "story:"]
            yield kind, n, brief


def abroad() -> Iterator[tuple[LetterKind, str, Brief]]:
    for language in ("de", "fr", "es"):
        for kind in ABROAD:
            firm, reader, more = MOMENTS[kind][1 if kind is K.WITHDRAWAL else 0]
            yield kind, language, demo.brief(kind, firm, reader, language=language, more=more)


def page() -> str:
    """The whole gallery as Markdown."""
    out = [
        "# The letters\n",
        "Generated by `docs/letters.py` from the cases of the demo; edit that, not this. Every name "
        "and firm is invented. A part in [square brackets] is a hole: the program did not know and "
        "does not make it up.\n",
        "Each kind has five letters; after those whose anatomy the method gives stands a table of "
        "where each part is (the number of the sentence; – where the case holds nothing for it).\n",
    ]
    last = None
    rows: list[tuple[Brief, Draft]] = []
    for kind, _, brief in moments():
        if kind is not last:
            out += _anatomy(last, rows) if last else []
            out.append(f"## {kind.replace('_', ' ').capitalize()}\n")
            last, rows = kind, []
        rows.append((brief, compose(brief)))
        out.append(_shown(brief, rows[-1][1]))
    out += _anatomy(last, rows) if last else []
    out.append("## Plainer, and stiffer\n")
    firm, reader, more = MOMENTS[K.STATUS_NUDGE][0]
    for tone in (Tone.PLAIN, Tone.FORMAL):
        brief = replace(demo.brief(K.STATUS_NUDGE, firm, reader, more=more), tone=tone)
        out.append(_shown(brief, compose(brief), f"{tone}, "))
    out.append("## Other languages\n")
    out += [
        _shown(b, compose(b), f"{kind.replace('_', ' ')}, {lang}: ") for kind, lang, b in abroad()
    ]
    return "\n".join(out)


def where(kind: LetterKind, brief: Brief, draft: Draft) -> list[str]:
    """For each part of the kind's anatomy the numbers of the sentences that are it."""
    return [
        ", ".join(str(i) for i, s in enumerate(draft.sentences, 1) if find(s, brief))
        for _, find in ANATOMIES.get(kind, ())
    ]


def _anatomy(kind: LetterKind, rows: list[tuple[Brief, Draft]]) -> list[str]:
    parts = ANATOMIES.get(kind)
    if not parts:
        return []
    found = [where(kind, brief, draft) for brief, draft in rows]
    names = " | ".join(brief.to.name for brief, _ in rows)
    lines = [f"| where it stands | {names} |", "|---" * (len(rows) + 1) + "|"]
    lines += [
        f"| {part} | " + " | ".join(column[i] or "–" for column in found) + " |"
        for i, (part, _) in enumerate(parts)
    ]
    return ["\n".join(lines) + "\n"]


def _shown(brief: Brief, draft: Draft, before: str = "") -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in draft.body.split("\n"))
    signs = CHARACTERS.get(brief.kind)
    most = most_words(brief.kind, brief.to.country)
    size = f"{len(draft.body)} of {signs} characters" if signs else f"{words(draft.body)} words"
    size += f" of {most}" if most and not signs else ""
    to = f"{brief.to.name}, {brief.company}"
    return f"**{before}{to}** · {draft.subject} · {size}\n\n{quoted}\n"


if __name__ == "__main__":
    text = page()
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.exists() and PAGE.read_text("utf-8") == text else "letters.md is old")
    PAGE.write_text(text, "utf-8")
