"""The pages round a talk, of own plays and of a firm's place; and their commands."""

from __future__ import annotations

import html
import json
import re
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.looking_back import IfThen
from afterword.casebook.models import Case, Company, Interview, Letter, Person, Remark, Seat
from afterword.casebook.own_plays import OwnPlays
from afterword.desk import morning
from afterword.desk.cases import talking
from afterword.desk.mail import sending
from afterword.desk.you import playbook
from afterword.faces.cli import main

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
PLAYS = "/settings/plays/"
SOUND = """[[play]]
id = "P04"
off = true

[[play]]
id = "C1"
situation = "After the panel"
after = "interview"
latest = 40
does = "Send the one-page plan"
guardrail = "One page"
stop = "One"
"""


@pytest.fixture
def talk(account: uuid.UUID) -> Case:
    """A case with a talk tomorrow and a person who decides."""
    case = Case.open(account=account, company="Acme", role="Head of Supply", at=NOW)
    who = Person.add(account=account, name="Dana Reyes", company=case.company, at=NOW)
    Seat.give(case=case, person=who, at=NOW, part="hiring_manager")
    Interview.hold(case=case, when=NOW + timedelta(hours=30), people=[who], at=NOW)
    morning.plan_case(case, NOW)
    return Case.objects.for_list().get(pk=case.pk)


def text(page: Any) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode()))


def page_of(client: Client, case: Case) -> str:
    return text(client.get(reverse("web:case", args=[case.pk])))


def test_before_a_talk_the_soft_questions_stand_on_the_case(client: Client, talk: Case) -> None:
    """P01, E27: the soft forms stand open, the plain ones folded away under their own name."""
    shown = page_of(client, talk)
    soft = shown.index("Is there anything you would like me to expand on")
    assert soft < shown.index("Plainer, if they invite it") < shown.index("gives you pause")
    assert "who decides in the end" not in shown  # Dana decides, and that is known
    Remark.note(case=talk, kind="doubt", quote="too local", at=NOW)
    assert "gives you pause" not in page_of(client, talk)


def test_a_plan_for_a_no_is_written_kept_and_shown(client: Client, talk: Case) -> None:
    """P02, E33: in the user's own words; nothing is filled in for them."""
    url = reverse("web:case-plan", args=[talk.pk])
    assert "<textarea" in client.get(url).content.decode()
    blank = re.search(r"<textarea[^>]*>([^<]*)</textarea>", client.get(url).content.decode())
    assert blank is not None and blank[1].strip() == ""
    assert client.post(url, {"then": ""}).status_code == 422
    done = client.post(url, {"then": "I walk by the river", "second_target": "Northgate"})
    assert done.status_code == 303
    assert IfThen.objects.get(case=talk).then == "I walk by the river"
    shown = page_of(client, talk)
    assert "I walk by the river" in shown and "Northgate" in shown
    client.post(url, {"then": "I rest"})
    assert IfThen.objects.filter(case=talk).count() == 1
    assert client.post("/undo").status_code == 303
    assert IfThen.objects.get(case=talk).then == "I walk by the river"


def test_after_the_talk_the_case_asks_for_notes_until_they_are_in(
    client: Client, account: uuid.UUID
) -> None:
    """P03: a debrief with notes alone is a debrief."""
    case = Case.open(account=account, company="Beta", at=NOW)
    talk = Interview.hold(case=case, when=NOW - timedelta(minutes=40), at=NOW)
    morning.plan_case(case, NOW)
    fresh = Case.objects.for_list().get(pk=case.pk)
    if talk.at.date() == NOW.date():
        assert fresh.move.play == "P03"
    assert "Note how it went" in page_of(client, fresh)
    talk.debrief(note="They asked about ports", at=NOW)
    morning.plan_case(case, NOW)
    assert Case.objects.for_list().get(pk=case.pk).move.play != "P03"
    assert talking.round_a_talk(fresh, NOW).to_note is None


def test_what_is_wrong_stands_beside_its_line_and_nothing_is_kept(
    client: Client, account: uuid.UUID
) -> None:
    wrong = SOUND.replace("latest = 40", "latest = 400")
    for do in ("try", "use"):
        page = client.post(PLAYS, {"text": wrong, "do": do})
        assert page.status_code == 422
        shown = text(page)
        assert "Line 9" in shown and "latest = 400" in shown and "0 to 90" in shown
        assert 'role="alert"' in page.content.decode()
        assert "latest = 400" in page.content.decode().split("<textarea")[1]
    assert not OwnPlays.objects.filter(account=account).exists()


