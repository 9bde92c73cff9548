"""The page You: two taps, permission, a private journal, somebody to call (method 6.3, 6.9, 6.10)."""

from __future__ import annotations

import ast
import io
import json
import re
import uuid
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.casebook.models import (
    Case,
    CheckIn,
    Event,
    IfThen,
    JournalPage,
    Letter,
    NotNow,
    Opening,
    Profile,
)
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.members.models import Account

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)
SRC = Path(__file__).resolve().parents[2] / "src" / "afterword"
PRIVATE = "zwanenveer"  # a word that stands nowhere else
RISK = "Everything is dark and I want to die."


@pytest.fixture
def home(account: uuid.UUID) -> Profile:
    """Lives in the Netherlands, and said so."""
    found = Profile.of(account, at=NOW)
    found.describe(at=NOW, zone="Europe/Amsterdam", country="NL", settings={"zone_seen": True})
    return found


def shown(client: Client, path: str = "/you/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def today(home: Profile) -> Any:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(home.zone)).date()


def heavy_weeks(home: Profile) -> None:
    for ago, feeling in ((13, "hurt"), (9, "numb"), (4, "worried"), (0, "hurt")):
        CheckIn.note(
            account=home.account, on=today(home) - timedelta(days=ago), feeling=feeling, at=NOW
        )


# ── two taps ────────────────────────────────────────────────────────────────


def test_an_empty_page_says_what_may_be_done_first(client: Client, home: Profile) -> None:
    page = shown(client)
    assert "One word for today, if you like" in page
    for word in ("hurt", "angry", "ashamed", "relieved", "numb", "hopeful", "worried", "fine"):
        assert f">{word}<" in page
    assert "What may help" not in page and "I could do with something" in page


def test_two_taps_a_word_and_whether_rest_is_wanted(client: Client, home: Profile) -> None:
    """6.3, E38: the word is the user's, no number is made of it."""
    assert client.post("/you/word/", {"feeling": "hurt"}).status_code == 303
    page = shown(client)
    assert "Today: hurt" in page and "Would rest be good today?" in page
    client.post("/you/rest/", {"rest": "yes"})
    page = shown(client)
    assert "Then rest." in page and "Would rest be good today?" not in page
    kept = CheckIn.objects.of(home.account).get()
    assert (kept.feeling, kept.rest, kept.on) == ("hurt", "yes", today(home))


def test_a_word_that_is_none_of_ours_is_refused(client: Client, home: Profile) -> None:
    assert client.post("/you/word/", {"feeling": "7"}).status_code == 404
    assert client.post("/you/rest/", {"rest": "8"}).status_code == 404
    assert not CheckIn.objects.exists()


def test_nothing_is_counted_or_drawn_over_time(client: Client, home: Profile) -> None:
    """6.3: never a score, a trend line or a streak; earlier words are not even listed."""
    heavy_weeks(home)
    page = shown(client)
    for sign in (
        '<svg class="chart',
        "<meter",
        "<progress",
        "streak",
        "%",
        "days in a row",
        "average",
    ):
        assert sign not in page.split("<main")[1].split("</main>")[0], sign
    assert "numb" not in page.split("<main")[1].split("Another word")[0]


# ── offers, permission, not now ─────────────────────────────────────────────


def test_offers_after_two_heavy_weeks_and_put_away_for_good_measure(
    client: Client, home: Profile
) -> None:
    """P26: offered gently, put away with one tap, not brought up the next day."""
    heavy_weeks(home)
    page = shown(client)
    for offer in ("Rest", "Write it out", "A friend", "A coach", "A doctor or a counsellor"):
        assert f"<div>{offer}<br>" in page
    assert client.post("/you/not-now/", {"what": "offers"}).status_code == 303
    assert "What may help" not in shown(client)
    assert "What may help" in shown(client, "/you/?ask=1")


def test_an_exercise_is_shown_only_after_a_yes_and_never_after_not_now(
    client: Client, home: Profile
) -> None:
    """6.9: permission first; "not now" is final for the day, even for an old link."""
    heavy_weeks(home)
    first_step = "Say what happened in one plain sentence"
    assert first_step not in shown(client)
    assert first_step in shown(client, "/you/?exercise=kind_word")
    client.post("/you/not-now/", {"what": "exercise"})
    assert first_step not in shown(client, "/you/?exercise=kind_word")
    assert "A kind word to yourself" not in shown(client)
    kept = NotNow.objects.of(home.account).get()
    assert kept.until == today(home)


def test_a_fight_may_rest_from_here(web: Any, client: Client, home: Profile) -> None:
    """P26: suggests pausing fight plays; the user says so, nothing is held back by itself."""
    case = web.full(home.account)
    case.standing.seen_band = "fight"
    case.standing.save()
    heavy_weeks(home)
    page = shown(client)
    assert "Let the fights rest" in page and f"Let {case.company} rest" in page
    client.post(reverse("web:case-rest", args=[case.pk]), {"until": "later", "to": "/you/"})
    assert "Let the fights rest" not in shown(client)


def test_what_was_written_before_the_verdict_stands_here_after_a_no(
    web: Any, client: Client, home: Profile
) -> None:
    """E30: rehearsing the setback; the plan is the user's own words."""
    case = web.full(home.account)
    IfThen.write(case=case, then="two letters, then the long walk", at=NOW)
    case.standing.seen_state = "closed"
    case.standing.save()
    assert "two letters, then the long walk" in shown(client)
    Opening.objects.all().update(at=NOW - timedelta(days=20))
    assert "two letters, then the long walk" not in shown(client)


# ── the line on Today ───────────────────────────────────────────────────────


def test_today_asks_quietly_once_a_day_with_not_now(
    web: Any, client: Client, home: Profile
) -> None:
    web.full(home.account)  # an envelope was opened today
    page = shown(client, "/")
    assert "How is today?" in page
    client.post("/you/not-now/", {"what": "line", "to": "/"})
    assert "How is today?" not in shown(client, "/")
    NotNow.objects.update(on=today(home) - timedelta(days=1), until=today(home) - timedelta(days=1))
    assert "How is today?" in shown(client, "/")
    client.post("/you/word/", {"feeling": "fine"})
    assert "How is today?" not in shown(client, "/")


def test_today_never_asks_again_when_told_so(web: Any, client: Client, home: Profile) -> None:
    web.full(home.account)
    client.post("/you/line/", {"ask": "no"})
    assert "How is today?" not in shown(client, "/")
    client.post("/you/line/", {"ask": "yes"})
    assert "How is today?" in shown(client, "/")


def test_today_asks_nothing_without_cause(client: Client, home: Profile) -> None:
    Case.open(account=home.account, company="Acme", at=NOW)
    morning.plan(home.account, NOW)
    assert "How is today?" not in shown(client, "/")


# ── words that call for a calm message ──────────────────────────────────────


def test_the_calm_message_stands_there_once_with_one_tap(client: Client, home: Profile) -> None:
    """6.10, L12: the locale's helpline and emergency number; the page is kept, all else stays open."""
    page = client.post("/you/journal/", {"text": RISK}).content.decode()
    assert "Thank you for writing that down." in page
    assert 'href="tel:113"' in page and 'href="tel:112"' in page
    assert JournalPage.objects.get().text == RISK
    assert "One word for today" in page and "Keep this page" in page
    assert "Thank you for writing that down." not in shown(client)
    assert client.get("/cases/").status_code == 200


def test_nothing_is_kept_of_the_look(client: Client, home: Profile) -> None:
    """6.10: no mark, no message, no session; the rows are those of any other page."""

    def after(text: str) -> tuple[set[str], list[tuple[str, str]], list[str]]:
        events = Event.objects.count()
        client.post("/you/journal/", {"text": text})
        new = list(Event.objects.order_by("id"))[events:]
        rows = [
            name for name in connection.introspection.table_names() if name.startswith("casebook")
        ]
        full = set()
        with connection.cursor() as cursor:
            for name in rows:
                cursor.execute(f"SELECT COUNT(*) FROM {name}")
                if cursor.fetchone()[0]:
                    full.add(name)
        return full, [(e.verb, e.says) for e in new], sorted(client.session.keys())

    plain = after("A grey day, and soup.")
    client.get("/")  # takes the "kept" message away
    risky = after(RISK)
    assert risky[1] == plain[1] and risky[0] == plain[0]
    assert set(risky[2]) <= {"account", "cards_today"}
    fields = {f.name for f in JournalPage._meta.get_fields()} | {
        f.name for f in CheckIn._meta.get_fields()
    }
    assert not fields & {"risk", "flag", "mark", "alert", "score"}


def test_nobody_is_told(client: Client, home: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    """6.10: on the device only; not one socket is opened and no mail is sent."""
    import socket

    def refuse(*args: Any, **more: Any) -> None:
        raise AssertionError("somebody was told")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert client.post("/you/journal/", {"text": RISK}).status_code == 200


def test_an_unknown_country_gets_the_directory(client: Client, account: uuid.UUID) -> None:
    Profile.of(account, at=NOW).describe(
        at=NOW, zone="Africa/Lagos", country="", settings={"zone_seen": True}
    )
    page = client.post("/you/journal/", {"text": RISK}).content.decode()
    care = page.split('id="care-title"')[1].split("</section>")[0]
    assert "https://findahelpline.com" in care and "tel:" not in care


def test_changing_a_page_takes_the_same_look(client: Client, home: Profile) -> None:
    client.post("/you/journal/", {"text": "Soup."})
    key = JournalPage.objects.get().pk
    page = client.post(f"/you/journal/{key}/", {"text": RISK}).content.decode()
    assert "Thank you for writing that down." in page
    assert JournalPage.objects.get().text == RISK


def test_numbers_by_country_with_their_day(client: Client, home: Profile) -> None:
    page = shown(client, "/you/?country=GB")
    assert 'href="tel:116123"' in page and 'href="tel:999"' in page
    assert "looked up on 22 November 2026" in page


# ── the journal is private ──────────────────────────────────────────────────


def test_a_page_can_be_changed_and_taken_out_for_good(client: Client, home: Profile) -> None:
    client.post("/you/journal/", {"text": f"First {PRIVATE}"})
    key = JournalPage.objects.get().pk
    client.post(f"/you/journal/{key}/", {"text": f"Second {PRIVATE}"})
    assert f"Second {PRIVATE}" in shown(client)
    client.post(f"/you/journal/{key}/forget/")
    assert not JournalPage.objects.exists()
    kept = json.dumps(list(Event.objects.values("ledger", "says", "why")))
    assert PRIVATE not in kept
    undo_last(account=home.account, at=NOW)
    assert not JournalPage.objects.exists()


def test_another_account_never_sees_a_page(web: Any, client: Client, home: Profile) -> None:
    client.post("/you/journal/", {"text": PRIVATE})
    key = JournalPage.objects.get().pk
    other = web.visitor(Account.objects.create(opened_at=NOW).id)
    assert other.get(f"/you/journal/{key}/").status_code == 404
    assert other.post(f"/you/journal/{key}/", {"text": "mine"}).status_code == 404
    assert other.post(f"/you/journal/{key}/forget/").status_code == 404
    assert JournalPage.objects.get().text == PRIVATE


def test_no_other_page_letter_search_or_report_opens_the_journal(
    web: Any, client: Client, home: Profile
) -> None:
    """6.9: excluded from every rule, model, search and letter, seen in the queries themselves."""
    case = web.full(home.account)
    client.post("/you/journal/", {"text": f"{PRIVATE} Acme"})
    client.get("/")
    paths = ["/", f"/find/?q={PRIVATE}", "/find/?q=acme", *web.pages_of(case)]
    with CaptureQueriesContext(connection) as asked:
        for path in paths:
            if path.startswith("/you/"):
                continue
            answer = client.get(path)
            if not answer.streaming:
                said = answer.content.decode(errors="replace").replace(f'value="{PRIVATE}"', "")
                assert PRIVATE not in said, path
        morning.plan(home.account, NOW)
    assert len(asked) > 50
    assert not [one["sql"] for one in asked if "journalpage" in one["sql"]]
    assert not [
        one["sql"]
        for one in asked
        if PRIVATE in one["sql"] and "find" not in one["sql"] and "LIKE" not in one["sql"]
    ]


def test_only_these_rooms_name_the_journal() -> None:
    """6.9: no module but its record, its desk and the list of records ever imports it."""
    named = set()
    for path in SRC.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        text = path.read_text("utf-8")
        if not re.search(r"journal", text, re.I):
            continue
        for node in ast.walk(ast.parse(text)):
            names = [a.name for a in node.names] if isinstance(node, ast.ImportFrom) else []
            here = isinstance(node, ast.Name | ast.Attribute) and "JournalPage" in (
                getattr(node, "id", ""),
                getattr(node, "attr", ""),
            )
            told = isinstance(node, ast.Constant) and str(node.value).lower() == "journalpage"
            if "JournalPage" in names or here or told:
                named.add(path.relative_to(SRC).as_posix())
    assert named == {"casebook/inward.py", "casebook/models.py", "desk/you/inward.py"}


def test_the_users_own_export_holds_it(client: Client, home: Profile) -> None:
    client.post("/you/journal/", {"text": PRIVATE})
    answer = client.post(reverse("web:export"))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    with zipfile.ZipFile(io.BytesIO(content)) as out:
        assert PRIVATE in out.read("records/journalpage.json").decode()


def test_queries_do_not_grow_with_the_journal(client: Client, home: Profile) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            shown(client)
        return len(asked)

    shown(client)
    few = queries()
    for i in range(20):
        JournalPage.write(account=home.account, on=today(home), text=f"Page {i}", at=NOW)
        CheckIn.note(
            account=home.account, on=today(home) - timedelta(days=i), feeling="fine", at=NOW
        )
    assert queries() == few


def test_a_way_to_begin_writing_is_offered_and_takes_a_no(client: Client, home: Profile) -> None:
    """E34, 6.9: optional, asked first, never required."""
    step = "Write what this no means for your days"
    page = shown(client)
    assert "Would you like a way to begin writing about it?" in page and step not in page
    assert step in shown(client, "/you/?exercise=write_it_out")
    client.post("/you/not-now/", {"what": "exercise"})
    assert "Would you like a way to begin" not in shown(client)


def test_not_now_is_one_row_a_thing_and_can_be_taken_back(home: Profile) -> None:
    """A verb like the others: repeatable, one event, undone by one key."""
    day = today(home)
    for _ in range(2):
        NotNow.say(account=home.account, what="offers", on=day, until=day, at=NOW)
    assert Event.objects.filter(verb="put_away").count() == 1
    NotNow.say(account=home.account, what="offers", on=day, until=None, at=NOW)
    assert NotNow.objects.of(home.account).get().until is None
    undo_last(account=home.account, at=NOW)
    assert NotNow.objects.of(home.account).get().until == day
    NotNow.lift(account=home.account, what="offers", at=NOW)
    NotNow.lift(account=home.account, what="offers", at=NOW)
    assert Event.objects.filter(verb="may_ask_again").count() == 1


def test_a_word_for_today_plans_no_case_anew(web: Any, client: Client, home: Profile) -> None:
    """The inward days are read by no rule: no planning follows a word or a page."""
    web.full(home.account)
    client.get("/")
    before = Profile.objects.get(pk=home.pk).planned_at
    client.post("/you/word/", {"feeling": "hurt"})
    client.post("/you/journal/", {"text": PRIVATE})
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    assert Profile.objects.get(pk=home.pk).planned_at == before
    assert not [
        one for one in asked if one["sql"].startswith("UPDATE") and "standing" in one["sql"]
    ]


# ── the terminal ────────────────────────────────────────────────────────────


def test_help_lines_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """L12: by country, with the day it was checked; nothing else of this page is in the terminal."""
    from afterword.faces.cli import COMMANDS, main

    assert main(["help-lines", "--country", "gb"]) == 0
    said = capsys.readouterr().out
    assert "116 123   Samaritans" in said and "looked up on 22 November 2026" in said
    assert main(["help-lines", "--country", "IE", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["lines"][0]["number"] == "116 123" and found["emergency"]["number"] == "112"
    assert main(["help-lines", "--country", "zz"]) == 0
    said = capsys.readouterr().out
    assert "https://findahelpline.com" in said and "116 123" not in said
    inward = {"journal", "check-in", "you", "mood"}
    assert not inward & {name for name, _, _ in COMMANDS}


# ── before a letter leaves ──────────────────────────────────────────────────


def letter_page(client: Client, case: Case, text: str, kind: str = "grace_note") -> str:
    letter = Letter.draw(case=case, kind=kind, text=text, at=NOW)
    return shown(client, f"/letters/{letter.pk}/")


def test_a_letter_within_the_rest_asks_one_question_first(
    web: Any, client: Client, home: Profile
) -> None:
    """P10, S4-01: shown, never a lock; the envelope of this case was opened this minute."""
    case = web.full(home.account)
    assert case.move.play == "P10"
    page = letter_page(client, case, "Dear Dana,\n\nThank you for the talk.\n\nSam")
    assert "Is this letter to open a door, or to be right?" in page
    assert "Copy and send" in page and "best sent" in page and "data-copy" in page
    assert "There is hurt in these words" not in page


def test_a_grudge_in_a_draft_is_met_with_rest(client: Client, home: Profile) -> None:
    """S3-12: the note in the margin, the offer to let it rest, and who helps with a grudge."""
    case = Case.open(account=home.account, company="Acme", at=NOW)
    page = letter_page(client, case, "Dear Dana,\n\nYou will regret this.\n\nSam")
    assert "is a parting shot" in page and "There is hurt in these words" in page
    assert "somebody trained" in page and ">Let it rest<" in page
    gracious = "Dear Dana,\n\nThank you for the talk.\n\nSam"
    assert 'id="mindset"' not in letter_page(client, case, gracious, "keep_in_touch")
