"""A letter once more before it goes, at the desk, in the browser and in the terminal."""

from __future__ import annotations

import json
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from afterword import terms
from afterword.casebook.manner import Manner
from afterword.casebook.models import (
    Case,
    Comment,
    Company,
    Interview,
    Letter,
    Person,
    Remark,
    Seat,
    Story,
    Waiver,
)
from afterword.casebook.undo import undo_last
from afterword.desk.letters import correspondence, manner, second_eyes
from afterword.errors import UserError
from afterword.faces.reading_out import Lent

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    case = Case.open(account=account, company="Acme Freight", role="Head of Operations", at=NOW)
    dana = Person.add(
        account=account, name="Dana Reyes", email="d@acme.example", company=case.company, at=NOW
    )
    Seat.give(case=case, person=dana, at=NOW, part="hiring_manager")
    Interview.hold(case=case, when=NOW - timedelta(days=1), people=[dana], at=NOW)
    Remark.note(
        case=case,
        kind="doubt",
        quote="You have not run an automated warehouse.",
        person=dana,
        at=NOW,
    )
    return case


def drawn(case: Case, at: datetime = NOW) -> Any:
    person = Person.objects.get(account=case.account)
    return correspondence.draft(case, "influence_letter", now=at, person=person)


def test_without_a_story_it_asks_and_three_lines_fill_the_hole(case: Case) -> None:
    letter = drawn(case)
    row = second_eyes.look(letter, now=NOW).answered[0]
    assert row.story is None and "a time you" in letter.text
    remark = Remark.objects.get(case=case)
    with pytest.raises(UserError, match="what came of it"):
        second_eyes.tell(letter, remark, challenge="Two unions", action="", result="", now=NOW)
    second_eyes.tell(
        letter,
        remark,
        challenge="Two unions and no day to close",
        action="Moved 14 lines to automated picking",
        result="Errors fell to 0.4%",
        now=NOW,
    )
    letter.refresh_from_db()
    assert "14 lines" in letter.text and "showed otherwise" not in letter.text
    row = second_eyes.look(letter, now=NOW).answered[0]
    assert row.story is not None and row.why == "you chose this story for it"


def test_words_of_the_user_are_not_drawn_over(case: Case) -> None:
    letter = drawn(case)
    correspondence.edit(letter, now=NOW, text="Dear Dana,\n\nMy own words.\n\nSam")
    remark = Remark.objects.get(case=case)
    second_eyes.tell(letter, remark, challenge="", action="Did 14 lines", result="done", now=NOW)
    letter.refresh_from_db()
    assert letter.text == "Dear Dana,\n\nMy own words.\n\nSam"


def test_it_rests_and_the_rest_is_overruled_with_a_reason_and_back(case: Case) -> None:
    letter = drawn(case)
    eyes = second_eyes.look(letter, now=NOW)
    assert eyes.rest.until is not None and not eyes.rest.over and eyes.waiver is None
    for _ in range(2):
        Waiver.give(letter=letter, why="They asked for it today", at=NOW)
    assert Waiver.objects.count() == 1
    found = second_eyes.look(letter, now=NOW).waiver
    assert found is not None and found.why == "They asked for it today"
    found.take_back(at=NOW)
    assert second_eyes.look(letter, now=NOW).waiver is None


def test_what_changed_since_last_night_is_told(case: Case) -> None:
    evening, night, morning = (NOW + timedelta(hours=h) for h in (8, 12, 24))
    letter = drawn(case, evening)
    first = letter.text
    correspondence.edit(letter, now=night, text=first.replace("twenty minutes", "half an hour"))
    slept_on = letter.text
    correspondence.edit(letter, now=morning, text=slept_on + "\n\nPS: the plan.")
    correspondence.edit(letter, now=morning, text=slept_on + "\n\nPS: the plan for June.")
    assert second_eyes.text_at(letter, night + timedelta(hours=6)) == slept_on
    told = second_eyes.look(letter, now=morning + timedelta(hours=1)).changes
    assert [c.after for c in told if c.how != "kept"] == ["PS: the plan for June."]


