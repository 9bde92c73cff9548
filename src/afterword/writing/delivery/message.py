"""A letter as a mail file: opens in any mail program as a draft that is not sent yet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from email import policy
from email.headerregistry import Address as MailAddress
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime
from uuid import UUID

from afterword.errors import UserError
from afterword.terms import Address

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_MESSAGE_ID = re.compile(r"<?([^\s<>@]+@[^\s<>@]+)>?")


def eml(
    *,
    to: Address,
    sender: Address,
    subject: str,
    body: str,
    cc: Sequence[Address] = (),
    date: datetime | None = None,
    message_id: str = "",
    in_reply_to: str = "",
    references: Sequence[str] = (),
    to_open: bool = True,
) -> bytes:
    """The bytes of a message (RFC 5322, UTF-8, CRLF line ends).

    There is no Bcc by design. `to_open` adds `X-Unsent: 1`, by which mail programs open a file
    for editing; a message for Drafts or for the server goes without.
    Without `date` or `message_id` the mail program sets its own on sending. Ids are
    taken with or without angle brackets; what is no message id is left out.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = _mail_address(sender)
    message["To"] = _mail_address(to)
    if cc:
        message["Cc"] = tuple(_mail_address(one) for one in cc)
    message["Subject"] = one_line(subject)
    if date is not None:
        message["Date"] = format_datetime(date)
    if to_open:
        message["X-Unsent"] = "1"
    message.set_content(
        body.replace("\r\n", "\n").rstrip("\n") + "\n", charset="utf-8", cte="quoted-printable"
    )
    return _thread(message_id, in_reply_to, references) + message.as_bytes()


def message_id(letter: UUID, sender: str) -> str:
    """The id of this letter as a mail, always the same one, without angle brackets.

    Sent twice by mishap, it is one mail to every mailbox that drops doubles. It tells neither
    what wrote it nor when: the domain is the sender's, the rest is a digest.
    """
    domain = sender.rpartition("@")[2].strip().lower()
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        domain = ""
    mark = hashlib.blake2b(letter.bytes, digest_size=16, person=b"letter").hexdigest()
    return f"{mark}@{domain or 'localhost'}"


def gist(raw: bytes) -> str:
    """A digest of what a reader would see: to whom, the subject, the words.

    Servers add headers and wrap lines anew; only a change of these three is a change.
    """
    message = BytesParser(policy=policy.default).parsebytes(raw)
    body = message.get_body(("plain",))
    try:
        words = body.get_content() if body is not None else ""
    except (LookupError, ValueError, KeyError):
        words = raw.partition(b"\r\n\r\n")[2].decode("latin-1")
    seen = (str(message["To"] or ""), str(message["Subject"] or ""), words)
    whole = "\0".join(" ".join(part.split()) for part in seen)
    return hashlib.sha256(whole.encode()).hexdigest()


def one_line(text: str) -> str:
    """`text` with every line break and control sign turned into a space."""
    return re.sub(r" {2,}", " ", _UNSAFE.sub(" ", text)).strip()


def _mail_address(address: Address) -> MailAddress:
    """A header address. A name cannot smuggle a header in; an address must be one."""
    spec = address.email.strip()
    local, at, domain = spec.rpartition("@")
    if not at or not local or not domain or re.search(r"[\s,;<>\"()\\]", spec):
        raise UserError(f"“{one_line(address.email)}” is not a mail address we can write to.")
    try:
        domain = domain.encode("idna").decode("ascii")
        local.encode("ascii")
        return MailAddress(one_line(address.name), addr_spec=f"{local}@{domain}")
    except (UnicodeError, ValueError, IndexError) as trouble:
        raise UserError(
            f"“{one_line(address.email)}” is not a mail address we can write to."
        ) from trouble


def _thread(message_id: str, in_reply_to: str, references: Sequence[str]) -> bytes:
    """The thread headers, folded by hand.

    The standard library folds a long id as an encoded word, which breaks the thread.
    """
    answered = _ids([in_reply_to])[:1]
    chain = _ids(references)
    chain += [one for one in answered if one not in chain]
    lines = []
    if own := _ids([message_id])[:1]:
        lines.append("Message-ID: " + own[0])
    if answered:
        lines.append("In-Reply-To: " + answered[0])
    if chain:
        lines.append("References: " + "\r\n ".join(chain))
    return "".join(line + "\r\n" for line in lines).encode("ascii")


def _ids(texts: Iterable[str]) -> list[str]:
    """The ids found, in order, each once; ids of more than ASCII or 900 signs are dropped."""
    found: list[str] = []
    for text in texts:
        for match in _MESSAGE_ID.finditer(text):
            one = f"<{_UNSAFE.sub('', match[1])}>"
            if one.isascii() and len(one) <= 900 and one not in found:
                found.append(one)
    return found
