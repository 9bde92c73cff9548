"""The terminal: shapes of the contract, plain words, honest exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from afterword.casebook.models import Message
from afterword.faces.cli import main

MAIL = """From: Jo Field <jo@northgate-stores.example>
To: Sam Reed <sam@home.example>
Subject: Store Planner
Message-ID: <one@northgate-stores.example>
Date: {date}

Dear Sam,

Thank you for coming in on Thursday. We have decided not to take your application further;
we chose someone who has run a planogram team.

Kind regards
Jo Field
Northgate Stores
"""
READ_KEYS = {
    "id", "source", "date", "direction", "language", "text", "kind", "certainty", "company", "role",
    "people", "reasons", "hand", "reply_possible", "promised_date", "invitation", "stop",
    "evidence", "errors",
}  # fmt: skip
CASE_KEYS = {
    "id", "company", "role", "state", "stage", "outcome", "band", "opened", "last_word",
    "message_ids", "people", "doubts", "invitation", "stop", "promised_dates", "reply_possible",
    "next",
}  # fmt: skip
DECIDE_KEYS = {
    "band", "fight", "warm", "reasons", "unknown", "next_question", "next_step", "would_change",
    "gates",
}  # fmt: skip


@pytest.fixture
def old_no(tmp_path: Path) -> Path:
    path = tmp_path / "no.eml"
    path.write_text(MAIL.format(date="Mon, 02 Mar 2026 09:12:00 +0000"), "utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_read_prints_the_shape_of_the_contract(
    old_no: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = printed(capsys, "read", str(old_no), "--json", "--me", "sam@home.example")
    one = json.loads(out)
    assert code == 0 and set(one) == READ_KEYS
    assert (one["id"], one["direction"]) == ("one@northgate-stores.example", "in")
    assert one["kind"] == "rejection" and one["reply_possible"] is True
    assert one["text"].startswith("Store Planner\n\n")
    for piece in one["evidence"]:
        assert one["text"][piece["start"] : piece["end"]] == piece["text"]


def test_read_without_json_shows_the_words_that_led_to_it(
    old_no: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = printed(capsys, "read", str(old_no))
    assert "rejection" in out and "“" in out and "Nothing was kept." in out


def test_what_is_no_mailbox_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    code, out, err = printed(capsys, "read", str(picture))
    assert code == 1 and out == "" and err.startswith("afterword: ") and "Traceback" not in err


def test_reading_one_mail_needs_no_database(old_no: Path) -> None:
    """`afterword read one.eml` starts without Django and writes nothing anywhere."""
    program = (
        "import sys; from afterword.faces.cli import main; "
        f"main(['read', {str(old_no)!r}, '--json']); "
        "print([m for m in sys.modules if m.split('.')[0] == 'django'], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_decide_prints_the_shape_and_the_scores_of_the_contract(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    jill = {"F1": -0.8, "F3": -1, "F4": 1, "F5": 1, "F8": 1, "F9": 1, "F10": 0.5,
                "W1": 1, "W2": 0.5, "W4": 1, "W5": 1, "W6": 1, "W7": 1}  # fmt: skip
    monkeypatch.setattr(sys, "stdin", StringIO(json.dumps(jill)))
    code, out, _ = printed(capsys, "decide", "--json")
    one = json.loads(out)
    assert code == 0 and set(one) == DECIDE_KEYS
    assert (one["fight"]["score"], one["warm"]["score"], one["band"]) == (4.0, 18.0, "keep_warm")
    assert set(one["next_step"]) == {"who", "what", "when"} and all(one["next_step"].values())


@pytest.mark.parametrize(
    ("given", "says"),
    [("[1]", "object"), ("{", "JSON"), ('{"F1": 3}', "F1"), ('{"F77": 1}', "F77")],
)
def test_decide_refuses_what_it_cannot_use(
    given: str, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(given))
    code, _, err = printed(capsys, "decide")
    assert code == 1 and says in err


@pytest.fixture
def cases(
    old_no: Path, capsys: pytest.CaptureFixture[str], db: Any
) -> Callable[..., list[dict[str, Any]]]:
    code, out, _ = printed(capsys, "import", str(old_no))
    assert code == 0 and "1 mail read" in out

    def ask(*words: str) -> list[dict[str, Any]]:
        return json.loads(printed(capsys, "cases", "--json", *words)[1])

    return ask


def test_cases_keep_the_shape_and_travel_in_time(cases: Callable[..., Any]) -> None:
    (one,) = cases()
    assert set(one) == CASE_KEYS
    assert (one["state"], one["outcome"]) == ("closed", "rejected")
    assert set(one["next"]) == {"play", "when", "who", "why", "question"}
    assert cases("--at", "2026-03-01") == []
    assert cases("--at", "2026-03-02")[0]["outcome"] == "rejected"


def test_the_same_mail_twice_changes_nothing(
    cases: Callable[..., Any], old_no: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = cases()
    _, out, _ = printed(capsys, "import", str(old_no))
    assert "Nothing new" in out and cases() == before


def test_a_letter_tells_each_sentence_and_its_facts(
    cases: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = cases()
    code, out, _ = printed(capsys, "letter", "grace_note", "--case", one["id"], "--json")
    letter = json.loads(out)
    assert code == 0 and letter["subject"] and letter["body"].count("\n\n") >= 2
    assert {"text", "facts", "hole"} == set(letter["sentences"][0])
    known = {fact["id"] for fact in letter["facts"]}
    assert all(set(s["facts"]) <= known for s in letter["sentences"])


def test_a_letter_says_that_one_of_theirs_lies_unopened(
    cases: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = cases()
    _, quiet, _ = printed(capsys, "letter", "grace_note", "--case", one["id"])
    assert "unopened" not in quiet
    now = datetime.now(UTC)
    Message.objects.update(at=now, entered_at=now)
    _, out, _ = printed(capsys, "letter", "grace_note", "--case", one["id"])
    assert "a letter of theirs lies unopened" in out


def test_a_letter_that_does_not_exist_is_refused(
    cases: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = printed(capsys, "letter", "begging", "--case", cases()[0]["id"])
    assert code == 1 and "grace_note" in err


def test_today_and_the_doctor_speak_plainly(
    cases: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = printed(capsys, "today")
    assert ("REJECTED" not in out and "Northgate" in out) or "Nothing to do today" in out
    code, out, _ = printed(capsys, "doctor")
    assert code == 0 and "1 mail about jobs in 1 process\n" in out


def test_an_empty_house_says_what_to_do_first(db: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert "afterword import PATH" in printed(capsys, "today")[1]
    assert "afterword import PATH" in printed(capsys, "cases")[1]
