"""What reading over IMAP promises beyond every mailbox: no trace, no secret told, plain words."""

from __future__ import annotations

import imaplib
import json
import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from afterword.errors import Refused, SourceError
from afterword.intake.mailbox import parse
from afterword.intake.mailbox.imap import ImapMailbox, worth_reading
from afterword.intake.memory_server import MemoryServer, MemoryTalk
from afterword.wire.imap import ServerFolder, Session, is_loopback

LONG_AGO = date(2000, 1, 1)


def mailbox(server: Any, user: str, **changed: Any) -> ImapMailbox:
    given = {
        "host": server.host, "user": user, "password": server.password, "port": server.tls_port,
        "since": LONG_AGO, "authority": server.authority, **changed,
    }  # fmt: skip
    return ImapMailbox(given.pop("host"), given.pop("user"), given.pop("password"), **given)


@contextmanager
def logged_in(server: Any, user: str) -> Iterator[imaplib.IMAP4]:
    with imaplib.IMAP4(server.host, server.port) as client:
        client.login(user, server.password)
        yield client


def put(client: imaplib.IMAP4, folder: str, subject: str, day: str = "") -> None:
    raw = f"Subject: {subject}\r\nMessage-ID: <{subject}@x.example>\r\n\r\nhello\r\n".encode()
    assert client.append(folder, "", f'"{day} 10:00:00 +0000"' if day else "", raw)[0] == "OK"


def subjects(box: ImapMailbox, cursor: str = "") -> list[str]:
    return [parse(parcel).subject for parcel in box.parcels(cursor)]


def test_the_newest_come_first_and_nothing_older_than_asked(dovecot: Any) -> None:
    with logged_in(dovecot, "newest") as client:
        put(client, "INBOX", "old", "01-Jan-2020")
        put(client, "INBOX", "middle", "01-Feb-2026")
        put(client, "INBOX", "new", "01-Mar-2026")
    assert subjects(mailbox(dovecot, "newest", since=date(2025, 11, 22))) == ["new", "middle"]


def test_nothing_on_the_server_changes(dovecot: Any) -> None:
    with logged_in(dovecot, "unseen") as client:
        put(client, "INBOX", "one")
    assert subjects(mailbox(dovecot, "unseen")) == ["one"]
    with logged_in(dovecot, "unseen") as client:
        client.select("INBOX", readonly=True)
        assert b"\\Seen" not in client.fetch("1", "(FLAGS)")[1][0]


def test_a_mail_that_arrives_later_is_all_that_is_read_later(dovecot: Any) -> None:
    box = mailbox(dovecot, "later")
    with logged_in(dovecot, "later") as client:
        put(client, "INBOX", "one")
        put(client, "INBOX", "two")
        put(client, "Gesendet", "mine")
    cursor = list(box.parcels())[-1].position
    with logged_in(dovecot, "later") as client:
        put(client, "INBOX", "three")
    assert subjects(box, cursor) == ["three"]


def test_an_interrupted_first_reading_goes_on_in_the_middle(dovecot: Any) -> None:
    box = mailbox(dovecot, "stopped")
    with logged_in(dovecot, "stopped") as client:
        for subject in ("a", "b", "c"):
            put(client, "INBOX", subject)
    cursor = next(iter(box.parcels())).position
    with logged_in(dovecot, "stopped") as client:
        put(client, "INBOX", "d")
    assert subjects(box, cursor) == ["d", "b", "a"]


def test_a_folder_that_counts_anew_is_read_anew(dovecot: Any) -> None:
    box = mailbox(dovecot, "anew")
    with logged_in(dovecot, "anew") as client:
        client.create("Jobs")
        put(client, "Jobs", "one")
    cursor = list(box.parcels())[-1].position
    told = json.loads(cursor)
    told["folders"]["Jobs"]["v"] -= 1
    renewed = json.dumps(told)
    assert subjects(box, cursor) == []
    assert subjects(box, renewed) == ["one"]


def test_trash_drafts_spam_and_views_are_left_alone(dovecot: Any) -> None:
    with logged_in(dovecot, "folders") as client:
        client.create("Papierkorb")
        client.create("Bewerbungen")
        for folder in ("INBOX", "Drafts", "Junk", "Everything", "Papierkorb", "Bewerbungen"):
            put(client, folder, folder)
    assert subjects(mailbox(dovecot, "folders")) == ["INBOX", "Bewerbungen"]
    assert mailbox(dovecot, "folders").check() == ("INBOX", "Gesendet", "Bewerbungen")


def test_a_large_mail_arrives_without_its_film(dovecot: Any) -> None:
    film = b"QUJD" * 19 + b"\r\n"
    raw = (
        b"Subject: film\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\n\r\nlook\r\n--b\r\nContent-Type: video/mp4; name=film.mp4\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + film * 240_000 + b"--b--\r\n"
    )
    with logged_in(dovecot, "large") as client:
        client.append("INBOX", "", "", raw)
    (parcel,) = mailbox(dovecot, "large").parcels()
    mail = parse(parcel)
    assert len(parcel.raw) < 10_000 and mail.text == "look"
    assert mail.attachments[0].name == "film.mp4"
    assert mail.attachments[0].size == pytest.approx(240_000 * 57, rel=0.02)
    assert "stay where they are" in mail.errors[0]


