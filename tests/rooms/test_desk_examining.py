"""Examining mail without the database: at a glance, by helpers, and the same either way."""

from __future__ import annotations

import importlib.util
import uuid
from pathlib import Path
from types import ModuleType

import pytest

from afterword.desk.mail import examiners, examining
from afterword.desk.mail.examining import Question
from afterword.intake.mailbox import parse, peek
from afterword.reading import is_about_jobs, read
from afterword.reading.model import Opinion
from afterword.terms import MailKind, Parcel

ROOT = Path(__file__).resolve().parents[2]
ASKED = Question(uuid.UUID(int=7), frozenset({"sam.porter@home.example"}))


def _crowd() -> ModuleType:
    spec = importlib.util.spec_from_file_location("crowd", ROOT / "benchmarks" / "crowd.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PARCELS = [Parcel(raw, "crowd", str(at)) for at, raw in enumerate(_crowd().mails(80))]
HALVES = (
    b"From: Bo <bo@shop.example>\nTo: me@home.example\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n"
    b"Date: Mon, 4 May 2026 10:00:00 +0000\nMessage-ID: <h1@shop.example>\n"
    b'Content-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain\n\n%s\n'
    b"--b1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"<style>p{color:red}</style><p>Your interview=\n is on Monday, =C3=BCbrigens</p>\n--b1--\n"
)


class TestThePeek:
    @pytest.mark.parametrize("parcel", PARCELS, ids=lambda parcel: parcel.position)
    def test_it_tells_the_head_as_parsing_does(self, parcel: Parcel) -> None:
        head, mail = peek(parcel), parse(parcel)
        assert head is not None
        for name in ("id", "subject", "sender", "to", "cc", "date", "headers", "in_reply_to",
                     "references", "labels", "sent"):  # fmt: skip
            assert getattr(head, name) == getattr(mail, name)
        assert is_about_jobs(head) is is_about_jobs(mail)
        assert examining.id_in(parcel.raw) == mail.id

    def test_a_plain_half_that_says_nothing_is_followed_by_the_page(self) -> None:
        said = peek(Parcel(HALVES % b"See the page.", "x"))
        assert said is not None and said.subject == "Grüße"
        assert "Your interview is on Monday, übrigens" in said.text and "color" not in said.text

    def test_what_is_out_of_the_ordinary_is_parsed_whole(self) -> None:
        dateless = b"From: a@b.example\nMessage-ID: <d@b.example>\n\nHello\n"
        calendar = HALVES.replace(b"text/plain", b"text/calendar")
        for raw in (b"", b"\x00\xff" * 50, dateless, calendar % b"BEGIN:VCALENDAR"):
            assert peek(Parcel(raw, "x")) is None


class TestDiscussionLists:
    """What list software passes on went to everybody on the list: no word of it is asked of the model."""

    @pytest.mark.parametrize(
        "head",
        [
            "Mailing-List: list tea@groups.example; contact tea-owner@groups.example",
            "X-Mailing-List: linux-tea@vger.example",
            "X-BeenThere: tea@lists.example",
            "List-Post: <mailto:tea@lists.example>",
        ],
    )
    def test_its_mail_is_passed_over_unasked(self, head: str) -> None:
        plain = (
            "From: Bo <bo@friends.example>\nTo: {}\nSubject: Our panel\n"
            "Date: Mon, 4 May 2026 10:00:00 +0000\nMessage-ID: <t1@friends.example>\n{}\n"
            "We would like to invite you to an interview with our panel for the role. Unfortunately "
            "the position was offered to another candidate before.\n"
        )
        letter, post = (
            parse(Parcel(plain.format(to, more).encode(), "x"))
            for to, more in (("ida@home.example", ""), ("tea@groups.example", f"{head}\n"))
        )
        asked: list[object] = []

        def ask(clauses: object, facts: object) -> Opinion:
            asked.append(clauses)
            return Opinion(MailKind.REJECTION, 0.99, (), 0)

        assert read(post, ask=ask).kind is MailKind.NOT_JOB and not asked
        assert read(letter, ask=ask).kind is not MailKind.NOT_JOB


class TestHelpers:
    def test_they_find_what_is_found_here(self) -> None:
        batches = [PARCELS[:30], [], PARCELS[30:50]]
        helpers = examiners.Examiners(ASKED, 2)
        try:
            found = dict(helpers.run((at, "whole", one) for at, one in enumerate(batches)))
        finally:
            helpers.close()
        assert list(found) == [0, 1, 2]
        assert [found[at] for at in range(3)] == [examining.examine(b, ASKED) for b in batches]

    def test_the_mails_of_a_dead_one_are_examined_here(self) -> None:
        helpers = examiners.Examiners(ASKED, 1)
        try:
            for one in helpers._all:
                one.kill()
                one.wait()
            found = list(helpers.run([("a", "whole", PARCELS[:5]), ("b", "glance", PARCELS[5:8])]))
        finally:
            helpers.close()
        assert [len(findings) for _, findings in found] == [5, 3]

    def test_a_small_mailbox_takes_none(self) -> None:
        assert examiners.examiners_for(1_000, ASKED) is None
