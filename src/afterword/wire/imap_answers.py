"""What a server hands over by the thousand, mails and their sizes, read by the shape it nearly always has.

IMAPClient takes an answer to pieces word by word, which for a mailbox of years costs more than
fetching it. Here the two shapes that servers give are known at sight; whatever else comes is
IMAPClient's to understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError
from imapclient.response_parser import parse_fetch_response

_SIZE = re.compile(rb"\d+ \(UID (\d+) RFC822\.SIZE (\d+)\)")
_MAIL = re.compile(rb"\d+ \(UID (\d+) BODY\[\] \{\d+\}")


def sizes(client: IMAPClient, uids: Sequence[int]) -> dict[int, int]:
    """The size of each of these mails in bytes, as far as they are there."""
    said = _asked(client, uids, "RFC822.SIZE")
    found: dict[int, int] = {}
    for one in said:
        plain = _SIZE.fullmatch(one) if isinstance(one, bytes) else None
        if plain is None:
            answer = _word_by_word(client, said, uids)
            return {
                uid: int(data[b"RFC822.SIZE"])
                for uid, data in answer.items()
                if b"RFC822.SIZE" in data
            }
        found[int(plain[1])] = int(plain[2])
    return _of_these(found, uids)


def mails(client: IMAPClient, uids: Sequence[int]) -> dict[int, bytes | None]:
    """The bytes of each of these mails that are there; None where the server gave none."""
    said = _asked(client, uids, "BODY.PEEK[]")
    found: dict[int, bytes | None] = {}
    for at in range(0, len(said), 2):
        head, end = said[at], said[at + 1] if at + 1 < len(said) else b""
        plain = _MAIL.fullmatch(head[0]) if isinstance(head, tuple) and end == b")" else None
        if plain is None:
            answer = _word_by_word(client, said, uids)
            return {uid: data.get(b"BODY[]") for uid, data in answer.items()}
        found[int(plain[1])] = head[1]
    return _of_these(found, uids)


def _asked(client: IMAPClient, uids: Sequence[int], what: str) -> list[Any]:
    """The pieces of the server's answer as imaplib gives them; raises as IMAPClient does."""
    if not uids:
        return []
    typ, said = client._imap.uid("FETCH", _named(uids), f"({what})")
    if typ != "OK":
        raise IMAPClientError(f"fetch failed: {said[0]!r}")
    return [one for one in said if one is not None]


def _named(uids: Sequence[int]) -> str:
    """The UIDs as a command names them: `7:5` is `5:7` to a server, and much shorter than each."""
    stretches: list[list[int]] = []
    for uid in uids:
        if stretches and abs(uid - stretches[-1][-1]) == 1 and len(stretches[-1]) == 1:
            stretches[-1].append(uid)
        elif stretches and len(stretches[-1]) == 2 and _goes_on(stretches[-1], uid):
            stretches[-1][1] = uid
        else:
            stretches.append([uid])
    return ",".join(":".join(map(str, one)) for one in stretches)


def _goes_on(stretch: list[int], uid: int) -> bool:
    low, high = stretch
    return uid - high == (1 if high > low else -1)


def _word_by_word(
    client: IMAPClient, said: list[Any], uids: Iterable[int]
) -> dict[int, dict[bytes, Any]]:
    answer = parse_fetch_response(said, client.normalise_times, client.use_uid)
    return _of_these({int(uid): dict(data) for uid, data in answer.items()}, uids)


def _of_these(found: dict[int, Any], uids: Iterable[int]) -> dict[int, Any]:
    """Without what the server told of other mails unasked."""
    return {uid: found[uid] for uid in uids if uid in found}
