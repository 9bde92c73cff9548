"""Text pasted from a mail program, made into a mail again.

People paste what they see: "Von: … Betreff: …" and then the letter, or the
letter alone, or the whole source. What the paste does not say stays unsaid; the
date falls back to when it was pasted.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256

from afterword.terms import Parcel

from .files import looks_like_mail
from .lean import parcel_of
from .parsing.dates import pasted_date

_FIELDS = {
    "from": "from|von|de|da|van|från|fra|lähettäjä|od|odesílatel|odosielateľ|feladó|de la|от|від|"
    "gönderen|kimden|από|差出人|送信者|发件人|寄件者|보낸 사람|보낸사람|مِن|من|מאת|dari|từ|remitente|expéditeur|absender|mittente",
    "to": "to|an|à|para|a|aan|naar|till|til|vastaanottaja|do|komu|címzett|către|catre|кому|"
    "kime|alıcı|προς|宛先|收件人|收件者|받는 사람|받는사람|إلى|אל|kepada|đến|destinatario|destinatário|destinataire|empfänger",
    "cc": "cc|kopie|copie|copia|kopia|kopio|копия|копія|bilgi|cópia|抄送|副本|참조|ccn",
    "date": "date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|fecha|enviado|enviado el|enviada em|data|"
    "inviato|verzonden|verzonden op|skickat|dato|sendt|päivämäärä|lähetetty|wysłano|wysłane|odesláno|datum odeslání|"
    "dátum|elküldve|küldve|trimis|дата|отправлено|надіслано|tarih|gönderildi|ημερομηνία|στάλθηκε|"
    "日付|送信日時|日時|发送时间|日期|寄件日期|날짜|보낸 날짜|التاريخ|תאריך|tanggal|ngày",
    "subject": "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|otsikko|temat|předmět|"
    "predmet|tárgy|subiect|тема|konu|θέμα|件名|主题|主旨|제목|الموضوع|נושא|subjek|perihal|chủ đề|re",
    "reply-to": "reply-to|reply to|antwort an|répondre à|responder a|rispondi a|svar till|svar til|antwoord aan",
}
_WORDS = {word.strip(): field for field, words in _FIELDS.items() for word in words.split("|")}
_LINE = re.compile(r"[\s>*_#|]*([^\W\d_][^:：\n]{0,24}?)[\s*_]*[:：][\s*_]*(.*?)[\s*_]*$")
_FORWARD = re.compile(
    r"^\s*(?:[-_=*]{3,}.{0,80}|begin forwarded message:?|anfang der weitergeleiteten.{0,40})$", re.I
)
_SOURCE_ONLY = re.compile(r"(?im)^(?:received|mime-version|message-id|content-type|return-path):")
_LOOK = 40


def pasted(text: str, *, received: datetime) -> Parcel:
    """The parcel for a pasted text; `received` is its date where it names none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n")
    encoded = text.encode("utf-8", "replace")
    if not text.strip():
        return parcel_of(b"", "pasted", "1", error="Nothing was pasted.")
    head = text.partition("\n\n")[0]
    if looks_like_mail(encoded[:20_000]) and _SOURCE_ONLY.search(head):
        return parcel_of(encoded, "pasted", "1")
    fields, body = _taken_apart(text)
    own = sha256(text.strip().encode("utf-8", "replace")).hexdigest()[:32]
    return parcel_of(_mail(fields, body, received, own), "pasted", "1")


def _taken_apart(text: str) -> tuple[dict[str, str], str]:
    """The header lines at the top, by our names, and the letter below them."""
    lines = text.split("\n")
    fields: dict[str, str] = {}
    at = last = 0
    while at < min(len(lines), _LOOK):
        line = lines[at]
        found = _LINE.match(line)
        field = _WORDS.get(" ".join(found.group(1).split()).casefold()) if found else None
        if found and field and field not in fields:
            value = found.group(2).strip()
            if not value and at + 1 < len(lines):  # the value on a line of its own
                following = lines[at + 1].strip()
                if following and not _LINE.match(following):
                    value, at = following, at + 1
            fields[field] = value
            last = at + 1
        elif line.strip():
            if not _FORWARD.match(line):
                break
        elif _enough(fields):
            break
        at += 1
    if not _enough(fields):
        return {}, text
    return fields, "\n".join(lines[last:]).strip("\n")


def _enough(fields: dict[str, str]) -> bool:
    """One lonely "To: be honest" is no head; a subject or two fields are."""
    return "subject" in fields or len(fields) >= 2


def _mail(fields: dict[str, str], body: str, received: datetime, own: str) -> bytes:
    zone = received.tzinfo or UTC
    when = pasted_date(fields.get("date", ""), zone) or received.replace(tzinfo=zone)
    # The same text pasted twice is one mail, whenever it was pasted.
    lines = [f"Date: {format_datetime(when)}", f"Message-ID: <{own}@pasted.invalid>"]
    for field in ("from", "to", "cc", "reply-to", "subject"):
        if fields.get(field):
            lines.append(
                f"{field.title()}: {_people(fields[field]) if field != 'subject' else fields[field]}"
            )
    lines.append("MIME-Version: 1.0")
    lines.append("Content-Type: text/plain; charset=utf-8")
    lines.append("Content-Transfer-Encoding: 8bit")
    return ("\n".join(lines) + "\n\n" + body + "\n").encode("utf-8", "replace")


def _people(value: str) -> str:
    """ "Jo Doe [mailto:jo@x.org]" and "Jo Doe (jo@x.org)" as headers write them."""
    value = re.sub(r"\[(?:mailto:)?\s*([^\[\]\s]+@[^\[\]\s]+)\s*\]", r"<\1>", value)
    value = re.sub(r"<mailto:", "<", value)
    value = re.sub(r"<([^<>\s]+@[^<>\s]+)>\s*<[^<>]*>", r"<\1>", value)
    return re.sub(r"\(([^()\s]+@[^()\s]+)\)", r"<\1>", value)