def test_comments_come_back_once_and_stand_beside_their_sentence(case: Case) -> None:
    letter = drawn(case)
    sentence = correspondence.draft_of(letter).sentences[0].text
    back = f"Comments on a letter\nFrom: Jo\n\n1> {sentence[:30]}…\nWarmer, please.\n"
    assert second_eyes.bring_back(letter, back, now=NOW) == 1
    assert second_eyes.bring_back(letter, back, now=NOW) == 0
    beside = second_eyes.look(letter, now=NOW).comments[0]
    assert (beside.sentence, beside.comment.by_name, beside.moved) == (sentence, "Jo", False)
    beside.comment.settle(at=NOW)
    assert Comment.objects.get().done_at == NOW
    with pytest.raises(UserError, match="no comment"):
        second_eyes.bring_back(letter, "   ", now=NOW)


def test_a_colleague_reads_another_story(case: Case) -> None:
    """No shared runs in one panel, as far as other stories answer it too."""
    for title in ("Utrecht", "Ghent"):
        Story.tell(
            account=case.account,
            title=title,
            action=f"I automated the warehouse of {title} in 9 weekends",
            result="errors fell to 0.4%",
            at=NOW,
        )
    piet = Person.add(account=case.account, name="Piet Maes", company=case.company, at=NOW)
    Seat.give(case=case, person=piet, at=NOW)
    told = {}
    for person in Person.objects.filter(account=case.account):
        letter = correspondence.draft(case, "influence_letter", now=NOW, person=person)
        told[person.name] = {
            fact
            for sentence in letter.draft["sentences"]
            for fact in sentence.get("facts", ())
            if fact.startswith("story:")
        }
    assert told["Dana Reyes"] and told["Piet Maes"]
    assert not told["Dana Reyes"] & told["Piet Maes"]


def test_how_they_write_is_counted_once_and_used(account: uuid.UUID, case: Case, web: Any) -> None:
    for i in range(4):
        body = f"Hi Person{i},\n\nI'm glad to come. It's near. I don't mind. I'd say yes.\n\nCheers,\nSam"
        web.message(account, None, "other_job", direction="out", body=body)
    first = manner.voice(account, now=NOW)
    assert first is not None and (first.greeting, first.sign_off) == ("Hi", "Cheers")
    assert manner.voice(account, now=NOW) == first and first.letters == 4
    assert drawn(case).text.startswith("Hi Dana,")
    Manner.of(account, at=NOW).say(at=NOW, greeting="Hello")
    assert correspondence.compose(
        case, terms.LetterKind.THANK_YOU, now=NOW, person=Person.objects.get(account=account)
    ).greeting.startswith("Hello")
    Manner.of(account, at=NOW).forget(at=NOW)
    assert manner.voice(account, now=NOW) is None