def test_a_text_is_tried_before_it_counts(client: Client, account: uuid.UUID, web: Any) -> None:
    case = web.full(account)
    assert playbook.own_plays(account, NOW).playbook()[3].id == "P04"
    tried = client.post(PLAYS, {"text": SOUND, "do": "try"})
    shown = text(tried)
    assert tried.status_code == 200
    assert "C1" in shown and "does not come up any more" in shown and "nothing was kept" in shown
    assert not OwnPlays.objects.filter(account=account).exists()
    used = client.post(PLAYS, {"text": SOUND, "do": "use"})
    assert used.status_code == 303
    assert playbook.text_of(account) == SOUND
    assert "C1" in text(client.get(PLAYS)) and "left out by you" in text(client.get(PLAYS))
    assert case.pk


def test_the_plan_of_the_morning_goes_by_the_own_plays(account: uuid.UUID) -> None:
    """A play left out is not proposed, and the case asks for what comes next instead."""
    case = Case.open(account=account, company="Acme", at=NOW)
    who = Person.add(
        account=account, name="Dana", email="d@acme.example", company=case.company, at=NOW
    )
    Seat.give(case=case, person=who, at=NOW, part="hiring_manager")
    Interview.hold(case=case, when=NOW - timedelta(days=1), people=[who], at=NOW, stage="applied")
    morning.plan_case(case, NOW)
    assert Case.objects.for_list().get(pk=case.pk).move.play == "P04"
    changed = playbook.use(account, SOUND, datetime.now(UTC))
    assert {one.id for one in changed} == {"C1", "P04"}
    morning.plan(account, datetime.now(UTC))
    assert Case.objects.for_list().get(pk=case.pk).move.play == "P05"


def test_where_a_firm_is_can_be_said_and_is_checked(client: Client, talk: Case) -> None:
    """L01, 3.2: the region counts; what cannot be looked up is told with what would be taken."""
    url = reverse("web:case-place", args=[talk.pk])
    wrong = client.post(url, {"country": "Ontario", "sector": ""})
    assert wrong.status_code == 422
    unknown = client.post(url, {"country": "CA-XX", "sector": ""})
    assert unknown.status_code == 422 and "CA-ON" in text(unknown)
    assert client.post(url, {"country": "ca-on", "sector": "government"}).status_code == 303
    firm = Company.objects.get(pk=talk.company_id)
    assert (firm.country, firm.sector) == ("CA-ON", "government")
    assert (
        talk.as_file(datetime.now(UTC)).country == "CA-ON"
        or Case.objects.get(pk=talk.pk).as_file(datetime.now(UTC)).country == "CA-ON"
    )


