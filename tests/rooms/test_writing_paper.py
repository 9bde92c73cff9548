"""Letters on paper: the address stands in the window, whatever the sheet does in its envelope."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from afterword.errors import UserError
from afterword.terms import Channel
from afterword.writing.delivery import paper, pasted, providers, signature, word
from afterword.writing.delivery.sheets import DIN_A, DIN_B, SHEETS, US, Sheet, sheet_for

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
INCH = 25.4
WORDS = (
    "Dear Ms Reyes,\n\nThank you for the hour. #[x] *b* $y$ <tag> \\ & “Größe”.\n\n"
    "Second paragraph.\n\nWith kind regards,\nSam Verhoeven"
)
LETTER = paper.Letter(
    name="Sam Verhoeven", address=("Keizersgracht 12", "1015 CX Amsterdam"),
    to=("Dana Reyes", "Acme Freight", "Hafenstraße 7", "20457 Hamburg"),
    subject="Re: Our talk", words=WORDS, on=date(2026, 3, 10), contact=("sam@home.example",),
    place="Amsterdam",
)  # fmt: skip


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = b"".join(b"\0" + b"\x20\x20\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")  # fmt: skip


@pytest.mark.parametrize("sheet", [DIN_A, DIN_B], ids=lambda one: one.key)
def test_din_5008_puts_the_address_where_the_norm_has_it(sheet: Sheet) -> None:
    top = {"din_a": 27, "din_b": 45}[sheet.key]
    window = sheet.window
    assert (window.x, window.y, window.width, window.height) == (20, top, 85, 45)
    # 17.7 mm for the return address and notes, then 27.3 mm for six lines, 5 mm in from the field.
    assert (sheet.address.x, sheet.address.y) == (25, top + 17.7)
    assert sheet.address.height == 27.3 and sheet.most * sheet.line <= 27.3
    assert sheet.address.x + sheet.address.width <= window.x + window.width
    assert sheet.folds == {"din_a": (87, 192), "din_b": (105, 210)}[sheet.key]
    assert sheet.hole == 148.5 and sheet.body > top + 45


def test_a_us_letter_shows_its_address_wherever_it_slides_in_a_no_10_window() -> None:
    """Envelope 4 1/8 x 9 1/2, window 1 1/8 x 4 1/2 in, 7/8 in from the left, 1/2 in from the bottom."""
    panel = US.folds[0] / INCH
    assert panel <= 3.875  # a quarter inch less than the envelope is the tallest that goes in
    assert all(b - a <= US.folds[0] for a, b in zip((0, *US.folds), (*US.folds, US.height), strict=True))  # fmt: skip
    place, clear = US.address, 0.125
    lines = place.y / INCH, (place.y + US.most * US.line) / INCH
    for up in (0.0, 4.125 - panel):  # how far the top of the sheet lies below that of the envelope
        window = 4.125 - 0.5 - 1.125 - up, 4.125 - 0.5 - up
        assert window[0] + clear <= lines[0] + 1e-9 and lines[1] <= window[1] - clear + 1e-9
    for over in (0.0, 9.5 - 8.5):
        window = 0.875 - over, 0.875 + 4.5 - over
        assert window[0] + clear <= place.x / INCH + 1e-9
        assert (place.x + place.width) / INCH <= window[1] - clear + 1e-9


def test_the_sheet_is_the_users_choice_and_else_what_is_usual_there() -> None:
    assert sheet_for("US") is US and sheet_for("CA-ON") is US
    assert sheet_for("DE") is DIN_B and sheet_for("") is DIN_B
    assert sheet_for("US", "din_a") is DIN_A


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda one: one.key)
def test_a_letter_becomes_an_accessible_pdf(sheet: Sheet) -> None:
    made = paper.as_pdf(replace(LETTER, signature=signature.picture(png(60, 20))), sheet, at=AT)
    assert made.startswith(b"%PDF") and b"pdfuaid" in made and b"/StructTreeRoot" in made
    box = {"us": b"612 792", "din_a": b"595.27", "din_b": b"595.27"}[sheet.key]
    assert box in made
    assert paper.as_pdf(LETTER, sheet, at=AT) == paper.as_pdf(LETTER, sheet, at=AT)


def test_words_that_look_like_markup_are_words() -> None:
    evil = '#panic("x") #import "/etc/passwd" `a` = b\n#set page(width: 1pt)'
    letter = replace(
        LETTER, name=evil, words=f"{evil}\n\n{evil}", subject=evil, to=(evil.split("\n")[0],)
    )
    assert paper.as_pdf(letter, DIN_B, at=AT).startswith(b"%PDF")
    assert word.as_docx(replace(letter, name=evil + "\x00\x0b"), DIN_B, at=AT)[:2] == b"PK"


def test_more_lines_than_the_window_shows_are_said_and_not_cut() -> None:
    with pytest.raises(UserError, match="window shows 4"):
        paper.as_pdf(replace(LETTER, to=("a", "b", "c", "d", "e")), US, at=AT)


def test_a_card_has_its_envelope_beside_it() -> None:
    made = paper.as_card(
        replace(LETTER, words="Dear Dana,\n\nThank you.\n\nKindly,\nSam"), us=False, at=AT
    )
    assert made.startswith(b"%PDF") and b"/Count 2" in made


def test_a_word_file_holds_the_letter_and_its_frames() -> None:
    made = word.as_docx(replace(LETTER, signature=signature.picture(png(60, 20))), DIN_B, at=AT)
    with zipfile.ZipFile(io.BytesIO(made)) as box:
        text = box.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in box.namelist())
    assert "Größe" in text and "&lt;tag&gt;" in text and "Our talk" in text and "Re: " not in text
    # 62.7 mm from the top of the page, in twentieths of a point.
    assert 'w:y="3555"' in text and 'w:vAnchor="page"' in text


def test_the_signature_goes_between_the_closing_and_the_name() -> None:
    before, closing, name = paper.parts(WORDS)
    assert before[0] == ["Dear Ms Reyes,"] and len(before) == 3
    assert (closing, name) == (["With kind regards,"], "Sam Verhoeven")
    assert paper.parts("One paragraph only.\nIn two lines.") == (
        [["One paragraph only.", "In two lines."]], [], ""
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "us", "says"),
    [("en", False, "1 March 2026"), ("en", True, "March 1, 2026"), ("de", False, "1. März 2026"),
     ("fr", False, "1er mars 2026"), ("es", False, "1 de marzo de 2026"), ("xx", False, "1 March 2026")],
)  # fmt: skip
def test_the_date_is_in_the_language_of_the_letter(language: str, us: bool, says: str) -> None:
    assert paper.day(date(2026, 3, 1), language, us=us) == says


def test_a_signature_is_small_and_really_a_picture() -> None:
    found = signature.picture(png(300, 90))
    assert found.kind == "png" and signature.unpacked(signature.packed(found)) == found
    jpeg = (
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08"
        + struct.pack(">HH", 90, 300)
        + b"\x03" * 9
    )
    assert signature.picture(jpeg).kind == "jpg"
    bomb = png(4, 4).replace(struct.pack(">II", 4, 4), struct.pack(">II", 50_000, 50_000))
    for bad in (b"", b"<svg onload=x>", b"\xff\xd8\xff", b"GIF89a", bomb, b"x" * 200_000):
        with pytest.raises(UserError):
            signature.picture(bad)


def test_a_comment_is_public_and_keeps_neither_greeting_nor_closing() -> None:
    message = pasted.pasted(WORDS, Channel.LINKEDIN_MESSAGE)
    comment = pasted.pasted(WORDS, Channel.LINKEDIN_COMMENT)
    assert message.text == WORDS and message.most == 8_000
    assert comment.text.startswith("Thank you for the hour.") and "Sam" not in comment.text
    assert comment.most == 1_250 and comment.over == 0
    long = pasted.pasted("😀" * 700, Channel.LINKEDIN_COMMENT)
    assert long.signs == 1_400 and long.over == 150 and len(long.text) == 700


def test_a_provider_is_known_by_its_domain_alone() -> None:
    gmail = providers.provider_of("Ada@GMail.com")
    assert gmail is not None and gmail.smtp == "smtp.gmail.com" and gmail.keeps_sent
    assert providers.provider_of("ada@firm.example") is None
    assert all(one.security in ("tls", "starttls") for one in providers.PROVIDERS)
    assert not providers.keeps_sent("mail.firm.example")
