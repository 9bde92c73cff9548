"""A thousand sound letters with their facts: a hundred by a writer's hand, the rest our composer's."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from afterword.terms import (
    Brief,
    Deed,
    Draft,
    Happening,
    LetterKind,
    MailKind,
    Person,
    ReasonSeen,
    Remark,
    RemarkKind,
    Story,
)
from afterword.writing import compose
from untruths.going_wrong import LANGUAGES, Whole

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "letters"
K = LetterKind
LONG = (
    K.THANK_YOU, K.INFLUENCE_LETTER, K.SECOND_INFLUENCE, K.PROOF_OFFER, K.STATUS_NUDGE, K.FINAL_NUDGE,
    K.GRACE_NOTE, K.ADVICE_REQUEST, K.CALL_REQUEST, K.REOPEN_LETTER, K.TRIGGER_NOTE, K.OFFER_DECLINE,
    K.WITHDRAWAL, K.KEEP_IN_TOUCH, K.CONGRATULATION,
)  # fmt: skip
SHORT = (K.THANK_YOU, K.GRACE_NOTE, K.STATUS_NUDGE, K.FINAL_NUDGE)
PEOPLE = {
    "en": "Dana Reyes;Ngozi Okafor;Piet Maes;Tomasz Nowak;Aiko Tanaka;Fergus Byrne",
    "de": "Sabine Kröger;Jens Ohlendorf;Dr. Petra Vogt;Mehmet Kaya;Ilse Brandt",
    "fr": "Hélène Marchand;Yves Kermadec;Nadia Benali;Luc Fournier",
    "es": "Carmen Iriarte;Joaquín Rueda;Lola Santos;Ramiro Vega",
}
FIRMS = "Acme Freight;Northwind;Contoso Rail;Lumen Foods;Veldkamp;Harbour & Sons;Brightmoor Care"
ROLES = "Head of Operations;Plant Manager;CFO;Lead Nurse;Data Engineer;Buyer"
ME = "Sam Verhoeven;Jo Lindley;Amal Farah;Noor Jansen"
TOLD = (
    ("You have not run an automated warehouse.", "Utrecht", "Two unions and little time",
     "Moved {a} lines to automated picking in {b} weekends", "errors from {high}% to {low}.5%"),
    ("We lose customers at renewal.", "Leeds", "", "I called {a} clients myself and rewrote {b} contracts",
     "saved €{high}.{low} million"),
    ("Hiring takes us for ever.", "Lyon", "A third of the drivers had given notice",
     "we hired {a} engineers in {b} weeks", "turnover fell to {low} percent"),
    ("The audit worries me.", "Porto", "The site could not close", "Closed {a} audit findings with a team of {b}",
     "the certificate came in May 2022"),
)  # fmt: skip
TOPICS = {
    "en": ("the night shift", "the plant in Gdansk", "the second site"),
    "de": ("die Nachtschicht", "das Werk in Gdansk", "die Einarbeitung"),
    "fr": ("l’équipe de nuit", "le site de Gdansk", "la formation"),
    "es": ("el turno de noche", "la planta de Gdansk", "la formación"),
}


def by_hand(part: str = "") -> Iterator[Whole]:
    """The sound letters of the corpus; `part` is open or closed, empty for both."""
    for language in LANGUAGES:
        for line in (CORPUS / f"sound-{language}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if not part or row["part"] == part:
                yield _of_row(row)


def _of_row(row: dict[str, Any]) -> Whole:
    given = row["facts"]
    facts = (*(one["text"] for one in given["facts"]), given["date"], given["to"].get("title", ""))
    people = (given["to"]["name"], given["from"]["name"])
    firms = tuple(filter(None, (given["to"].get("company", ""),)))
    return Whole(row["id"], row["language"], row["body"], facts, people, firms, row)


def composed(how_many: int, first: int = 0) -> Iterator[Whole]:
    """Letters of our own composer, the same for the same numbers, half of them in English."""
    for seed in range(first, first + how_many):
        draft, brief = _draft(seed)
        facts = (
            *(f"{one.text} {one.source}" for one in draft.facts),
            brief.role,
            brief.today.isoformat(),
        )
        yield Whole(
            f"c-{seed}",
            draft.language,
            draft.body,
            facts,
            (brief.to.name, brief.me),
            (brief.company,),
            draft,
        )


def _draft(seed: int) -> tuple[Draft, Brief]:
    rnd = random.Random(seed)
    language = "en" if seed % 2 == 0 else ("de", "fr", "es")[seed // 2 % 3]
    quote, title, challenge, action, result = rnd.choice(TOLD)
    a, b = rnd.sample(range(11, 90), 2)
    low, high = sorted(rnd.sample(range(2, 60), 2))
    told = {"a": a, "b": b, "low": low, "high": high}
    story = Story("s", title, challenge, action.format(**told), result.format(**told))
    person = Person("p", rnd.choice(PEOPLE[language].split(";")))
    topic = rnd.choice(TOPICS[language])
    kinds = (RemarkKind.DOUBT, RemarkKind.CHALLENGE, RemarkKind.FIRST_PRIORITY)
    remarks = (
        [Remark(f"r{i}", kind, quote, "p") for i, kind in enumerate(kinds)]
        if language == "en"
        else []
    )
    talk = datetime(2026, 2, rnd.randint(1, 24), 10, tzinfo=UTC)
    happened = [Happening("e", talk, Deed.INTERVIEW, who="p", promised=date(2026, 2, 27))]
    kind = rnd.choice(LONG if language == "en" else SHORT)
    if kind in (K.GRACE_NOTE, K.REOPEN_LETTER, K.ADVICE_REQUEST, K.CALL_REQUEST, K.TRIGGER_NOTE):
        no = (ReasonSeen("R03", "more depth in automation"),)
        happened.append(
            Happening("n", datetime(2026, 3, 2, 10, tzinfo=UTC), MailKind.REJECTION, reasons=no)
        )
    brief = Brief(
        kind,
        person,
        rnd.choice(ME.split(";")),
        rnd.choice(FIRMS.split(";")),
        rnd.choice(ROLES.split(";")),
        date(2026, 3, 3),
        (*remarks, Remark("t", RemarkKind.TOPIC, topic, "p")),
        (story,),
        tuple(happened),
        language,
    )
    return compose(brief), brief
