"""The pages by which letters leave: a last look, what is in doubt, paper, words to paste, settings."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import (
    Connection,
    Dispatch,
    Letter,
    Letterhead,
    OwnMail,
    Person,
    Profile,
    Reminder,
    Touch,
)
from afterword.desk.day import agenda
from afterword.desk.letters import carrying, posting
from afterword.desk.mail import locker, own_mail, sending
from afterword.desk.whole import archive
from afterword.errors import UserError
from afterword.faces.cli import main
from afterword.wire import smtp
from afterword.wire.vault import SealedFile, vault

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _the_vault_is_open() -> None:
    """The tests have no keyring: their passwords lie in a file of their home, under a passphrase."""
    if locker.is_locked():
        locker.unlock("a passphrase of the tests")


@pytest.fixture
def letter(web: Any, account: uuid.UUID) -> Letter:
    case = web.full(account)
    found: Letter = case.letters.get()
    found.edit(
        at=NOW, subject="Our talk", text="Dear Dana,\n\nThank you.\n\nWith kind regards,\nSam"
    )
    return found


@pytest.fixture
def served(account: uuid.UUID, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """An account whose server takes everything."""
    own_mail.set_up(
        account, now=NOW, password="an-app-password", address="sam@home.example",
        smtp_host="smtp.home.example", user="sam", imap_host="",
    )  # fmt: skip
    taken: list[bytes] = []

    def deliver(server: Any, raw: bytes, *, may_hand_over: Any, **_: Any) -> smtp.Outcome:
        assert server.password == "an-app-password" and may_hand_over()
        taken.append(raw)
        return smtp.Outcome(smtp.Came.SENT)

    monkeypatch.setattr(smtp, "deliver", deliver)
    return taken


def url(name: str, *args: Any) -> str:
    return reverse(f"web:{name}", args=args)


def page(client: Client, *where: Any) -> str:
    answer = client.get(url(*where))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_person_reads_it_once_more_and_presses_once(
    client: Client, letter: Letter, served: list[bytes]
) -> None:
    assert url("letter-send", letter.pk) in page(client, "letter", letter.pk)
    look = page(client, "letter-send", letter.pk)
    assert "Thank you." in look and "dana0@acme.example" in look and "Send this letter now" in look
    seen = {"seen": carrying.seal(letter)}
    assert client.post(url("letter-send", letter.pk), {"seen": "other"}).status_code == 303
    assert served == []
    for _ in range(2):
        answer = client.post(url("letter-send", letter.pk), seen)
        assert answer.status_code == 303
    assert len(served) == 1 and b"X-Unsent" not in served[0]
    assert Touch.objects.filter(letter=letter).count() == 1
    assert "Send it" not in page(client, "letter", letter.pk)


def test_a_letter_with_a_hole_asks_first(
    client: Client, letter: Letter, served: list[bytes]
) -> None:
    letter.edit(at=NOW, text="Dear Dana,\n\n[which site?]")
    look = page(client, "letter-send", letter.pk)
    assert "which site" in look and "with_holes" in look
    # The news is fresh in this account: the rest is said here too, and bars nothing.
    assert "it is best sent" in look
    seen = {"seen": carrying.seal(letter)}
    client.post(url("letter-send", letter.pk), seen)
    assert served == []
    client.post(url("letter-send", letter.pk), {**seen, "with_holes": "on"})
    assert len(served) == 1


def test_a_letter_in_doubt_is_asked_about_and_not_sent_again(
    client: Client, letter: Letter, served: list[bytes]
) -> None:
    row = Dispatch.begin(
        letter=letter, message_id="m@home.example", sender="s", to="t", server="mx:465", at=NOW
    )
    row.hand_over(at=NOW)
    row.left_open(at=NOW, why="The line broke.")
    shown = page(client, "letter", letter.pk)
    assert "Nobody here can tell" in shown and "It did not go" in shown
    # Neither sent again, nor its words changed, nor marked away while that stands.
    assert url("letter-send", letter.pk) not in shown and "letter-edit" not in shown
    assert "Did your letter to Dana Reyes 0 go?" in page(client, "today")
    assert "did it go?" in page(client, "letters")
    assert "mailto:" not in shown and url("letter-eml", letter.pk) not in shown
    client.post(url("letter-send", letter.pk), {"seen": carrying.seal(letter)})
    client.post(url("letter-away", letter.pk))
    assert served == [] and Letter.objects.get(pk=letter.pk).state == "draft"
    client.post(url("letter-settle", letter.pk), {"went": "no"})
    client.post(url("letter-send", letter.pk), {"seen": carrying.seal(letter)})
    assert len(served) == 1 and b"m@home.example" in served[0]


def test_saying_that_it_went_settles_it(client: Client, letter: Letter) -> None:
    row = Dispatch.begin(
        letter=letter, message_id="m@home.example", sender="s", to="t", server="mx:465", at=NOW
    )
    row.hand_over(at=NOW)
    row.left_open(at=NOW, why="The line broke.")
    client.post(url("letter-settle", letter.pk), {"went": "yes"})
    assert Dispatch.objects.get().outcome == "sent"
    assert Touch.objects.filter(letter=letter).count() == 1


def test_who_is_left_alone_gets_nothing_by_any_way(
    client: Client, letter: Letter, served: list[bytes]
) -> None:
    from afterword.casebook.stop import stop

    assert letter.person is not None
    letter.person.describe(at=NOW, postal="Acme\nHarbour 1")
    Letterhead.design(account=letter.account, at=NOW, address="Home 1")
    stop(person=letter.person, at=NOW)
    for name in ("letter-send", "letter-pdf", "letter-docx", "letter-card"):
        assert client.get(url(name, letter.pk)).status_code == 303
    assert client.get(url("letter-words", letter.pk, "LinkedIn_message")).status_code == 303
    client.post(url("letter-send", letter.pk), {"seen": carrying.seal(letter)})
    assert served == []


def test_paper_asks_for_both_addresses_and_then_comes(client: Client, letter: Letter) -> None:
    assert letter.person is not None
    assert client.get(url("letter-pdf", letter.pk)).status_code == 303
    client.post(url("letterhead"), {"address": "Keizersgracht 12\nAmsterdam", "layout": "us"})
    assert client.get(url("letter-pdf", letter.pk)).status_code == 303
    where = url("person-postal", letter.person.pk) + f"?letter={letter.pk}"
    answer = client.post(where, {"postal": " Acme \n\nHarbour 1\nHamburg"})
    assert answer["Location"] == url("letter", letter.pk)
    assert Person.objects.get(pk=letter.person.pk).postal == "Acme\nHarbour 1\nHamburg"
    for name in ("letter-pdf", "letter-card"):
        made = client.get(url(name, letter.pk))
        assert made["Content-Type"] == "application/pdf" and made.content.startswith(b"%PDF")
    assert client.get(url("letter-docx", letter.pk)).content[:2] == b"PK"
    # Sent by mail, the card may still follow (S1-08).
    letter.mark_sent(at=NOW)
    assert client.get(url("letter-card", letter.pk)).content.startswith(b"%PDF")


def test_words_to_paste_tell_their_length_and_how_they_went(client: Client, letter: Letter) -> None:
    shown = page(client, "letter-words", letter.pk, "LinkedIn_comment")
    assert "still open" not in shown
    assert "1250" in shown.replace(",", "") and "Dear Dana" not in shown and "Thank you." in shown
    assert client.get(url("letter-words", letter.pk, "e-mail")).status_code == 404
    client.post(url("letter-sent", letter.pk), {"channel": "LinkedIn_comment"})
    assert Touch.objects.get(letter=letter).channel == "LinkedIn_comment"


def test_a_reminder_is_half_past_nine_by_their_clock_and_sends_nothing(
    client: Client, letter: Letter, served: list[bytes], account: uuid.UUID
) -> None:
    assert letter.person is not None
    letter.person.describe(at=NOW, country="JP")
    monday = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)  # noon in Tokyo
    found = posting.next_morning(letter, monday, "Europe/Paris")
    # Tuesday 09:30 in Tokyo is 01:30 in Paris.
    assert found is not None and found.at.isoformat() == "2026-03-10T01:30:00+01:00"
    client.post(url("letter-remind", letter.pk))
    row = Reminder.objects.get(letter=letter)
    assert row.at > NOW - timedelta(minutes=5) and served == []
    assert any("Send your thank you" in one.says for one in agenda.due(account, NOW))
    row.at = NOW
    row.save()
    assert url("letter", letter.pk) in page(client, "today")
    letter.mark_sent(at=NOW)
    assert posting.reminders(account, until=NOW + timedelta(days=9)) == []


def test_the_account_is_kept_without_its_password_and_filled_from_the_address(
    client: Client, account: uuid.UUID, tmp_path: Path
) -> None:
    given = {"address": "sam@gmail.com", "password": "hunter2-secret", "smtp_port": 465,
             "security": "tls", "imap_port": 993, "copies": "on"}  # fmt: skip
    assert client.post(url("own-mail"), given).status_code == 303
    row = OwnMail.objects.get(account=account)
    assert (row.smtp_host, row.imap_host, row.user) == (
        "smtp.gmail.com", "imap.gmail.com", "sam@gmail.com"
    )  # fmt: skip
    assert not row.copies  # Gmail keeps what it sends
    assert "hunter2" not in page(client, "own-mail")
    assert locker.find(account, own_mail.PASSWORD) == "hunter2-secret"
    kept = [path.read_bytes() for path in Path(settings.HOME).iterdir() if path.is_file()]
    assert kept and not any(b"hunter2" in raw for raw in kept)
    archive.pack(account, tmp_path / "all.zip", at=NOW)
    import zipfile

    with zipfile.ZipFile(tmp_path / "all.zip") as box:
        assert all(b"hunter2" not in box.read(name) for name in box.namelist())
    # An empty password leaves the kept one; leaving takes everything along.
    client.post(url("own-mail"), {**given, "password": ""})
    assert locker.find(account, own_mail.PASSWORD) == "hunter2-secret"
    client.post(url("forget-all"), {"sure": "on"})
    assert locker.find(account, own_mail.PASSWORD) == ""
    assert not OwnMail.objects.filter(account=account).exists()


def test_a_locked_vault_asks_for_its_passphrase_beside_the_password(
    client: Client, account: uuid.UUID
) -> None:
    SealedFile(Path(settings.HOME)).lock()
    given = {"address": "sam@gmail.com", "password": "hunter2-secret", "smtp_port": 465,
             "security": "tls", "imap_port": 993}  # fmt: skip
    assert "Passphrase" in page(client, "own-mail")
    refused = client.post(url("own-mail"), given)
    assert refused.status_code == 422 and not OwnMail.objects.filter(account=account).exists()
    kept = client.post(url("own-mail"), {**given, "passphrase": "a passphrase of the tests"})
    assert kept.status_code == 303 and "Passphrase" not in page(client, "own-mail")


def test_a_mailbox_that_is_read_already_gives_its_password(
    client: Client, account: uuid.UUID
) -> None:
    read = Connection.open(
        account=account, at=NOW, host="imap.home.example", user="sam@home.example", port=993,
        since=NOW.date(),
    )  # fmt: skip
    vault(Path(settings.HOME)).put(read.secret, "of-the-mailbox")
    shown = page(client, "own-mail")
    assert "imap.home.example" in shown and "of-the-mailbox" not in shown
    given = {"address": "sam@home.example", "smtp_port": 465, "security": "tls",
             "imap_host": "imap.home.example", "imap_port": 993}  # fmt: skip
    client.post(url("own-mail"), given)
    assert own_mail.server(account).password == "of-the-mailbox"
    own_mail.set_up(account, now=NOW, user="someone-else")
    with pytest.raises(UserError, match="password"):
        own_mail.server(account)


def test_passwords_of_two_accounts_never_meet(account: uuid.UUID) -> None:
    other = uuid.uuid4()
    locker.keep(account, "mail", "one")
    locker.keep(other, "mail", "two")
    assert (locker.find(account, "mail"), locker.find(other, "mail")) == ("one", "two")
    locker.empty(account)
    assert (locker.find(account, "mail"), locker.find(other, "mail")) == ("", "two")
    locker.empty(other)


def test_every_page_of_sending_is_plain_and_nothing_of_others_is_found(
    web: Any, client: Client, letter: Letter, served: list[bytes]
) -> None:
    pages = ("letter-send", letter.pk), ("letter-words", letter.pk, "LinkedIn_message")
    for where in (*pages, ("own-mail",), ("letterhead",), ("letter", letter.pk)):
        tags = web.Tags(page(client, *where))
        assert tags.running() == [] and tags.elsewhere() == []
    assert letter.person is not None
    stranger = web.visitor(uuid.uuid4())
    for name in ("letter-send", "letter-pdf", "letter-docx", "letter-card"):
        assert stranger.get(url(name, letter.pk)).status_code in (302, 303, 403, 404)
    for name in ("letter-look", "letter-settle", "letter-lay", "letter-remind"):
        assert client.get(url(name, letter.pk)).status_code == 405
    assert len(served) == 0


def test_the_terminal_lists_asks_and_writes(
    letter: Letter, served: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from types import SimpleNamespace

    from afterword.faces.cli import house

    monkeypatch.setattr(house, "open_house", lambda: SimpleNamespace(id=letter.account))
    Profile.of(letter.account, at=NOW).describe(name="Sam", at=NOW)
    key = str(letter.pk)

    def said(*words: str) -> Any:
        assert main(["send", *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    assert [one["id"] for one in said()] == [key]
    path = tmp_path / "x.eml"
    assert said(key, "--eml", str(path))["bytes"] == len(path.read_bytes())
    assert said(key, "--words", "LinkedIn_message")["most"] == 8000
    # Without a person at the terminal nothing is sent.
    assert main(["send", key, "--smtp"]) == 1 and served == []
    assert "person sends" in capsys.readouterr().err
    for word, times in (("no", 0), ("yes", 1)):
        terminal = SimpleNamespace(isatty=lambda: True, readline=lambda word=word: word + "\n")
        monkeypatch.setattr("sys.stdin", terminal)
        came = said(key, "--smtp")
        assert len(served) == times and came["way"] == ("sent" if times else "")
    assert said(key)["state"] == "sent"
    assert main(["send", str(uuid.uuid4())]) == 1
    assert sending.last(letter) is not None