def asked(url: str, data: dict[str, str] | None = None, **headers: str) -> tuple[int, str]:
    body = urlencode(data).encode() if data is not None else None
    try:
        with urlopen(Request(url, body, headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as problem:
        return problem.code, problem.read().decode()


def test_a_letter_lent_on_the_network_knows_one_page_and_ends() -> None:
    taken: list[dict[str, str]] = []

    def take(fields: dict[str, str]) -> int:
        taken.append(fields)
        return 1

    lent = Lent(lambda post: f"<p>the letter, {post}</p>", take, host="127.0.0.1", port=0)
    thread = threading.Thread(target=lent.lend, args=(60,), daemon=True)
    thread.start()
    home = f"http://127.0.0.1:{lent.port}"
    assert asked(home + lent.path) == (200, f"<p>the letter, {lent.path}</p>")
    for other in ("/", "/read/", "/read/guess/", "/letters/", lent.path + "x"):
        assert asked(home + other)[0] == 404
    assert asked(home + lent.path, {"c1": "Good."})[0] == 200
    assert asked(home + lent.path, {"c1": "No."}, Origin="http://evil.example")[0] == 403
    assert asked(home + lent.path, {"c1": "x" * 300_000})[0] == 413
    assert taken == [{"c1": "Good."}] and lent.comments == 1
    lent.take_back()
    thread.join(10)
    assert not thread.is_alive()


def test_what_a_friend_filled_in_is_kept(case: Case) -> None:
    letter = drawn(case)
    fields = {"by": "Jo", "c0": "Shorter.", "c1": "Warm.", "c99": "nothing there"}
    assert second_eyes.hand_over(letter, fields, now=NOW) == 2
    assert second_eyes.hand_over(letter, {"by": "Jo"}, now=NOW) == 0
    assert {c.text for c in Comment.objects.all()} == {"Shorter.", "Warm."}


def test_the_terminal(
    account: uuid.UUID,
    case: Case,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: Any,
) -> None:
    from types import SimpleNamespace

    from afterword.faces.cli import house, main

    monkeypatch.setattr(house, "open_house", lambda *_: SimpleNamespace(id=account))
    assert main(["letter", "influence_letter", "--case", str(case.pk), "--keep", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["answers"][0]["asks"] == ["challenge", "action", "result"]
    assert all({"text", "facts", "hole"} <= set(s) for s in made["sentences"])
    letter = made["letter"]
    assert main(["friend", letter, "--file", str(tmp_path / "jo.html")]) == 0
    assert "connect-src 'none'" in (tmp_path / "jo.html").read_text("utf-8")
    (tmp_path / "back.txt").write_text("From: Jo\n\n1>\nWarm.\n", "utf-8")
    assert main(["friend", letter, "--comments", str(tmp_path / "back.txt")]) == 0
    capsys.readouterr()
    assert main(["friend", letter, "--json", "--let-go", "today"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rest"]["overruled"] == "today" and told["comments"][0]["by"] == "Jo"
    assert main(["friend", str(uuid.uuid4())]) == 1
    assert (
        main(["voice", "--set", "greeting=Hi", "--set", "avoided=delighted, keen", "--json"]) == 0
    )
    assert json.loads(capsys.readouterr().out.strip())["avoided"] == ["delighted", "keen"]
    assert main(["voice", "--set", "colour=red"]) == 1
    formal = ["letter", "thank_you", "--case", str(case.pk), "--tone", "formal"]
    assert main(formal) == 0 and "Yours sincerely" in capsys.readouterr().out


@pytest.fixture
def terminal(
    account: uuid.UUID, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Any:
    """A command in the terminal: its code, and what it printed."""
    from types import SimpleNamespace

    from afterword.faces.cli import house, main

    monkeypatch.setattr(house, "open_house", lambda *_: SimpleNamespace(id=account))

    def run(*words: str) -> tuple[int, str]:
        code = main(list(words))
        out = capsys.readouterr()
        return code, out.out + out.err

    return run


def test_what_the_terminal_prints_is_what_it_keeps(case: Case, terminal: Any) -> None:
    asked = ("letter", "status_nudge", "--case", str(case.pk), "--keep", "--json")
    english = json.loads(terminal(*asked)[1])
    german = json.loads(terminal(*asked, "--language", "de")[1])
    assert german["body"] != english["body"] and german["letter"] == english["letter"]
    letter = Letter.objects.get(pk=german["letter"])
    assert letter.text == german["body"] and letter.draft["language"] == "de"
    formal = json.loads(terminal(*asked, "--tone", "formal")[1])
    letter.refresh_from_db()
    assert letter.text == formal["body"] and letter.edited_at is None
    undo_last(account=case.account, at=NOW)
    letter.refresh_from_db()
    assert letter.text == german["body"]


def test_a_letter_with_the_users_own_words_is_not_written_over(case: Case, terminal: Any) -> None:
    asked = ("letter", "status_nudge", "--case", str(case.pk), "--keep", "--json")
    letter = Letter.objects.get(pk=json.loads(terminal(*asked)[1])["letter"])
    letter.edit(at=NOW, text="Dear Dana,\n\nMine.\n\nSam")
    code, said = terminal(*asked, "--language", "de")
    assert code == 1 and str(letter.pk) in said and "stays as it is" in said
    letter.refresh_from_db()
    assert letter.text == "Dear Dana,\n\nMine.\n\nSam"


def test_of_two_namesakes_the_terminal_asks_which(case: Case, terminal: Any) -> None:
    for firm, email in (("Boro", "kim@boro.example"), ("Cole", "kim@cole.example")):
        company = Company.add(account=case.account, name=firm, at=NOW)
        Person.add(account=case.account, name="Kim Lee", email=email, company=company, at=NOW)
    asked = ("letter", "status_nudge", "--case", str(case.pk), "--json", "--to")
    code, said = terminal(*asked, "Kim Lee")
    assert code == 1
    assert "Kim Lee at Boro <kim@boro.example>" in said
    assert "Kim Lee at Cole <kim@cole.example>" in said
    code, said = terminal(*asked, "kim@cole.example")
    assert code == 0 and json.loads(said)["to"]["email"] == "kim@cole.example"
    # Who sits in the case is meant before a stranger of the same name.
    Seat.give(case=case, person=Person.objects.get(addresses__email="kim@boro.example"), at=NOW)
    code, said = terminal(*asked, "Kim Lee")
    assert code == 0 and json.loads(said)["to"]["email"] == "kim@boro.example"
