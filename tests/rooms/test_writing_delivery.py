"""A letter as a file and as a link: whole, openable, and nothing smuggled in."""

from __future__ import annotations

from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.errors import UserError
from afterword.terms import Address
from afterword.writing.delivery import eml, mailto

DANA = Address("Dana Reyes", "dana@acme.example")
SAM = Address("Sám Verhoeven", "sam@home.example")


def read(raw: bytes):
    return BytesParser(policy=policy.default).parsebytes(raw)


def test_the_file_holds_the_letter_whole() -> None:
    body = "Dear Dana,\n\n“Größe”, 2.1% — fine.\n\nWith kind regards,\nSám"
    message = read(eml(to=DANA, sender=SAM, subject="Über uns – and more", body=body))
    assert message.get_content().replace("\r\n", "\n") == body + "\n"
    assert message["Subject"] == "Über uns – and more"
    assert message["To"].addresses[0].addr_spec == "dana@acme.example"
    assert message["From"].addresses[0].display_name == "Sám Verhoeven"
    assert message["X-Unsent"] == "1"
    assert message.get_content_charset() == "utf-8"
    assert message["Bcc"] is None and message["Date"] is None and message["Message-ID"] is None


def test_every_line_ends_as_the_standard_wants_and_none_is_too_long() -> None:
    raw = eml(to=DANA, sender=SAM, subject="é" * 300, body="wort " * 900)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_a_reply_stays_in_its_thread_even_with_long_ids() -> None:
    long = "<" + "a" * 150 + "@mail.example>"
    raw = eml(
        to=DANA,
        sender=SAM,
        subject="Re: x",
        body="y",
        date=datetime(2026, 3, 3, 9, tzinfo=UTC),
        message_id="new@home.example",
        in_reply_to="last@acme.example",
        references=[long, "<first@acme.example>"],
    )
    message = read(raw)
    assert message["In-Reply-To"].strip() == "<last@acme.example>"
    assert message["References"].split() == [long, "<first@acme.example>", "<last@acme.example>"]
    assert message["Message-ID"].strip() == "<new@home.example>"
    assert b"=?utf-8?q?=3C" not in raw
    assert message["Date"].datetime == datetime(2026, 3, 3, 9, tzinfo=UTC)


NASTY = st.text(
    alphabet=st.sampled_from('aB \r\n\x0b\x0c\x1c\x85\u2028:@<>,;"\\=?é\x00'), max_size=40
)


@given(name=NASTY, subject=NASTY, thread=NASTY)
def test_no_text_can_add_a_header_or_a_reader(name: str, subject: str, thread: str) -> None:
    evil = "\r\nBcc: spy@evil.example"
    raw = eml(
        to=Address(name + evil, DANA.email),
        sender=Address(name, SAM.email),
        subject=subject + evil + "\n\nbody",
        body="the body",
        in_reply_to=thread + evil,
        references=[thread + evil],
    )
    message = read(raw)
    assert message["Bcc"] is None
    assert [one.addr_spec for one in message["To"].addresses] == [DANA.email]
    assert message.get_content().strip() == "the body"
    allowed = {"from", "to", "subject", "x-unsent", "content-type", "mime-version"}
    allowed |= {"content-transfer-encoding", "in-reply-to", "references"}
    assert {key.casefold() for key in message} <= allowed


@pytest.mark.parametrize(
    "address", ["", "dana", "a@b, c@d", "a@b\r\nBcc: x@y", "<a@b>", "@b", "a@", "a b@c"]
)
def test_what_is_no_address_is_said_plainly(address: str) -> None:
    with pytest.raises(UserError, match="not a mail address"):
        eml(to=Address("x", address), sender=SAM, subject="s", body="b")
    with pytest.raises(UserError, match="not a mail address"):
        mailto(to=address, subject="s", body="b")


def test_a_domain_with_an_umlaut_is_written_as_the_wire_needs_it() -> None:
    raw = eml(to=Address("x", "info@müller.example"), sender=SAM, subject="s", body="b")
    assert b"info@xn--mller-kva.example" in raw


def test_the_link_fills_in_everything() -> None:
    body = "Dear Dana,\n\n50% & more? “yes” + #1\n\nSam"
    link = mailto(to="dana+jobs@acme.example", subject="A & B = ?", body=body)
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == "dana+jobs@acme.example"
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == ["A & B = ?"]
    assert fields["body"] == [body.replace("\n", "\r\n")]
    assert " " not in link and "+" not in parts.query


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_link_cannot_be_given_other_fields(subject: str, body: str) -> None:
    link = mailto(to=DANA.email, subject="x" + subject + "&bcc=a@b", body=body + "\n&cc=c@d")
    fields = parse_qs(urlsplit(link).query, keep_blank_values=True)
    assert set(fields) == {"subject", "body"}
    assert "%0D" not in link.split("&body")[0] and "%0A" not in link.split("&body")[0]


def test_a_letter_too_long_for_a_link_leaves_a_note_instead() -> None:
    link = mailto(to=DANA.email, subject="Hello", body="é" * 1500)
    assert len(link) <= 2000
    assert parse_qs(urlsplit(link).query)["body"][0].startswith("[paste the letter here")
    assert "subject=Hello" in link
