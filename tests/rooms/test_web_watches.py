"""The watches in the browser and the terminal: told once with evidence, put away with undo, off when asked."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from watched import DOUBT, FIRM, ROLE, STORY, THEN, advert, look, lost, opened_again

from afterword import counsel
from afterword.casebook import forgetting, stop
from afterword.casebook.decision import Move
from afterword.casebook.event import Event
from afterword.casebook.models import (
    Case,
    Entry,
    Person,
    Remark,
    Sighted,
    WatchedFeed,
)
from afterword.casebook.profile import Profile
from afterword.casebook.undo import undo_last
from afterword.desk.watch import reading_news, watches
from afterword.desk.watch.watches_json import watches_json
from afterword.errors import UserError
from afterword.terms import FeedItem
from afterword.wire.http import Answer

pytestmark = pytest.mark.django_db

NOW = datetime.now(UTC)


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_today_says_that_the_role_is_open_again_with_what_shows_it(
    client: Client, account: uuid.UUID
) -> None:
    case = opened_again(account, NOW)
    page = text_of(client, "/")
    assert "is open again, and what they ask for was rewritten" in page
    assert "the text is new" in page
    assert DOUBT in page and STORY in page and "You can answer it now" in page
    assert "Jan Visser" in page
    # one click to the draft that counsel allows
    assert reverse("web:letter-draft", args=[case.pk]) in page
    assert "is open again" in text_of(client, f"/cases/{case.pk}/")


def test_a_case_that_moved_stands_once_on_today(client: Client, account: uuid.UUID) -> None:
    """Its letter may rest until the news is a night old: the card that says what moved says so."""
    case = opened_again(account, NOW)
    text_of(client, "/")  # planned; what the next line holds back is not planned anew
    Move.objects.filter(case=case).update(
        not_before=NOW + timedelta(hours=9), letter="reopen_letter"
    )
    page = text_of(client, "/")
    assert "best time to send it is from" in page and "Something moved" in page
    assert "<h2>Resting</h2>" not in page and page.count(f"/cases/{case.pk}/#decision") == 0


def test_a_rewritten_advert_weighs_as_open_and_the_same_words_as_weak(account: uuid.UUID) -> None:
    def f1(case: Case) -> float | None:
        file = case.as_file(NOW)
        return counsel.weigh(file, counsel.stand(file, NOW), NOW).F1

    assert f1(opened_again(account, NOW)) == 1.0
    again = uuid.uuid4()
    assert f1(opened_again(again, NOW, text=THEN)) == 0.4
    assert "weak" in Sighted.objects.of(again).get().says


def test_it_is_told_once_however_often_the_board_is_looked_at(account: uuid.UUID) -> None:
    opened_again(account, NOW)
    later = NOW + timedelta(days=1)
    assert watches.judge(account, NOW) == 0
    assert look(account, later, [advert("Head of Logistics (m/w/d)", id="again")]) == 0
    assert Sighted.objects.of(account).count() == 1
    assert Event.objects.of(account).filter(verb="saw").count() == 1


def test_put_away_it_weighs_nothing_and_undo_brings_it_back(
    client: Client, account: uuid.UUID
) -> None:
    case = opened_again(account, NOW)
    row = Sighted.objects.of(account).get()
    client.post(reverse("web:sighting-away", args=[row.pk]))
    assert "Something moved" not in text_of(client, "/")
    assert not [h for h in case.as_file(datetime.now(UTC)).happenings if h.detail == "reopened"]
    assert watches.judge(account, NOW) == 0
    undo_last(account=account, at=datetime.now(UTC))
    assert "Something moved" in text_of(client, "/")
    client.post(reverse("web:sighting-away", args=[row.pk]))
    client.post(reverse("web:sighting-drop", args=[row.pk]))
    assert not Sighted.objects.of(account).exists()


def test_nothing_is_told_of_a_case_that_asked_for_quiet_or_lies_sealed(
    account: uuid.UUID, web: Any
) -> None:
    case = lost(account, NOW)
    stop.stop(company=case.company, at=NOW - timedelta(days=90))
    assert watches.olds_of(account, NOW) == []
    other = uuid.uuid4()
    lost(other, NOW)
    mail = web.message(other, Case.objects.of(other).get(), "rejection")
    assert mail.is_sealed
    assert watches.olds_of(other, NOW) == []


def test_the_page_is_quiet_and_says_what_to_do_first(client: Client, account: uuid.UUID) -> None:
    assert "Nothing is watched yet" in text_of(client, "/watches/")
    lost(account, NOW)
    look(account, NOW, [advert("Payroll Specialist")])
    page = text_of(client, "/watches/")
    assert "Nothing has moved yet" in page and FIRM in page and "Turn off" in page


def test_a_feed_is_added_left_and_taken_up_again(client: Client, account: uuid.UUID) -> None:
    given = {"company": FIRM, "url": "brackwater.example/news.rss"}
    assert client.post("/watches/feeds/", given).status_code == 303
    row = WatchedFeed.objects.of(account).get()
    assert row.url == "https://brackwater.example/news.rss"
    client.post(reverse("web:feed-leave", args=[row.pk]))
    assert not WatchedFeed.objects.of(account).watched().exists()
    client.post(reverse("web:feed-again", args=[row.pk]))
    assert WatchedFeed.objects.of(account).watched().exists()
    bad = client.post("/watches/feeds/", {"company": FIRM, "url": "file:///etc/hosts"})
    assert bad.status_code == 422


class Twin:
    """The web's twin: one answer for every address."""

    def __init__(self, body: bytes, status: int = 200) -> None:
        self.body, self.status = body, status
        self.asked: list[str] = []

    def fetch(self, url: str, *, etag: str = "", **more: Any) -> Answer:
        self.asked.append(etag)
        return Answer(self.status, {"etag": '"one"'}, self.body, url)


