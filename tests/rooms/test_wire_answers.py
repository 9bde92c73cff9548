"""What a server hands over by the thousand is read the same in its usual shape and in any other."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from afterword.wire import imap_answers as answers


class Line:
    """What imaplib gives for one UID command, and what it was asked."""

    def __init__(self, said: list[Any], typ: str = "OK") -> None:
        self.said, self.typ, self.asked = said, typ, ("", "", "")

    def uid(self, *asked: str) -> tuple[str, list[Any]]:
        self.asked = asked  # type: ignore[assignment]
        return self.typ, self.said


def client(said: list[Any], typ: str = "OK") -> Any:
    return SimpleNamespace(_imap=Line(said, typ), normalise_times=True, use_uid=True)


USUAL = [(b"1 (UID 7 BODY[] {3}", b"one"), b")", (b"2 (UID 8 BODY[] {3}", b"two"), b")"]
TURNED = [
    (b"1 (BODY[] {3}", b"one"),
    b" UID 7)",
    (b"2 (FLAGS (\\Seen) UID 8 BODY[] {3}", b"two"),
    b")",
]
UNASKED = [*USUAL, b"3 (UID 9 FLAGS (\\Seen))"]


@pytest.mark.parametrize("said", [USUAL, TURNED, UNASKED])
def test_mails_are_read_in_whatever_shape_they_come(said: list[Any]) -> None:
    assert answers.mails(client(said), [8, 7]) == {8: b"two", 7: b"one"}


def test_a_mail_the_server_gives_nothing_of_is_named_without_bytes() -> None:
    said = [*USUAL[:2], b"2 (UID 8 BODY[] NIL)"]
    assert answers.mails(client(said), [7, 8]) == {7: b"one", 8: None}


def test_what_was_not_asked_for_is_left_out() -> None:
    assert answers.mails(client(list(USUAL)), [7]) == {7: b"one"}
    assert answers.mails(client([None]), [7]) == {} and answers.mails(client([]), []) == {}


@pytest.mark.parametrize(
    "said",
    [
        b"1 (UID 7 RFC822.SIZE 12)",
        b"1 (RFC822.SIZE 12 UID 7)",
        b"1 (UID 7 FLAGS () RFC822.SIZE 12)",
    ],
)
def test_sizes_are_read_in_whatever_order_they_come(said: bytes) -> None:
    other = [b"2 (UID 8 RFC822.SIZE 30)", b"3 (UID 9 FLAGS ())"]
    assert answers.sizes(client([said, *other]), [9, 8, 7]) == {8: 30, 7: 12}
    assert answers.sizes(client([said]), [7]) == {7: 12}


def test_a_refusal_is_raised_as_imapclient_raises_it() -> None:
    with pytest.raises(IMAPClientError):
        answers.mails(client([b"no such mail"], "NO"), [7])
    assert issubclass(IMAPClient.Error, IMAPClientError)


@pytest.mark.parametrize(
    ("uids", "named"),
    [
        ([5], "5"),
        ([9, 8, 7], "9:7"),
        ([7, 8, 9, 12], "7:9,12"),
        ([9, 8, 9], "9:8,9"),
        ([3, 5, 4, 3, 1], "3,5:3,1"),
    ],
)
def test_uids_in_a_row_are_named_by_their_ends(uids: list[int], named: str) -> None:
    line = client([])
    answers.mails(line, uids)
    assert line._imap.asked[1] == named
