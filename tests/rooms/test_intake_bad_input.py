"""What people hand over by mistake, and what others send on purpose."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from afterword.errors import NotAMailbox, SourceError
from afterword.intake.mailbox import open_mailbox, parse
from afterword.intake.mailbox.lean import LARGE
from afterword.intake.mailbox.parsing import parse_plainly
from afterword.intake.mailbox.parsing.addresses import MAX_RECIPIENTS
from afterword.intake.mailbox.parsing.tree import MAX_PARTS
from afterword.terms import Mail, Parcel

Read = Callable[[bytes], Mail]

POSTMARK = b"From a@b.example Mon Mar  2 09:00:00 2026\n"


def letter(n: int, body: bytes = b"hello\n") -> bytes:
    return b"Subject: %d\nMessage-ID: <%d@x.example>\n\n" % (n, n) + body


def mails(path: Path) -> list[Mail]:
    return [parse(parcel) for parcel in open_mailbox(path).parcels()]


# ── not a mailbox ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [("a.mbox", b"", "empty"), ("a.mbox", b" \n\n ", "empty"),
     ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "picture"),
     ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(500), "picture"),
     ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\nfoo: bar\n", "PDF"),
     ("a.pst", b"!BDN" + bytes(500), "Outlook"),
     ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Outlook"),
     ("a.tgz", b"\x1f\x8b\x08" + bytes(500), "Unpack"),
     ("a.bin", bytes(range(256)) * 40, "does not look like mail"),
     ("a.txt", b"Dear diary,\n\ntoday I wrote no mail.\n", "does not look like mail"),
     ("a.eml", b"key: value\nother: thing\n", "does not look like mail"),
     ("a.zip", b"PK\x03\x04 and then nothing", "damaged")],
)  # fmt: skip
def test_what_is_no_mailbox_is_told_so(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(NotAMailbox, match=word) as told:
        open_mailbox(path)
    assert name in str(told.value)


def test_a_word_document_is_a_zip_but_no_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "cv.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(NotAMailbox, match="Word"):
        open_mailbox(path)


def test_nothing_there_and_nothing_in_it(tmp_path: Path) -> None:
    with pytest.raises(NotAMailbox, match="nothing at"):
        open_mailbox(tmp_path / "gone")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "todo.md").write_text("# todo")
    with pytest.raises(NotAMailbox, match="No mail was found"):
        open_mailbox(tmp_path / "notes")


def test_an_empty_maildir_is_a_mailbox_without_mail(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    assert mails(tmp_path) == []


# ── damaged ─────────────────────────────────────────────────────────────────


def test_an_mbox_cut_off_in_the_middle_gives_all_it_has(tmp_path: Path) -> None:
    path = tmp_path / "cut.mbox"
    whole = b"".join(POSTMARK + letter(n) + b"\n" for n in range(3))
    for cut in range(60, len(whole)):
        path.write_bytes(whole[:cut])
        found = mails(path)
        subjects = [mail.subject for mail in found]
        assert subjects[0] == "0" and subjects[1:] in ([], [""], ["1"], ["1", ""], ["1", "2"])
    path.write_bytes(whole)
    assert [mail.subject for mail in mails(path)] == ["0", "1", "2"]


def test_a_mailbox_that_shrank_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(b"".join(POSTMARK + letter(n) + b"\n" for n in range(5)))
    last = list(open_mailbox(path).parcels())[-1].position
    path.write_bytes(b"".join(POSTMARK + letter(n) + b"\n" for n in range(3, 5)))
    assert len(list(open_mailbox(path).parcels(last))) == 2


def test_a_mailbox_that_grew_gives_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "Inbox"
    path.write_bytes(b"".join(POSTMARK + letter(n) + b"\n" for n in range(2)))
    last = list(open_mailbox(path).parcels())[-1].position
    with path.open("ab") as file:
        file.write(POSTMARK + letter(2))
    assert [parse(p).subject for p in open_mailbox(path).parcels(last)] == ["2"]


def test_a_line_that_starts_with_from_is_not_a_mail(tmp_path: Path) -> None:
    path = tmp_path / "x.mbox"
    body = b"Hi\n\nFrom the desk of Jo\nall is well.\n\nFrom 2026 on: nothing.\nFrom me\n"
    path.write_bytes(POSTMARK + letter(0, body) + b"\n" + POSTMARK + letter(1))
    assert [mail.subject for mail in mails(path)] == ["0", "1"]
    assert mails(path)[0].text == body.decode().strip()


@pytest.mark.parametrize(
    "postmark",
    [b"From - Mon Mar  2 09:00:00 2026\n", b"From MAILER-DAEMON Mon Mar  2 09:00:00 2026\n",
     b"From 1790000000000000000@xxx Mon Mar 02 09:00:00 +0000 2026\n", b"From ???@???\n",
     b"From a@b.example  Mon, 2 Mar 2026 09:00:00 +0100\n", b"From a@b.example\n",
     b"From \"a b\"@x.example Mon Mar  2 09:00 2026\n"],
)  # fmt: skip
def test_postmarks_of_many_programs(tmp_path: Path, postmark: bytes) -> None:
    path = tmp_path / "x.mbox"
    path.write_bytes(b"\n".join(postmark + letter(n) for n in range(3)))
    assert [mail.subject for mail in mails(path)] == ["0", "1", "2"]


def test_a_folder_goes_on_past_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter(0))
    (tmp_path / "b.eml").write_bytes(b"")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "d.mbox").write_bytes(POSTMARK + letter(1))
    (tmp_path / "loop").symlink_to(tmp_path)
    assert sorted(mail.subject for mail in mails(tmp_path)) == ["0", "1"]


def test_a_mail_added_later_is_found_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "z.eml").write_bytes(letter(0))
    (tmp_path / "y.mbox").write_bytes(POSTMARK + letter(1))
    last = list(open_mailbox(tmp_path).parcels())[-1].position
    (tmp_path / "a.eml").write_bytes(letter(2))
    with (tmp_path / "y.mbox").open("ab") as file:
        file.write(b"\n" + POSTMARK + letter(3))
    found = {parse(p).subject for p in open_mailbox(tmp_path).parcels(last)}
    assert found == {"2", "3"}


def test_an_emlx_with_a_wrong_count(tmp_path: Path) -> None:
    tail = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple">\n<plist/>\n'
    for n, count in enumerate((5, 99_999)):
        (tmp_path / f"{n}.emlx").write_bytes(b"%d\n" % count + letter(n) + tail)
    assert [mail.text for mail in mails(tmp_path)] == ["hello", "hello"]
    assert mails(tmp_path / "0.emlx")[0].text == "hello"


# ── archives ────────────────────────────────────────────────────────────────


def test_a_zip_is_read_past_a_bomb_and_past_paths_that_climb(tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.eml", letter(1))
        archive.writestr("/etc/evil.eml", letter(2))
        with archive.open("Takeout/Mail/bomb.mbox", "w", force_zip64=True) as bomb:
            bomb.write(POSTMARK + letter(3))
            for _ in range(300):
                bomb.write(bytes(1024 * 1024))
        archive.writestr("Takeout/Mail/Inbox.mbox", POSTMARK + letter(4))
    tracemalloc.start()
    found = mails(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [mail.subject for mail in found] == ["", "", "", "4"]
    assert all("outside the archive" in mail.errors[0] for mail in found[:2])
    assert "far more than mail" in found[2].errors[0] and "bomb.mbox" in found[2].errors[0]
    assert peak < 30_000_000
    assert not list(tmp_path.parent.glob("**/evil.eml"))


def test_a_zip_that_lies_about_its_size_is_stopped_while_it_swells(tmp_path: Path) -> None:
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.mbox", "w", force_zip64=True) as bomb:
            bomb.write(POSTMARK + letter(0))
            for _ in range(120):
                bomb.write(bytes(1024 * 1024))
        archive.writestr("b.mbox", POSTMARK + letter(1))
    box = open_mailbox(path)
    box._entries[0].compress_size, honest = 10**7, box._entries[0].compress_size  # type: ignore[attr-defined]
    assert honest < 10**6
    box._entries[0].file_size = 1000  # type: ignore[attr-defined]
    found = [parse(parcel) for parcel in box.parcels()]
    assert found[-1].subject == "1"
    assert len(found[0].text) < 2_000_000


def test_a_zip_damaged_in_the_middle_gives_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.mbox", b"".join(POSTMARK + letter(n) + b"\n" for n in range(400)))
        archive.writestr("b.eml", letter(1_000))
    raw = bytearray(path.read_bytes())
    middle = raw.find(b"PK\x03\x04", 4) // 2
    raw[middle : middle + 40] = os.urandom(40)
    path.write_bytes(raw)
    found = mails(path)
    assert found[-1].subject == "1000"
    assert any("damaged" in error for mail in found for error in mail.errors)


def test_a_mailbox_that_goes_away_is_said_plainly(tmp_path: Path) -> None:
    archive, plain = tmp_path / "takeout.zip", tmp_path / "Inbox"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.mbox", POSTMARK + letter(0))
    plain.write_bytes(POSTMARK + letter(0))
    boxes = [open_mailbox(archive), open_mailbox(plain)]
    archive.unlink(), plain.unlink()
    for box in boxes:
        with pytest.raises(SourceError):
            list(box.parcels())


def test_a_locked_entry_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.eml", letter(0))
        packed.writestr("b.eml", letter(1))
    raw = bytearray(path.read_bytes())
    directory = raw.find(b"PK\x01\x02")
    raw[directory + 8] |= 1  # the flag that says: encrypted
    path.write_bytes(raw)
    found = mails(path)
    assert "password" in found[0].errors[0] and found[1].subject == "1"


# ── large ───────────────────────────────────────────────────────────────────


def film(path: Path, megabytes: int) -> None:
    """A mail with an attachment of that size between two small ones, written in pieces."""
    line = b"QUJD" * 19 + b"\n"
    with path.open("wb") as file:
        file.write(POSTMARK + letter(0) + b"\n" + POSTMARK)
        file.write(
            b"Subject: film\nMessage-ID: <film@x.example>\n"
            b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
            b"Look at this.\n--b\nContent-Type: video/mp4; name=film.mp4\n"
            b"Content-Transfer-Encoding: base64\n\n"
        )
        for _ in range(megabytes):
            file.write(line * (1024 * 1024 // len(line)))
        file.write(b"--b--\n\n" + POSTMARK + letter(2))


def check_film(found: list[Mail], megabytes: int) -> None:
    assert [mail.subject for mail in found] == ["0", "film", "2"]
    assert found[1].text == "Look at this."
    assert found[1].attachments[0].name == "film.mp4"
    assert found[1].attachments[0].size == pytest.approx(megabytes * 2**20 * 57 / 77, rel=0.02)
    assert "stay where they are" in found[1].errors[0]


def test_an_attachment_of_200_mb_is_never_held(tmp_path: Path) -> None:
    path = tmp_path / "film.mbox"
    film(path, 200)
    tracemalloc.start()
    found = mails(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    check_film(found, 200)
    assert peak < 10_000_000


def test_nor_is_it_out_of_a_zip(tmp_path: Path) -> None:
    path, packed = tmp_path / "film.mbox", tmp_path / "film.zip"
    film(path, 60)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.write(path, "Takeout/Mail/film.mbox")
    tracemalloc.start()
    found = mails(packed)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    check_film(found, 60)
    assert peak < 4 * LARGE
    straight = mails(path)
    assert [mail.sha256 for mail in found] == [mail.sha256 for mail in straight]


def test_a_mailbox_of_gigabytes_takes_no_more_memory_than_one_of_kilobytes(tmp_path: Path) -> None:
    """Sparse: 600 megabytes of nothing between two mails, none of it in memory."""
    path = tmp_path / "huge.mbox"
    with path.open("wb") as file:
        file.write(POSTMARK + letter(0) + b"\n" + POSTMARK)
        file.write(b"Subject: hole\nContent-Type: application/octet-stream\n\n")
        file.truncate(600 * 2**20)
        file.seek(0, 2)
        file.write(b"\n\n" + POSTMARK + letter(2))
    tracemalloc.start()
    found = mails(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [mail.subject for mail in found] == ["0", "hole", "2"]
    assert peak < 10_000_000


_RESIDENT = """
import resource, sys
from pathlib import Path
from afterword.intake.mailbox import open_mailbox, parse
count = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = count()
found = [parse(parcel).subject for parcel in open_mailbox(Path(sys.argv[1])).parcels()]
print(count() - before, *found)
"""


def test_nor_does_the_system_hold_the_file_for_us(tmp_path: Path) -> None:
    """Pages of a mapped file count as ours until they are given back."""
    path = tmp_path / "film.mbox"
    film(path, 300)
    said = subprocess.run(
        [sys.executable, "-c", _RESIDENT, str(path)], capture_output=True, check=True, text=True
    ).stdout.split()
    assert said[1:] == ["0", "film", "2"]
    assert int(said[0]) < 100  # megabytes more than before, libraries included


# ── bombs ───────────────────────────────────────────────────────────────────


@pytest.fixture(params=[parse, parse_plainly], ids=["fast", "plain"])
def read(request: pytest.FixtureRequest) -> Read:
    return lambda raw: request.param(Parcel(raw, "x"))


def test_ten_thousand_recipients_are_cut_with_a_word(read: Read) -> None:
    people = b", ".join(b"Person %d <p%d@x.example>" % (n, n) for n in range(10_000))
    mail = read(b"To: " + people + b"\nSubject: s\n\nhi\n")
    assert len(mail.to) == MAX_RECIPIENTS
    assert any("recipients" in error for error in mail.errors)
    assert (mail.subject, mail.text) == ("s", "hi")


def test_parts_within_parts_without_end(read: Read) -> None:
    for depth in (80, 3_000):
        raw = b"Subject: deep\n"
        for n in range(depth):
            raw += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        raw += b"Content-Type: text/plain\n\nat the bottom\n--b%d--\n" % (depth - 1)
        mail = read(raw)
        assert mail.subject == "deep" and mail.errors
        assert mail.text == "at the bottom"


def test_ten_thousand_parts(read: Read) -> None:
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    raw = (
        b"Subject: wide\nContent-Type: multipart/mixed; boundary=b\n\n" + part * 10_000 + b"--b--\n"
    )
    mail = read(raw)
    assert mail.subject == "wide" and mail.text == "x"
    assert any(str(MAX_PARTS) in error for error in mail.errors)


def test_mails_within_mails_without_end(read: Read) -> None:
    raw = b"Subject: s\n" + b"Content-Type: message/rfc822\n\n" * 500 + b"\nthe end\n"
    mail = read(raw)
    assert mail.subject == "s" and mail.errors


def test_a_head_without_end(read: Read) -> None:
    mail = read(b"Subject: s\n" + b"X-Junk: y\n" * 300_000 + b"\nhi\n")
    assert mail.subject == "s" and mail.text == "hi"


def test_a_subject_of_a_megabyte(read: Read) -> None:
    mail = read(b"Subject: " + b"=?utf-8?q?a?= " * 70_000 + b"\n\nhi\n")
    assert 0 < len(mail.subject) <= 2_000 and mail.text == "hi"


def test_a_text_of_ten_megabytes_is_cut_with_a_word(read: Read) -> None:
    mail = read(b"Subject: s\n\n" + b"word and word\n" * 700_000)
    assert len(mail.text) <= 1_000_000
    assert any("longer than" in error for error in mail.errors)


@pytest.mark.parametrize(
    "raw",
    [b"From: " + b"(" * 100_000 + b"\n\nx", b"From: " + b"<" * 100_000 + b"\n\nx",
     b"From: " + b'"' * 100_001 + b"\n\nx", b"To: " + b"a,;:" * 50_000 + b"\n\nx",
     b"Subject: " + b"=?" * 100_000 + b"\n\nx", b"Subject: " + b"=?a?q?" * 30_000 + b"\n\nx",
     b"Content-Type: text/plain; " + b"a=b;" * 50_000 + b"\n\nx",
     b'Content-Type: text/plain; a="' + b"\\" * 100_000 + b"\n\nx",
     b"Date: " + b"1 " * 50_000 + b"\n\nx", b"References: " + b"<a " * 50_000 + b"\n\nx",
     b"Content-Type: text/html\n\n" + b"<" * 200_000, b"Content-Type: text/html\n\n" + b"<p " * 90_000,
     b"Content-Type: text/html\n\n<style>" + b".preheader " * 9_000,
     b"Content-Type: text/plain; format=flowed\n\n" + b"> \n" * 100_000],
    ids=lambda raw: raw[:28].decode(),
)  # fmt: skip
def test_no_head_or_page_makes_us_think_for_long(read: Read, raw: bytes) -> None:
    """Quadratic work on these takes minutes; linear work takes a blink."""
    before = os.times().user
    read(raw)
    assert os.times().user - before < 5