def test_news_that_meets_what_was_said_is_a_cause_with_their_sentence(account: uuid.UUID) -> None:
    case = lost(account, NOW)
    said = "Our trailers stand idle for hours at the gates of Antwerp"
    jan = Person.objects.of(account).get()
    Remark.note(case=case, kind="challenge", quote=said, person=jan, at=NOW - timedelta(days=100))
    row = reading_news.add(account, "https://b.example/f", company=FIRM, at=NOW)
    when = (NOW - timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    body = f"""<rss version="2.0"><channel><title>News</title>
    <item><guid>1</guid><title>No more idle trailers at Antwerp</title><pubDate>{when}</pubDate><description>We bought gates.</description></item>
    <item><guid>2</guid><title>Our summer party was a great success</title><pubDate>{when}</pubDate></item>
    </channel></rss>""".encode()
    twin = Twin(body)
    assert reading_news.read_news(account, clock=lambda: NOW, pause=lambda _: None, web=twin) == 1
    assert watches.judge(account, NOW) == 1
    told = Sighted.objects.of(account).get()
    assert told.signal == "news" and said in told.says and "Jan Visser" in told.says
    # the next day costs one conditional request
    row.refresh_from_db()
    WatchedFeed.objects.update(due_at=None)
    twin.status = 304
    assert reading_news.read_news(account, clock=lambda: NOW, pause=lambda _: None, web=twin) == 0
    assert twin.asked == ["", '"one"']
    assert len(WatchedFeed.objects.get().as_items()) == 2
    forgetting.forget_person(person=jan, at=NOW)
    assert not Sighted.objects.of(account).exists()


def test_a_broken_feed_is_trouble_and_keeps_what_was_there(account: uuid.UUID) -> None:
    row = reading_news.add(account, "https://b.example/f", company=FIRM, at=NOW)
    row.saw([FeedItem("1", "Old news", at=NOW)], at=NOW, due_at=NOW)
    WatchedFeed.objects.update(due_at=None)
    twin = Twin(b"<html>moved</html>")
    assert reading_news.read_news(account, clock=lambda: NOW, pause=lambda _: None, web=twin) == 0
    row.refresh_from_db()
    assert "not a feed" in row.trouble and [one.title for one in row.as_items()] == ["Old news"]
    with pytest.raises(UserError):
        reading_news.add(account, "javascript:alert(1)", company=FIRM, at=NOW)


def test_a_feed_left_while_it_is_looked_at_stays_left(account: uuid.UUID) -> None:
    row = reading_news.add(account, "https://b.example/f", company=FIRM, at=NOW)

    class Leaves(Twin):
        def fetch(self, url: str, *, etag: str = "", **more: Any) -> Answer:
            WatchedFeed.objects.get(pk=row.pk).leave(at=NOW)
            return super().fetch(url, etag=etag, **more)

    twin = Leaves(b"<rss><channel><item><title>One</title></item></channel></rss>")
    assert reading_news.read_news(account, clock=lambda: NOW, pause=lambda _: None, web=twin) == 1
    row.refresh_from_db()
    assert row.left_at == NOW and row.looked_at == NOW and len(row.items) == 1


def test_what_the_user_was_told_is_shown_once_and_weighs_by_their_own_entry(
    account: uuid.UUID,
) -> None:
    case = lost(account, NOW)
    Entry.enter(case=case, kind="signal", when=NOW, at=NOW, detail="winner_left")
    assert watches.judge(account, NOW) == 1
    signs = [h for h in case.as_file(NOW).happenings if h.detail == "winner_left"]
    assert len(signs) == 1 and signs[0].strength is None


def test_the_terminal_tells_the_same_and_knows_only_what_was_told_by_then(
    account: uuid.UUID,
) -> None:
    opened_again(account, NOW)
    found = json.loads(json.dumps(watches_json(account, NOW + timedelta(hours=1))))
    [one] = found["moved"]
    assert (one["signal"], one["strength"], one["doubt"]) == ("reopened", "strong", DOUBT)
    assert one["answered_by"] == STORY and one["warm"] == "Jan Visser"
    before = watches_json(account, NOW + timedelta(hours=1), (NOW - timedelta(days=2)).date())
    assert before["moved"] == []


def test_today_in_the_terminal_tells_what_moved_in_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from afterword.faces.cli import main
    from afterword.members.models import the_account

    case = opened_again(the_account(at=NOW).id, NOW)
    assert main(["today"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    said = f"{ROLE} at {FIRM} is open again, and what they ask for was rewritten."
    assert out.count(said) == 1 and out.index("Something moved") < out.index(said)
    assert main(["today", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["moved"]
    assert (one["case"], one["signal"], one["says"]) == (str(case.pk), "reopened", said)
    # The evening before, nothing had moved.
    before = (NOW - timedelta(days=2)).date().isoformat()
    assert main(["today", "--at", before, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["moved"] == []
    Sighted.objects.get().dismiss(at=NOW)
    assert main(["today"]) == 0
    assert "Something moved" not in capsys.readouterr().out


def test_the_page_asks_as_few_questions_for_many_signs_as_for_one(
    client: Client, account: uuid.UUID
) -> None:
    opened_again(account, NOW)
    case = Case.objects.of(account).get()
    client.get("/watches/")
    with CaptureQueriesContext(connection) as one:
        client.get("/watches/")
    for n in range(12):
        Sighted.objects.create(
            account=account, entered_at=NOW, case=case, company=case.company, key=f"k{n}",
            signal="news", strength="fair", at=NOW, says=f"News {n}", seen=[],
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get("/watches/")
    assert len(many) == len(one)


def test_a_seat_is_told_only_in_the_countries_the_settings_name(
    client: Client, account: uuid.UUID
) -> None:
    page = text_of(client, reverse("web:settings"))
    assert 'name="works_in"' in page
    given = {"zone": "Europe/Amsterdam", "country": "NL", "works_in": "nl, pt"}
    assert client.post(reverse("web:settings"), given).status_code == 303
    assert Profile.objects.of(account).get().may_work_in == {"NL", "PT"}
    refused = client.post(reverse("web:settings"), {**given, "works_in": "Holland"})
    assert "Holland" in refused.content.decode().title()
    assert Profile.objects.of(account).get().may_work_in == {"NL", "PT"}
    lost(account, NOW)
    others = [advert("Payroll Specialist"), advert("Facility Manager")]
    look(account, NOW - timedelta(days=30), others)
    there = replace(advert(f"Senior {ROLE}, Rail"), places=("Lyon, France",))
    assert look(account, NOW - timedelta(days=1), [*others, there]) == 0
    here = replace(advert(f"Senior {ROLE}, Sea"), places=("Porto, Portugal",))
    assert look(account, NOW, [*others, there, here]) == 1
