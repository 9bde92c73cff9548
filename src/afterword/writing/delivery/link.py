"""A letter as a mailto link: the mail program opens with everything filled in."""

from __future__ import annotations

from urllib.parse import quote

from afterword.errors import UserError
from afterword.writing.delivery.message import one_line

#: Windows hands a program at most 2,083 signs of address, and browsers follow it.
LONGEST = 2000

#: What stands in the body when the letter does not fit into a link.
TOO_LONG = "[paste the letter here: it was too long for this link]"


def mailto(
    *, to: str, subject: str, body: str, in_reply_to: str = "", longest: int = LONGEST
) -> str:
    """A `mailto:` address (RFC 6068) that fills in recipient, subject and letter.

    When the whole is longer than `longest` signs the letter is left out and a note in
    square brackets asks to paste it; the caller should offer copying beside the link.
    """
    address = to.strip()
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain or any(c in address for c in ' \t\r\n,;?&<>"'):
        raise UserError(f"“{one_line(to)}” is not a mail address we can write to.")
    start = f"mailto:{quote(local, safe='!$*+-._~')}@{_domain(domain)}"
    start += f"?subject={quote(one_line(subject), safe='')}"
    if in_reply_to and (mark := one_line(in_reply_to).replace(" ", "")):
        start += f"&In-Reply-To={quote('<' + mark.strip('<>') + '>', safe='')}"
    lines = body.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").replace("\n", "\r\n")
    whole = f"{start}&body={quote(lines, safe='')}"
    if len(whole) <= longest:
        return whole
    return f"{start}&body={quote(TOO_LONG, safe='')}"


def _domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(domain, safe="-._~")