def test_an_address_tells_the_country_until_somebody_says_it(account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Werk", at=NOW)
    who = Person.add(account=account, name="Jan", email="jan@werk.de", company=case.company, at=NOW)
    Seat.give(case=case, person=who, at=NOW, part="hiring_manager")
    later = datetime.now(UTC)
    assert Case.objects.get(pk=case.pk).as_file(later).country == "DE"
    case.company.describe(country="AT", at=NOW)
    assert Case.objects.get(pk=case.pk).as_file(later).country == "AT"


def test_an_agency_s_address_tells_nothing_of_the_firm(account: uuid.UUID) -> None:
    case = Case.open(account=account, company="Werk", at=NOW)
    who = Person.add(account=account, name="Abe", email="abe@agency.de", at=NOW)
    Seat.give(case=case, person=who, at=NOW, part="recruiter_agency")
    assert Case.objects.get(pk=case.pk).as_file(datetime.now(UTC)).country == ""


def test_the_letter_says_when_it_is_likely_to_be_read(client: Client, talk: Case) -> None:
    who = talk.seats.get().person
    letter = Letter.draw(case=talk, person=who, kind="thank_you", text="Dear Dana,", at=NOW)
    url = reverse("web:letter", args=[letter.pk])
    assert "read" not in text(client.get(url)).split("Copy")[1].split("Change the words")[0]
    talk.company.describe(country="JP", at=NOW)
    shown = text(client.get(url))
    assert "Likely to be read" in shown or "a good hour there now" in shown


# ── commands ────────────────────────────────────────────────────────────────


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(SOUND, "utf-8")
    bad.write_text(SOUND.replace("stop", "stopp"), "utf-8")
    return str(good), str(bad)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_the_command_checks_a_file_and_uses_it_only_when_asked(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = files
    code, out, _ = printed(capsys, "plays", "--check", bad)
    assert code == 1 and "Line 12" in out and "Did you mean “stop”?" in out
    code, out, err = printed(capsys, "plays", "--use", bad)
    assert code == 1 and "Line 12" in err and "Nothing was changed" in err
    code, out, _ = printed(capsys, "plays", "--check", good)
    assert code == 0 and "C1" in out and "--use" in out
    assert "C1" not in printed(capsys, "plays", "--json")[1]
    assert printed(capsys, "plays", "--use", good)[0] == 0
    shown = json.loads(printed(capsys, "plays", "--json")[1])
    assert [one["id"] for one in shown if one["own"] == "new"] == ["C1"]
    assert "P04" not in {one["id"] for one in shown}
    code, out, _ = printed(capsys, "plays")
    assert "left out by you: P04" in out and "[your own]" in out
    code, _, err = printed(capsys, "plays", "--check", "nowhere.toml")
    assert code == 1 and "nowhere.toml" in err


def test_the_command_round_a_talk(capsys: pytest.CaptureFixture[str]) -> None:
    from afterword.faces.cli.house import open_house

    account = open_house().id
    case = Case.open(account=account, company="Acme", role="Buyer", at=NOW)
    Interview.hold(case=case, when=NOW + timedelta(days=2), at=NOW)
    code, out, _ = printed(capsys, "talk", "--case", str(case.pk), "--json")
    one = json.loads(out)
    assert code == 0 and one["ask"][0]["id"] == "first" and one["if_then"] is None
    assert one["if_then_is_due"] is True and not one["ask"][-1]["soft"]
    code, out, _ = printed(capsys, "talk", "--case", str(case.pk), "--if-no", "I rest on Sunday")
    assert code == 0 and "I rest on Sunday" in out
    assert IfThen.objects.get(case=case).then == "I rest on Sunday"


def test_a_person_may_live_elsewhere_than_the_firm(client: Client, talk: Case) -> None:
    """3.2: sending hours go by the person's own place; the firm's stands in for it."""
    who = talk.seats.get().person
    talk.company.describe(country="DE", at=NOW)
    letter = Letter.draw(case=talk, person=who, kind="thank_you", text="Dear Dana,", at=NOW)
    url = reverse("web:person-edit", args=[who.pk])
    given = {"name": who.name, "email": "", "title": "", "company": "Acme", "note": ""}
    assert client.post(url, {**given, "country": "Nippon Land"}).status_code == 422
    assert client.post(url, {**given, "country": "Japan"}).status_code == 303
    assert Person.objects.get(pk=who.pk).country == "JP"
    fresh = Letter.objects.get(pk=letter.pk)
    night = datetime(2026, 3, 3, 20, tzinfo=UTC)
    found = sending.hour(fresh, night, "Europe/Brussels")
    assert found is not None and found.there is not None
    assert found.there.isoformat() == "2026-03-04T09:00:00+09:00"
    assert found.at.isoformat() == "2026-03-04T01:00:00+01:00"


def test_old_talks_are_left_in_peace(account: uuid.UUID) -> None:
    """P02, P03: notes within a week, a plan within three; after that nothing asks for them."""
    case = Case.open(account=account, company="Gamma", at=NOW)
    Interview.hold(case=case, when=NOW - timedelta(days=30), at=NOW)
    morning.plan_case(case, NOW)
    fresh = Case.objects.for_list().get(pk=case.pk)
    found = talking.round_a_talk(fresh, NOW)
    assert found.to_note is None and not found.plan_is_due
    near = talking.round_a_talk(fresh, NOW - timedelta(days=20))
    assert near.plan_is_due and near.to_note is None
    nearer = talking.round_a_talk(fresh, NOW - timedelta(days=25))
    assert nearer.to_note is not None


def test_an_earlier_day_knows_only_what_was_known_then(account: uuid.UUID) -> None:
    """Time travel: what was entered later stands in no earlier day."""
    case = Case.open(account=account, company="Delta", at=NOW, since=NOW - timedelta(days=9))
    Interview.hold(case=case, when=NOW - timedelta(days=3), at=NOW - timedelta(days=8))
    case = Case.objects.for_list().get(pk=case.pk)
    Remark.note(case=case, kind="challenge", quote="churn", at=NOW)
    day = (NOW - timedelta(days=5)).date()
    before = talking.on_day(case, day, NOW, "UTC")
    assert before.ahead is not None and before.to_note is None
    assert "struggle" in {q.id for q in before.asks}
    after = talking.on_day(case, NOW.date(), NOW, "UTC")
    assert after.ahead is None and after.to_note is not None


def test_the_example_on_the_page_can_be_used() -> None:
    from afterword.faces.web.pages.own_plays import EXAMPLE

    assert playbook.read(EXAMPLE).faults == ()
