"""What every mailbox promises, asked of each kind: the container never changes the mail."""

from __future__ import annotations

import imaplib
import itertools
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from afterword.intake.mailbox import Mailbox, open_mailbox, parse
from afterword.intake.mailbox.imap import ImapMailbox
from afterword.intake.memory import MemoryMailbox
from afterword.terms import Mail

LETTERS = [
    b"From: Jo Doe <jo@firm.example>\nTo: Ada <ada@home.example>\n"
    b"Date: Mon, 2 Mar 2026 09:00:00 +0100\nMessage-ID: <one@firm.example>\n"
    b"Subject: Your application\n\nDear Ada,\n\nFrom the first page on we enjoyed it.\n"
    b">From here it is quoted.\n\nFrom Monday on we are closed.\n\nJo\n",
    "From: =?utf-8?q?J=C3=B6rg?= <joerg@firma.example>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n"
    "Message-ID: <two@firma.example>\nSubject: =?utf-8?b?w5xiZXIgSWhyZSBCZXdlcmJ1bmc=?=\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: 8bit\n\nWir müssen Ihnen leider absagen.\n".encode(),
    # No Message-ID: its id is the hash of its bytes, whatever the container did to them.
    b"From: robot@ats.example\nDate: Wed, 4 Mar 2026 10:00:00 +0000\nSubject: Received\n\n"
    b"We have received your application.\n",
    # Broken in the middle: a head without sense, base64 that is none, a part without an end.
    b"Subject: =?utf-8?b?broken\nDate: yesterday-ish\nMessage-ID: <four@x.example>\n"
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
    b"Content-Transfer-Encoding: base64\n\n!!!!\n--b\nContent-Type: text/plain\n\nstill here\n",
    b"From: a@b.example\nDate: Thu, 5 Mar 2026 10:00:00 +0000\nMessage-ID: <five@b.example>\n"
    b"Subject: html\nContent-Type: text/html\n\n<p>See <a href='https://x.example'>us</a></p>\n",
    b"From: a@b.example\nDate: Fri, 6 Mar 2026 10:00:00 +0000\nMessage-ID: <six@b.example>\n"
    b"Subject: last\n\nThe last one.\n\n",
]
POSTMARK = b"From someone@somewhere.example Mon Mar  2 09:00:00 2026\n"

Builder = Callable[[Path, list[bytes], bool], Mailbox]


def mbox_bytes(letters: list[bytes]) -> bytes:
    """An mbox as programs write it (mboxrd): `From ` in a letter gains a `>`."""
    out = []
    for raw in letters:
        lines = raw.split(b"\n")
        quoted = [b">" + ln if ln.lstrip(b">").startswith(b"From ") else ln for ln in lines]
        out.append(POSTMARK + b"\n".join(quoted).rstrip(b"\n") + b"\n\n")
    return b"".join(out)


