"""Pasted text becomes the mail it was, in whatever language the mail program speaks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from afterword.intake.mailbox import parse, pasted
from afterword.terms import Address, Mail

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def mail(text: str) -> Mail:
    return parse(pasted(text, received=NOW))


HEADS = [
    "From: Jo Doe <jo@firm.example>\nSent: Friday, May 3, 2024 2:05 PM\nTo: Ada\nSubject: Your application",
    "Von: Jo Doe [mailto:jo@firm.example]\nGesendet: Freitag, 3. Mai 2024 14:05\nAn: Ada\nBetreff: Your application",
    "De : Jo Doe <jo@firm.example>\nEnvoyé : vendredi 3 mai 2024 14:05\nÀ : Ada\nObjet : Your application",
    "De: Jo Doe <jo@firm.example>\nEnviado el: viernes, 3 de mayo de 2024 14:05\nPara: Ada\nAsunto: Your application",
    "De: Jo Doe <jo@firm.example>\nEnviada em: sexta-feira, 3 de maio de 2024 14:05\nPara: Ada\nAssunto: Your application",
    "Da: Jo Doe <jo@firm.example>\nInviato: venerdì 3 mag 2024 14:05\nA: Ada\nOggetto: Your application",
    "Van: Jo Doe <jo@firm.example>\nVerzonden: vrijdag 3 mei 2024 14:05\nAan: Ada\nOnderwerp: Your application",
    "Från: Jo Doe <jo@firm.example>\nSkickat: den 3 maj 2024 14:05\nTill: Ada\nÄmne: Your application",
    "Od: Jo Doe <jo@firm.example>\nWysłano: piątek, 3 maj 2024 14:05\nDo: Ada\nTemat: Your application",
    "От: Jo Doe <jo@firm.example>\nДата: 3 мая 2024 г., 14:05\nКому: Ada\nТема: Your application",
    "差出人: Jo Doe <jo@firm.example>\n送信日時: 2024年5月3日 14:05\n宛先: Ada\n件名: Your application",
    "发件人：Jo Doe <jo@firm.example>\n发送时间：2024年5月3日 14:05\n收件人：Ada\n主题：Your application",
    "> *From:* Jo Doe <jo@firm.example>\n> *Date:* 3 May 2024 14:05\n> *Subject:* Your application",
    "---------- Forwarded message ---------\nFrom: Jo Doe <jo@firm.example>\n"
    "Date: Fri, 3 May 2024 at 14:05\nSubject: Your application\nTo: Ada",
    "Begin forwarded message:\n\nFrom: Jo Doe <jo@firm.example>\nSubject: Your application\n"
    "Date: 3 May 2024 at 14:05:00 CEST",
    "From:\nJo Doe <jo@firm.example>\nDate:\n3 May 2024 14:05\nSubject:\nYour application",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.split("\n")[0][:30])
def test_the_head_of_a_pasted_mail_is_understood(head: str) -> None:
    found = mail(head + "\n\nDear Ada,\n\nwe are sorry: no.\n")
    assert found.subject == "Your application"
    assert found.sender == Address("Jo Doe", "jo@firm.example")
    assert found.date is not None and found.date.date() == date(2024, 5, 3)
    assert found.text == "Dear Ada,\n\nwe are sorry: no."


def test_a_letter_without_a_head_is_all_letter() -> None:
    text = "To be honest: we liked you.\n\nFrom: the whole team\nwith love"
    found = mail(text)
    assert (found.text, found.subject, found.sender, found.date) == (text, "", None, NOW)


def test_the_whole_source_of_a_mail_is_read_as_such() -> None:
    found = mail(
        "Received: from x\nFrom: =?utf-8?q?J=C3=B6?= <jo@firm.example>\nSubject: s\n"
        "Message-ID: <a@b.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9\n"
    )
    assert (found.id, found.sender, found.text) == (
        "a@b.example",
        Address("Jö", "jo@firm.example"),
        "café",
    )


def test_the_same_paste_is_the_same_mail_on_another_day() -> None:
    later = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    text = "We have decided to go on with someone else."
    assert parse(pasted(text, received=NOW)).id == parse(pasted(text, received=later)).id
    assert mail(text).id != mail(text + " Sorry.").id
    assert mail(text + "\r\n").id == mail(text).id


@pytest.mark.parametrize("text", ["", "  \n\n "])
def test_nothing_pasted_is_said(text: str) -> None:
    assert mail(text).errors == ("Nothing was pasted.",)


@pytest.mark.parametrize(
    "text", ["\x00\x01", ":" * 5_000, "Subject: " + "x" * 10_000, "\ud800 lone"]
)
def test_no_paste_is_too_strange(text: str) -> None:
    found = mail(text)
    assert found.id and "\x00" not in found.text
