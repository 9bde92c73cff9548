"""After two questions without an answer a third is warned of, on the page and in the terminal (E29)."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from afterword.casebook.decision import Standing
from afterword.casebook.models import Case, Person, Profile, Seat
from afterword.desk.letters import correspondence, margin
from afterword.faces.cli import main

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


@pytest.fixture
def case(account: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> Case:
    from afterword.faces.cli import house

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=account))
    Profile.of(account, at=NOW).describe(name="Sam Porter", at=NOW)
    since = NOW - timedelta(days=60)
    case = Case.open(account=account, company="Firm", role="Planner", since=since, at=NOW)
    ada = Person.add(account=account, name="Ada Reed", email="ada@firm.example", at=NOW)
    Seat.give(case=case, person=ada, part="hiring_manager", since=since, at=NOW)
    return case


def stands(case: Case, nudges: int, state: str = "soft_closed") -> Case:
    Standing.objects.filter(case=case).delete()
    Standing.objects.create(
        account=case.account, entered_at=NOW, at=NOW, case=case, state=state, seen_state=state,
        nudges=nudges,
    )  # fmt: skip
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("nudges", "kind", "warned"),
    [
        (1, "status_nudge", False),
        (2, "status_nudge", True),
        (2, "final_nudge", True),
        (2, "thank_you", False),
    ],
)
def test_a_third_question_is_warned_of(case: Case, nudges: int, kind: str, warned: bool) -> None:
    case = stands(case, nudges)
    assert bool(margin.asked_enough(case, kind)) is warned
    letter = correspondence.draft(case, kind, now=NOW)
    noted = [one.rule for one in correspondence.page(letter, now=NOW).findings]
    assert ("asked_enough" in noted) is warned


def test_the_terminal_says_it_before_the_letter(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words stay the user's to send: it warns, and drafts all the same (contract, ruling 4)."""
    stands(case, 2)
    assert main(["letter", "status_nudge", "--case", str(case.pk)]) == 0
    said = capsys.readouterr().out
    assert said.index("You have asked here twice") < said.index("Subject:")
    assert main(["letter", "status_nudge", "--case", str(case.pk), "--json"]) == 0
    assert "twice" in json.loads(capsys.readouterr().out)["caution"]
    stands(case, 1)
    assert main(["letter", "status_nudge", "--case", str(case.pk)]) == 0
    assert "twice" not in capsys.readouterr().out
