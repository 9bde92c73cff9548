"""Sent mail is known by the name its folder has in the user's language."""

from __future__ import annotations

import pytest

from afterword.intake.mailbox.foldernames import is_sent, is_unwanted, unmodified_utf7


@pytest.mark.parametrize(
    "name",
    ["Sent", "SENT ITEMS", "Sent Messages.mbox", "Sent.mbox", "[Gmail]/Sent Mail", "INBOX.Sent",
     ".Sent", "Sent-1", "Sent 2", "Gesendet", "Gesendete Elemente", "[Gmail]/Gesendet",
     "Messages envoyés", "Éléments envoyés", "Enviados", "[Gmail]/Correo enviado",
     "Elementos enviados", "Itens Enviados", "E-mails enviados", "Posta inviata", "Inviati",
     "Verzonden items", "Skickat", "Sendt post", "Lähetetyt", "Wysłane", "Elementy wysłane",
     "Odeslaná pošta", "Elküldött elemek", "Trimise", "Отправленные", "Надіслані",
     "Gönderilmiş Öğeler", "Απεσταλμένα", "送信済みアイテム", "已发送邮件", "寄件備份", "보낸편지함",
     "البريد المرسل", "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-", "&kAFP4W4IMH8wojCkMMYw4A-",
     "Takeout/Mail/Sent.mbox", "Sent Messages.mbox/mbox"],
)  # fmt: skip
def test_sent_in_many_languages(name: str) -> None:
    assert is_sent(name), unmodified_utf7(name)


@pytest.mark.parametrize(
    "name",
    ["INBOX", "Inbox.mbox", "Presents", "Consent", "Sentinel Corp", "Sent to review", "Absender",
     "Not sent", "Drafts", "Archive/2024", "All mail Including Spam and Trash.mbox", "", "."],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(name: str) -> None:
    assert not is_sent(name)


def test_trash_spam_and_drafts_have_names_too() -> None:
    assert all(
        map(
            is_unwanted, ["Trash", "INBOX.Trash", "Papierkorb", "Junk-E-Mail", "[Gmail]/Brouillons"]
        )
    )
    assert not any(map(is_unwanted, ["INBOX", "Sent", "Bin Collection Ltd", "Applications"]))
