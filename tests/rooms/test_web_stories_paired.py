"""The stories, the ledger and the advice pair words and stories alike; what is paired lacks no answer."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from afterword.casebook.models import Case, Remark, Story
from afterword.counsel.watching import tied
from afterword.desk.cases import doubting
from afterword.desk.letters.answered import met_by, paired

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
AGO = NOW - timedelta(days=20)
ROSTER = "The weekend roster falls apart every second week"
DOUBT = "I am not convinced that you can hold a roster together."
DANISH = "You speak no Danish, and the roster desk does."


def case_with_words(account: uuid.UUID) -> Case:
    case = Case.open(account=account, company="Norlund Dairy", role="Shift Lead", since=AGO, at=AGO)
    for kind, quote in (("challenge", ROSTER), ("doubt", DOUBT), ("doubt", DANISH)):
        Remark.note(case=case, kind=kind, quote=quote, at=AGO, on=AGO.date(), by_name="Ida Holm")
    return case


def test_one_pairing_on_every_page(web: Any, account: uuid.UUID) -> None:
    case = case_with_words(account)
    story = Story.tell(
        account=account,
        title="A roster that held",
        at=AGO,
        challenge="The weekend roster broke each fortnight.",
        action="Wrote the roster three weeks ahead with the drivers.",
        result="Sick leave fell from 11 to 6 per cent.",
    )
    ledger = {
        one.heard.remark.quote: one.heard.proof.story.id if one.heard.proof else ""
        for one in doubting.ledger(account, NOW).doubts
    }
    assert ledger == {DOUBT: str(story.pk), DANISH: ""}
    assert met_by(case.as_file(NOW)) == {DOUBT: str(story.pk)}
    page = web.visitor(account).get("/stories/").content.decode()
    card, rest = page.split("Still without an answer")
    assert ROSTER in card and DOUBT in card and DANISH not in card
    assert DANISH in rest and ROSTER not in rest and DOUBT not in rest


def test_without_a_story_all_of_it_waits(web: Any, account: uuid.UUID) -> None:
    case_with_words(account)
    rest = web.visitor(account).get("/stories/").content.decode().split("Still without an answer")
    assert all(quote in rest[1] for quote in (ROSTER, DOUBT, DANISH))


def test_a_sign_names_the_story_of_the_ledger(account: uuid.UUID) -> None:
    case = case_with_words(account)
    Story.tell(
        account=account, title="A roster that held", at=AGO, action="Wrote the roster with them.",
        challenge="The weekend roster broke each fortnight.", result="Sick leave fell to 6 per cent.",
    )  # fmt: skip
    file = paired({case.pk: case.as_file(NOW)})[case.pk]
    held = tied(file, NOW)
    assert held.doubt is not None and held.story is not None
    assert (held.doubt.quote, held.story.title) == (DOUBT, "A roster that held")
    bare = tied(case.as_file(NOW), NOW)
    assert bare.story is None
