"""A parcel becomes a Mail: every case read by both readers, with the same answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.intake.mailbox.parsing import parse, parse_plainly
from afterword.intake.mailbox.parsing.dates import header_date, pasted_date
from afterword.intake.mailbox.parsing.html import plainly, text_of
from afterword.intake.mailbox.parsing.tree import fast_reader
from afterword.terms import Address, Mail, Parcel

Read = Callable[[bytes], Mail]


@pytest.fixture(params=["fast", "plain"])
def read(request: pytest.FixtureRequest) -> Read:
    if request.param == "fast" and fast_reader() is None:
        pytest.skip("fast-mail-parser is not installed here")
    reader = parse if request.param == "fast" else parse_plainly
    return lambda raw: reader(Parcel(raw, "test"))


def headers(**fields: str) -> bytes:
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return ("\n".join(lines) + "\n\n").encode()


def multipart(kind: str, *parts: bytes) -> bytes:
    inner = b"".join(b"--b\n" + part + b"\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary=b\n\n".encode() + inner + b"--b--\n"


PLAIN = b"Content-Type: text/plain; charset=utf-8\n\n"
HTML = b"Content-Type: text/html; charset=utf-8\n\n"


# ── heads ───────────────────────────────────────────────────────────────────

SUBJECTS = [
    ("=?utf-8?q?Caf=C3=A9?=", "Café"),
    ("=?UTF-8?B?w5xiZXI=?= uns", "Über uns"),
    ("=?utf-8?b?w5w=?=\n =?utf-8?b?YmVy?=", "Über"),  # space between words does not count
    ("=?utf-8?b?w5w=?= and =?utf-8?b?w5w=?=", "Ü and Ü"),
    ("=?utf-8?b?w5w?=", "Ü"),  # padding forgotten
    ("=?utf-8?b?w?= =?utf-8?b?5xi?=", "?"),  # cut inside base64: something, not a crash
    ("=?utf-8?q?=E2=82?= =?utf-8?q?=AC?=", "€"),  # one character cut in two (RFC 2047, 6.2)
    ("=?iso-8859-1?q?caf=E9_cr=E8me?=", "café crème"),
    ("=?gb2312?b?xOO6ww==?=", "你好"),
    ("=?iso-2022-jp?b?GyRCJDMkcxsoQg==?=", "こん"),
    ("=?no-such-charset?q?caf=C3=A9?=", "café"),
    ("=?utf-8?q?two words?=", "two words"),  # spaces inside, as old Outlook writes them
    ("=?utf-8*de?q?gr=C3=BCn?=", "grün"),  # with a language (RFC 2231, 5)
    ("=?utf-8?x?what?=", "=?utf-8?x?what?="),
    ("Grüße roh", "Grüße roh"),
    ("=?iso-8859-1?q?Grüße?=", "Grüße"),  # raw letters inside an encoded word
    ("a\tb", "a\tb"),
]


@pytest.mark.parametrize(("written", "meant"), SUBJECTS)
def test_subjects_as_they_are_written(read: Read, written: str, meant: str) -> None:
    subject = read(f"Subject: {written}\nFrom: a@b.example\n\nx\n".encode()).subject
    assert subject == meant or (meant == "?" and subject)


ADDRESSES = [
    ("Jo Doe <Jo@Firm.Example>", Address("Jo Doe", "jo@firm.example")),
    ('"Doe, Jo" <jo@firm.example>', Address("Doe, Jo", "jo@firm.example")),
    ("jo@firm.example (Jo Doe)", Address("Jo Doe", "jo@firm.example")),
    ("<jo@firm.example>", Address("", "jo@firm.example")),
    ("jo@firm.example", Address("", "jo@firm.example")),
    ("'Jo Doe' <jo@firm.example>", Address("Jo Doe", "jo@firm.example")),
    ('"Jo \\"JD\\" Doe" <jo@firm.example>', Address('Jo "JD" Doe', "jo@firm.example")),
    ("=?utf-8?q?J=C3=B6?= <jo@firm.example>", Address("Jö", "jo@firm.example")),
    ('"=?utf-8?q?D=C3=B6,_J?=" <jo@firm.example>', Address("Dö, J", "jo@firm.example")),
    ("=?utf-8?q?Jo_=3Cjo=40firm=2Eexample=3E?=", Address("Jo", "jo@firm.example")),
    ("Jo Doe <mailto:jo@firm.example>", Address("Jo Doe", "jo@firm.example")),
    ("Jo Doe", Address("Jo Doe", "")),
    ("Jo <<jo@firm.example>>", Address("Jo", "jo@firm.example")),
    ("Firm, Inc. <jo@firm.example>", Address("Firm, Inc.", "jo@firm.example")),
    ("Jo at Firm, Inc. <jo@firm.example", Address("Jo at Firm, Inc.", "jo@firm.example")),
    ("Jo Doe <@relay.example:jo@firm.example>", Address("Jo Doe", "jo@firm.example")),
]


@pytest.mark.parametrize(("written", "meant"), ADDRESSES)
def test_senders_as_they_are_written(read: Read, written: str, meant: Address) -> None:
    sender = read(f"From: {written}\nSubject: s\n\nx\n".encode()).sender
    assert sender == meant


def test_groups_and_lists_of_recipients(read: Read) -> None:
    mail = read(
        headers(To='Team: a@x.example, "B, C" <b@x.example>;, d@x.example', Cc="e@x.example")
    )
    assert [one.email for one in mail.to] == ["a@x.example", "b@x.example", "d@x.example"]
    assert mail.cc == (Address("", "e@x.example"),)
    assert read(headers(To="undisclosed-recipients:;", Subject="s")).to == ()


IDS = [
    ("<a.b@c.example>", "a.b@c.example"),
    ("  <a@b> (added by relay)", "a@b"),
    ("plain-id-without-brackets@x", "plain-id-without-brackets@x"),
    ("<>", ""), ("<two words@x>", ""), ("", ""), ("<" + "a" * 300 + "@x>", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), IDS)
def test_only_a_sane_message_id_names_a_mail(read: Read, written: str, meant: str) -> None:
    mail = read(f"Message-ID: {written}\nSubject: s\n\nx\n".encode())
    assert mail.id == (meant or f"sha256:{mail.sha256}")
    assert len(mail.sha256) == 64


def test_threads(read: Read) -> None:
    mail = read(b"In-Reply-To: <a@x> (Jo's mail)\nReferences: <r1@x>\n\t<r2@x> junk <a@x>\n\nx\n")
    assert mail.in_reply_to == "a@x"
    assert mail.references == ("r1@x", "r2@x", "a@x")


def test_the_hash_does_not_see_line_ends(read: Read) -> None:
    raw = b"Subject: s\n\none\ntwo\n"
    assert read(raw).id == read(raw.replace(b"\n", b"\r\n")).id == read(raw + b"\n\n").id
    assert read(raw).id != read(raw.replace(b"two", b"2")).id


def test_gmail_labels_are_decoded_and_say_what_was_sent(read: Read) -> None:
    mail = read(b"X-Gmail-Labels: =?UTF-8?Q?Gesendet,Ge=C3=B6ffnet?=\nSubject: s\n\nx\n")
    assert mail.labels == ("Gesendet", "Geöffnet") and mail.sent
    assert not read(b'X-Gmail-Labels: Inbox,"Jobs, 2026"\n\nx\n').sent
    assert read(b'X-Gmail-Labels: Inbox,"Jobs, 2026"\n\nx\n').labels == ("Inbox", "Jobs, 2026")


def test_junk_in_the_head_does_not_hide_the_rest(read: Read) -> None:
    raw = (
        b"Subject: one\nthis line is junk\nFrom: jo@x.example\nContent-Type: text/plain;\n"
        b" charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9\n"
    )
    mail = read(raw)
    assert (mail.subject, mail.sender, mail.text) == ("one", Address("", "jo@x.example"), "café")


def test_a_body_without_a_gap_before_it(read: Read) -> None:
    mail = read(b"Subject: one\nFrom: jo@x.example\nDear Ada, we are sorry.\nBest, Jo\n")
    assert mail.text == "Dear Ada, we are sorry.\nBest, Jo"


# ── dates ───────────────────────────────────────────────────────────────────

CET = timezone(timedelta(hours=1))
DATES = [
    ("Mon, 2 Mar 2026 09:05:00 +0100", datetime(2026, 3, 2, 9, 5, tzinfo=CET)),
    ("2 Mar 2026 09:05 GMT", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("Mon, 2 Mar 2026 09:05:00 +0000 (UTC)", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("Mon, 02 Mar 2026 04:05:00 EST", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("Mon,  2 March 2026 9:05:00 -0000", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("2026-03-02T09:05:00Z", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("2026-03-02 09:05:00+01:00", datetime(2026, 3, 2, 9, 5, tzinfo=CET)),
    ("Mon Mar  2 09:05:00 2026", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("Mo, 2 Mär 2026 09:05:00", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
    ("2 Mar 2026 23:59:60 +0000", datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC)),
    ("2 Mar 26 09:05:00 +0000", datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), DATES)
def test_dates_as_they_are_written(written: str, meant: datetime) -> None:
    date, why = header_date(written)
    assert date == meant and date is not None and date.tzinfo and not why


@pytest.mark.parametrize(
    "written",
    ["Mon, 2 Mar 1026 09:05:00 +0000", "2 Mar 9999 09:05:00 +0000", "32 Mar 2026 09:00:00 +0000",
     "1 Jan 1970 00:00:00 +0000", "soon", "29 Feb 2025 10:00:00 +0000", "1 Mar 2026 99:99:00 +0000"],
)  # fmt: skip
def test_absurd_dates_are_none_with_a_reason(read: Read, written: str) -> None:
    mail = read(headers(Date=written, Subject="s") + b"x\n")
    assert mail.date is None
    assert any("date" in error for error in mail.errors)


# ── bodies ──────────────────────────────────────────────────────────────────


def test_the_plain_half_is_taken(read: Read) -> None:
    mail = read(multipart("alternative", PLAIN + b"plain words", HTML + b"<p>rich words</p>"))
    assert mail.text == "plain words"


LONG = b"<p>" + b"We have decided to go on with another candidate. " * 8 + b"</p>"


@pytest.mark.parametrize(
    "stub",
    [b"", b"  \n \n", b"This message requires HTML. View in HTML.",
     b"Your email client does not support HTML.", b"View this email in your browser: https://x",
     "Bitte öffnen Sie diese Nachricht im Browser.".encode(), b"-- \n"],
)  # fmt: skip
def test_unless_it_says_nothing(read: Read, stub: bytes) -> None:
    mail = read(multipart("alternative", PLAIN + stub, HTML + LONG))
    assert mail.text.startswith("We have decided")


def test_a_short_plain_half_that_says_it_all_stays(read: Read) -> None:
    rich = HTML + b"<div>Thanks, got it.</div>"
    mail = read(multipart("alternative", PLAIN + b"Thanks, got it.", rich))
    assert mail.text == "Thanks, got it."


def test_html_inside_related_inside_alternative(read: Read) -> None:
    inner = b"Content-Type: multipart/related; boundary=c\n\n--c\n" + HTML + LONG
    inner += b"\n--c\nContent-Type: image/png\nContent-ID: <i>\n\nPNG\n--c--\n"
    mail = read(multipart("alternative", PLAIN, inner))
    assert mail.text.startswith("We have decided")
    assert [one.media_type for one in mail.attachments] == ["image/png"]


def test_attachments_are_named_and_measured_only(read: Read) -> None:
    pdf = (
        b"Content-Type: application/pdf; name=x.pdf\nContent-Transfer-Encoding: base64\n"
        b"Content-Disposition: attachment; filename*0*=utf-8''Lebens%C3%A4; filename*1=lauf.pdf\n\n"
        b"QUJDREVG\nR0g=\n"
    )
    mail = read(multipart("mixed", PLAIN + b"see there", pdf))
    (one,) = mail.attachments
    assert (one.name, one.media_type, one.size) == ("Lebensälauf.pdf", "application/pdf", 8)
    assert mail.text == "see there"


def test_a_path_in_a_name_is_only_a_name(read: Read) -> None:
    bad = b'Content-Type: text/plain; name="../../etc/passwd"\n\nx'
    assert read(multipart("mixed", PLAIN + b"t", bad)).attachments[0].name == "passwd"


def test_calendars_are_kept_wherever_they_hang(read: Read) -> None:
    ics = b"BEGIN:VCALENDAR\nEND:VCALENDAR"
    part = b"Content-Type: text/calendar; method=REQUEST\n\n" + ics
    mail = read(
        multipart("alternative", PLAIN + b"come and see us on Monday", HTML + b"<p>c</p>", part)
    )
    assert mail.calendars == (ics.decode(),)
    assert mail.text == "come and see us on Monday"


def test_a_forwarded_mail_keeps_its_words(read: Read) -> None:
    inner = b"Content-Type: message/rfc822\n\nFrom: jo@firm.example\nSubject: No\n\nWe are sorry."
    mail = read(multipart("mixed", PLAIN + b"Look what came.", inner))
    assert mail.text.startswith("Look what came.")
    assert "From: jo@firm.example\nSubject: No\n\nWe are sorry." in mail.text


def test_a_forward_packed_in_base64(read: Read) -> None:
    inner = (
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        b"U3ViamVjdDogTm8KCldlIGFyZSBzb3JyeS4K\n"
    )
    assert "Subject: No\n\nWe are sorry." in read(multipart("mixed", PLAIN + b"Look.", inner)).text


CHARSETS = [
    ("iso-8859-1", "café – „so“", "cp1252"),
    ("", "café crème brûlée and a few more plain words to read", "cp1252"),
    ("us-ascii", "naïve", "utf-8"),
    ("utf-8", "déjà vu, said in plain old English around it", "cp1252"),
    ("gb2312", "镕基你好", "gb18030"),
    ("iso-2022-jp", "採用の件", "iso2022_jp"),
    ("shift_jis", "①採用", "cp932"),
    ("ks_c_5601-1987", "안녕하세요", "cp949"),
    ("iso-8859-8-i", "שלום", "iso8859_8"),
    ("windows-1251", "Здравствуйте", "cp1251"),
    ("x-unknown", "Grüße", "utf-8"),
    ("", "К сожалению, мы выбрали другого кандидата. Спасибо за интерес.", "koi8_r"),
    ("utf-16", "hello wörld", "utf-16"),
    ("zlib", "plain", "ascii"), ("punycode", "plain é", "utf-8"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "text", "really"), CHARSETS)
def test_charsets_as_declared_as_meant_and_as_neither(
    read: Read, declared: str, text: str, really: str
) -> None:
    kind = f"text/plain; charset={declared}" if declared else "text/plain"
    raw = headers(Content_Type=kind, Content_Transfer_Encoding="8bit") + text.encode(really) + b"\n"
    if really == "utf-16":  # no mail program sends bare UTF-16: it comes in base64
        import base64

        raw = headers(Content_Type=kind, Content_Transfer_Encoding="base64")
        raw += base64.b64encode(text.encode(really)) + b"\n"
    assert read(raw).text == text


@pytest.mark.parametrize(
    "body", [b"SGVsbG8", b"SGVs\n bG8=\n\n", b"SGVsbG8=\n--\nfooter of a list"]
)
def test_base64_as_it_arrives(read: Read, body: bytes) -> None:
    mail = read(headers(Content_Transfer_Encoding="base64", Subject="s") + body)
    assert mail.text.startswith("Hello")


@pytest.mark.parametrize(
    "coding", ["quoted-printable  ", "quoted-printable;", '"Quoted-Printable"']
)
def test_codings_written_carelessly(read: Read, coding: str) -> None:
    assert (
        read(headers(Content_Transfer_Encoding=coding, Subject="s") + b"caf=C3=A9").text == "café"
    )


def test_a_uuencoded_letter(read: Read) -> None:
    body = b"begin 644 a.txt\n#0V%T\n`\nend\n"
    assert read(headers(Content_Transfer_Encoding="x-uuencode", Subject="s") + body).text == "Cat"


def test_flowed_text_flows(read: Read) -> None:
    raw = headers(Content_Type="text/plain; format=flowed") + (
        b"We are \nsorry.\n\n> you \n> wrote\n back at once\n-- \nJo \nDoe\n"
    )
    assert read(raw).text == "We are sorry.\n\n> you wrote\nback at once\n-- \nJo Doe"


def test_nul_characters_are_dropped_and_said(read: Read) -> None:
    mail = read(b"Subject: a\x00b\nFrom: jo@x.example\n\nhe\x00llo\n")
    assert mail.text == "hello" and mail.subject == "ab"
    assert any("NUL" in error for error in mail.errors)


def test_a_multipart_that_never_was_one(read: Read) -> None:
    mail = read(b"Content-Type: multipart/mixed; boundary=q\nSubject: s\n\njust text\n")
    assert mail.text == "just text" and mail.errors


def test_the_headers_reading_asks_for_are_kept_and_no_more(read: Read) -> None:
    mail = read(headers(List_Unsubscribe="<x>", Received="by me", Auto_Submitted="auto-replied"))
    assert dict(mail.headers) == {"list-unsubscribe": "<x>", "auto-submitted": "auto-replied"}


# ── HTML ────────────────────────────────────────────────────────────────────

PAGE = """<html><head><title>T</title><style>p{color:red}</style></head><body>
<div style="display:none;max-height:0">Hidden preview &zwnj;&nbsp;&zwnj;</div>
<h1>Dear Ada</h1><p>We un<b>fortun</b>ately cannot <a href="https://x.example/y">tell you</a>.</p>
<ul><li>one</li><li>two</li></ul>
<table><tr><td>Role</td><td>Engineer</td></tr><tr><td>Date</td><td>3 May</td></tr></table>
<div>Best</div><div>Jo</div><script>alert(1)</script></body></html>"""


@pytest.mark.parametrize("convert", [text_of, lambda html: plainly(html)], ids=["full", "plain"])
def test_html_reads_as_it_was_seen(convert: Callable[[str], str]) -> None:
    text = convert(PAGE)
    assert "Hidden preview" not in text and "alert" not in text and "color" not in text
    assert "We unfortunately cannot tell you." in text
    assert "https://" not in text
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    assert lines == [
        "Dear Ada", "We unfortunately cannot tell you.", "• one", "• two", "Role Engineer",
        "Date 3 May", "Best", "Jo",
    ]  # fmt: skip


def test_a_mail_that_hides_everything_is_still_read() -> None:
    assert text_of('<div style="display:none">All of it</div>') == "All of it"


def test_deep_html_is_no_trap() -> None:
    assert text_of("<div>" * 30_000 + "deep") == "deep"
    assert plainly("<div>" * 30_000 + "deep").strip() == "deep"


# ── pasted dates ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "day"),
    [("Freitag, 3. Mai 2024 um 14:05", (2024, 5, 3, 14)),
     ("vendredi 3 mai 2024 à 14:05", (2024, 5, 3, 14)),
     ("viernes, 3 de mayo de 2024 14:05", (2024, 5, 3, 14)),
     ("Friday, May 3, 2024 2:05 PM", (2024, 5, 3, 14)),
     ("5/3/2024 2:05 PM", (2024, 5, 3, 14)), ("03/05/2024 14:05", (2024, 5, 3, 14)),
     ("03.05.2024 14:05", (2024, 5, 3, 14)), ("2024年5月3日 14:05", (2024, 5, 3, 14)),
     ("пятница, 3 мая 2024 г. 14:05", (2024, 5, 3, 14)), ("3 maggio 2024 14:05", None),
     ("no day at all", None)],
)  # fmt: skip
def test_dates_as_mail_programs_show_them(written: str, day: tuple[int, ...] | None) -> None:
    found = pasted_date(written)
    if day is None:
        assert found is None or found.date().isoformat() == "2024-05-03"
    else:
        assert found is not None and (found.year, found.month, found.day, found.hour) == day


# ── any bytes at all ────────────────────────────────────────────────────────


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_are_too_strange(raw: bytes) -> None:
    for reader in (parse, parse_plainly):
        mail = reader(Parcel(raw, "x"))
        assert mail.id and len(mail.sha256) == 64 and "\x00" not in mail.text


_PIECES = st.sampled_from(
    [b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Type: text/html\n", b"\n", b"--b\n",
     b"--b--\n", b"=?utf-8?q?=FF?=", b"Subject: ", b"From: <<@>,;\"\n", b"\x00", b"\xff\xfe",
     b"Content-Transfer-Encoding: base64\n", b"Date: 99\n", b"Content-Type: message/rfc822\n",
     b"Content-Type: text/plain; charset=\"", b"<p style='display:none'>", b" \n", b"(((((", b":"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_no_shape_is_too_strange(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    for reader in (parse, parse_plainly):
        mail = reader(Parcel(raw, "x"))
        assert mail.date is None or mail.date.tzinfo is not None
        assert "could not be read (" not in " ".join(mail.errors)