def test_a_wrong_password_is_said_plainly_and_told_to_nobody(
    dovecot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(SourceError) as told:
        mailbox(dovecot, "ada", password="hunter2-secret").check()
    assert told.value.permanent
    assert "app password" in str(told.value)
    assert "hunter2-secret" not in str(told.value) + caplog.text + repr(told.value.__context__)


def test_a_right_password_is_told_to_nobody_either(
    dovecot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    box = mailbox(dovecot, "quiet")
    list(box.parcels())
    assert dovecot.password not in caplog.text + repr(box) + repr(vars(box)) + box.name


def test_an_unknown_certificate_ends_the_talk_before_the_password(dovecot: Any) -> None:
    before = dovecot.log().count("Login: user=")
    with pytest.raises(SourceError, match="certificate") as told:
        mailbox(dovecot, "ada", authority=None).check()
    assert told.value.permanent
    assert dovecot.log().count("Login: user=") == before


def test_a_certificate_for_another_name_is_refused(dovecot: Any) -> None:
    with pytest.raises(SourceError, match="certificate"):
        mailbox(dovecot, "ada", host="127.0.0.2").check()


def test_nobody_listening_is_worth_another_try() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(SourceError, match="refuses") as told:
        ImapMailbox("127.0.0.1", "ada", "x", port=port, since=LONG_AGO).check()
    assert not told.value.permanent


def test_a_silent_server_is_worth_another_try() -> None:
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        port = mute.getsockname()[1]
        with pytest.raises(SourceError, match="in time") as told:
            ImapMailbox("127.0.0.1", "ada", "x", port=port, since=LONG_AGO, timeout=0.3).check()
    assert not told.value.permanent


def test_a_line_that_breaks_off_keeps_what_was_read() -> None:
    """The server greets, takes the name, and hangs up."""

    def hang_up(door: socket.socket) -> None:
        line, _ = door.accept()
        with line:
            line.sendall(b"* OK ready\r\n")
            line.recv(1_000)

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        thread = threading.Thread(target=hang_up, args=(door,), daemon=True)
        thread.start()
        with pytest.raises(SourceError, match="kept") as told:
            Session("127.0.0.1", "ada", "x", port=door.getsockname()[1], tls=False, timeout=5)
        thread.join(5)
    assert not told.value.permanent


@pytest.mark.parametrize("host", ["imap.example.org", "192.168.1.4", "localhost.example.org"])
def test_no_password_ever_goes_out_in_the_clear(host: str) -> None:
    with pytest.raises(Refused, match="encryption"):
        ImapMailbox(host, "ada", "x", port=143, since=LONG_AGO, tls=False).check()
    assert not is_loopback(host)


def folder(name: str, *flags: str) -> ServerFolder:
    return ServerFolder(name, frozenset(flags))


GMAIL = [
    folder("INBOX"), folder("Jobs"), folder("[Gmail]/Alle Nachrichten", "\\all"),
    folder("[Gmail]/Gesendet", "\\sent"), folder("[Gmail]/Wichtig", "\\important"),
    folder("[Gmail]/Spam", "\\junk"), folder("[Gmail]/Entwürfe", "\\drafts"),
]  # fmt: skip


def test_gmail_gives_every_mail_once() -> None:
    assert [f.name for f in worth_reading(GMAIL, True)] == ["[Gmail]/Alle Nachrichten"]


def test_gmail_with_all_mail_hidden_is_read_by_its_folders() -> None:
    shown = [f for f in GMAIL if "\\all" not in f.flags]
    names = [f.name for f in worth_reading(shown, True)]
    assert names == ["INBOX", "[Gmail]/Gesendet", "Jobs"]


def test_without_special_use_names_decide() -> None:
    plain = [folder("Trash"), folder("Sent Items"), folder("Spam"), folder("INBOX"), folder("X")]
    assert [f.name for f in worth_reading(plain, False)] == ["INBOX", "Sent Items", "X"]


class GmailTalk(MemoryTalk):
    """A talk with Gmail: labels, a draft among all mail."""

    def folders(self) -> list[ServerFolder]:
        return GMAIL

    def labels(self, uids: list[int]) -> dict[int, tuple[str, ...]]:
        return {1: ("\\Inbox", "Jobs"), 2: ("\\Sent",), 3: ("\\Draft",), 4: ("\\Inbox",)}


def test_gmail_labels_say_what_was_sent_and_drafts_are_no_mail() -> None:
    server = MemoryServer(gmail=True)
    everything = "[Gmail]/Alle Nachrichten"
    server.create(everything, "\\all")
    for uid in range(1, 5):
        server.put(everything, b"Subject: %d\r\n\r\nx\r\n" % uid)
    server.withheld.add((everything, 4))
    box = ImapMailbox(
        "imap.gmail.com", "ada", "x", since=LONG_AGO, opening=lambda: GmailTalk(server)
    )
    mails = [parse(parcel) for parcel in box.parcels()]
    assert [(m.subject, m.sent, m.labels) for m in mails] == [
        ("", False, ("Inbox",)), ("2", True, ("Sent",)), ("1", False, ("Inbox", "Jobs")),
    ]  # fmt: skip
    assert "would not hand over" in mails[0].errors[0]