def memory(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    return MemoryMailbox(letters, sent=frozenset(range(len(letters)) if sent else ()))


def mbox(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    path = folder / ("Sent.mbox" if sent else "Inbox.mbox")
    path.write_bytes(mbox_bytes(letters))
    return open_mailbox(path)


def mbox_crlf(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    path = folder / ("Enviados" if sent else "Bandeja")
    path.write_bytes(mbox_bytes(letters).replace(b"\n", b"\r\n"))
    return open_mailbox(path)


def maildir(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    for box in ("", ".Archive", ".Sent"):
        for part in ("cur", "new", "tmp"):
            (folder / "Maildir" / box / part).mkdir(parents=True)
    box = folder / "Maildir" / (".Sent" if sent else "")
    for n, raw in enumerate(letters):
        place = box / ("new" if n % 2 else "cur")
        (place / (f"177000000{n}.M1P1.host" + ("" if n % 2 else ":2,RS"))).write_bytes(raw)
    return open_mailbox(folder / "Maildir")


def eml_folder(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    place = folder / "mails" / ("Gesendete Elemente" if sent else "Posteingang")
    place.mkdir(parents=True)
    (folder / "mails" / "notes.pdf").write_bytes(b"%PDF-1.4 not mail")
    for n, raw in enumerate(letters):  # names in the wrong order on purpose
        (place / f"{9 - n} letter.eml").write_bytes(raw.replace(b"\n", b"\r\n"))
    return open_mailbox(folder / "mails")


def emlx_folder(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    place = folder / "V10" / ("Sent Messages.mbox" if sent else "INBOX.mbox") / "Messages"
    place.mkdir(parents=True)
    for n, raw in enumerate(letters):
        tail = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-">\n<plist/>\n'
        (place / f"{n}.emlx").write_bytes(b"%-10d\n" % len(raw) + raw + tail)
    return open_mailbox(folder / "V10")


def takeout(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    path = folder / "takeout-20260301T1200Z-001.zip"
    name = "Gesendet" if sent else "Alle Nachrichten"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/archive_browser.html", "<html></html>")
        archive.writestr(f"Takeout/E-Mail/{name}.mbox", mbox_bytes(letters))
    return open_mailbox(path)


def takeout_folder(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    place = folder / "Takeout" / "Mail"
    place.mkdir(parents=True)
    (place / ("Sent.mbox" if sent else "Inbox.mbox")).write_bytes(mbox_bytes(letters))
    return open_mailbox(folder / "Takeout")


def mixed(folder: Path, letters: list[bytes], sent: bool) -> Mailbox:
    place = folder / "mixed" / ("Verzonden" if sent else "Alles")
    place.mkdir(parents=True)
    (place / "first.mbox").write_bytes(mbox_bytes(letters[:2]))
    with zipfile.ZipFile(place / "second.zip", "w") as archive:
        archive.writestr("Sent.mbox" if sent else "x.mbox", mbox_bytes(letters[2:4]))
    for n, raw in enumerate(letters[4:]):
        (place / f"{n}.eml").write_bytes(raw)
    return open_mailbox(folder / "mixed")


FILES = [
    memory, mbox, mbox_crlf, maildir, eml_folder, emlx_folder, takeout, takeout_folder, mixed,
]  # fmt: skip
_users = itertools.count()


@pytest.fixture(params=[*FILES, "IMAP"], ids=lambda p: p if isinstance(p, str) else p.__name__)
def build(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Mailbox]:
    """Makes a mailbox of the kind under test out of letters."""
    if request.param != "IMAP":
        return lambda letters, sent=False: request.param(tmp_path, letters, sent)
    server: Any = request.getfixturevalue("dovecot")

    def on_server(letters: list[bytes], sent: bool = False) -> Mailbox:
        user = f"user{next(_users)}"
        with imaplib.IMAP4(server.host, server.port) as client:
            client.login(user, server.password)
            for raw in reversed(letters):  # the newest comes first out of an IMAP mailbox
                put = client.append(
                    "Gesendet" if sent else "INBOX", "", "", raw.replace(b"\n", b"\r\n")
                )
                assert put[0] == "OK"
        return ImapMailbox(
            server.host, user, server.password,
            port=server.tls_port, since=date(2000, 1, 1), authority=server.authority,
        )  # fmt: skip

    return on_server


def essence(mail: Mail) -> tuple[object, ...]:
    """All of a mail but where it lay."""
    return tuple(getattr(mail, name) for name in mail.__slots__ if name != "source")


def test_the_same_mails_come_out_whatever_the_container(build: Callable[..., Mailbox]) -> None:
    mails = [parse(parcel) for parcel in build(LETTERS).parcels()]
    straight = [parse(parcel) for parcel in MemoryMailbox(LETTERS).parcels()]
    assert [essence(mail) for mail in mails] == [essence(mail) for mail in straight]
    assert [mail.subject for mail in mails] == [
        "Your application", "Über Ihre Bewerbung", "Received", "=?utf-8?b?broken", "html", "last",
    ]  # fmt: skip
    assert "From the first page on" in mails[0].text
    assert "\n>From here" in mails[0].text
    assert mails[2].id == f"sha256:{mails[2].sha256}"


def test_a_broken_mail_is_a_mail_with_a_reason_and_stops_nothing(
    build: Callable[..., Mailbox],
) -> None:
    mails = [parse(parcel) for parcel in build(LETTERS).parcels()]
    assert len(mails) == len(LETTERS)
    assert mails[3].errors and "still here" in mails[3].text
    assert not mails[4].errors


def test_every_position_resumes_with_exactly_the_rest(build: Callable[..., Mailbox]) -> None:
    mailbox = build(LETTERS)
    whole = list(mailbox.parcels())
    sources = [parcel.source for parcel in whole]
    assert len(set(sources)) == len(sources)
    for done, parcel in enumerate(whole, 1):
        rest = [later.source for later in mailbox.parcels(parcel.position)]
        assert rest == sources[done:], f"after {done}"


def test_stopping_in_the_middle_costs_nothing(build: Callable[..., Mailbox]) -> None:
    mailbox = build(LETTERS)
    first = list(itertools.islice(mailbox.parcels(), 2))
    rest = list(mailbox.parcels(first[-1].position))
    assert len(first) + len(rest) == len(LETTERS)


def test_read_twice_the_ids_are_the_same(build: Callable[..., Mailbox]) -> None:
    mailbox = build(LETTERS)
    once = [parse(parcel).id for parcel in mailbox.parcels()]
    assert once == [parse(parcel).id for parcel in mailbox.parcels()]
    assert len(set(once)) == len(LETTERS)


def test_it_says_how_much_there_is_and_how_much_is_done(build: Callable[..., Mailbox]) -> None:
    mailbox = build(LETTERS)
    hint = mailbox.size_hint()
    taken = sum(parcel.size for parcel in mailbox.parcels())
    assert hint >= sum(map(len, LETTERS)) * 0.9
    assert hint * 0.9 <= taken <= hint * 1.1


def test_what_was_sent_is_known_as_sent(build: Callable[..., Mailbox]) -> None:
    assert [parse(p).sent for p in build(LETTERS, True).parcels()] == [True] * len(LETTERS)


def test_what_was_received_is_not(build: Callable[..., Mailbox]) -> None:
    assert not any(parse(p).sent for p in build(LETTERS).parcels())


def test_its_name_is_stable_and_its_cursor_may_be_nonsense(build: Callable[..., Mailbox]) -> None:
    mailbox = build(LETTERS)
    assert isinstance(mailbox, Mailbox)
    assert mailbox.name and mailbox.kind
    assert len(list(mailbox.parcels("nonsense"))) == len(LETTERS)
