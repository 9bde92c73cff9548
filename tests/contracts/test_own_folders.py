"""The user's own Drafts and Sent on a real dovecot: laid down once, threaded, found again, a touch once."""

from __future__ import annotations

import email
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email import policy
from typing import Any

import pytest
from imapclient import IMAPClient

from afterword.casebook import outbox
from afterword.casebook.models import (
    Case,
    Dispatch,
    LaidDraft,
    Letter,
    Message,
    OwnAddress,
    Person,
    Profile,
    Seat,
    Touch,
)
from afterword.desk.mail import locker, mailroom, own_mail, sending
from afterword.errors import SourceError, UserError
from afterword.intake.mailbox.imap import ImapMailbox

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TEXT = (
    "Dear Ada,\n\nThank you for the hour on Tuesday about the Buyer role. You asked how we would "
    "halve the lead time; in Utrecht we did it in nine weeks.\n\nWith kind regards,\nSam"
)
THEIRS = "their-last-word@firm.example"


@pytest.fixture(autouse=True)
def _the_vault_is_open() -> None:
    """The tests have no keyring: their passwords lie in a file of their home, under a passphrase."""
    if locker.is_locked():
        locker.unlock("a passphrase of the tests")


def clock() -> datetime:
    return NOW


@pytest.fixture
def letter(request: pytest.FixtureRequest) -> Letter:
    """A letter that answers their last mail; each test has a mailbox of its own."""
    account = uuid.uuid4()
    Profile.of(account, at=NOW).describe(name="Sam Porter", at=NOW)
    OwnAddress.add(account=account, email="sam@home.example", at=NOW)
    case = Case.open(account=account, company="Firm", role="Buyer", at=NOW)
    ada = Person.add(account=account, name="Ada", email="ada@firm.example", at=NOW)
    Seat.give(case=case, person=ada, part="hiring_manager", at=NOW)
    Message.objects.create(
        account=account, entered_at=NOW, mail_id=THEIRS, sha256=uuid.uuid4().hex, case=case,
        kind="interview_invitation", direction="in", at=NOW - timedelta(days=2), filed_at=NOW,
        certainty="strong", sender_email="ada@firm.example", subject="Our talk",
        envelope={"references": ["the-first@firm.example"]},
        reading={"id": "x", "source": "", "date": None, "direction": "in", "language": "en",
                 "certainty": "strong", "kind": "interview_invitation", "hand": "personal",
                 "reply_possible": True, "evidence": [], "reasons": []},
    )  # fmt: skip
    return Letter.draw(
        case=case, person=ada, kind="thank_you", at=NOW, subject="Re: Our talk", text=TEXT
    )


def account_at(letter: Letter, dovecot: Any, port: int = 0, **more: Any) -> str:
    user = f"u{uuid.uuid4().hex[:8]}"
    own_mail.set_up(
        letter.account, now=NOW, password=dovecot.password, address="sam@home.example", user=user,
        imap_host=dovecot.host, imap_port=port or dovecot.port, imap_security="none", **more,
    )  # fmt: skip
    return user


@contextmanager
def logged_in(dovecot: Any, user: str) -> Iterator[IMAPClient]:
    with IMAPClient(dovecot.host, dovecot.port, ssl=False) as client:
        client.login(user, dovecot.password)
        yield client


def lying(dovecot: Any, user: str, folder: str = "Drafts") -> list[tuple[Any, set[bytes]]]:
    with logged_in(dovecot, user) as client:
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search(["UNDELETED"]), ["BODY.PEEK[]", "FLAGS"])
    return [
        (email.message_from_bytes(one[b"BODY[]"], policy=policy.default), set(one[b"FLAGS"]))
        for one in found.values()
    ]


def test_a_draft_lies_in_drafts_once_and_in_its_thread(letter: Letter, dovecot: Any) -> None:
    user = account_at(letter, dovecot)
    laid = own_mail.lay_draft(letter, now=NOW)
    assert (laid.state, laid.folder) == ("new", "Drafts")
    ((draft, flags),) = lying(dovecot, user)
    assert b"\\Draft" in flags
    assert draft["In-Reply-To"].strip() == f"<{THEIRS}>"
    assert draft["References"].split() == ["<the-first@firm.example>", f"<{THEIRS}>"]
    assert draft["To"] == "Ada <ada@firm.example>" and draft["Subject"] == "Re: Our talk"
    assert draft.get_content().replace("\r\n", "\n") == TEXT + "\n"
    assert draft["X-Unsent"] is None and draft["Bcc"] is None
    again = own_mail.lay_draft(letter, now=NOW + timedelta(hours=1))
    assert again.state == "same" and len(lying(dovecot, user)) == 1
    assert LaidDraft.objects.count() == 1


def test_new_words_replace_the_draft_and_the_users_own_words_stay(
    letter: Letter, dovecot: Any
) -> None:
    user = account_at(letter, dovecot)
    own_mail.lay_draft(letter, now=NOW)
    letter.edit(at=NOW, text=TEXT.replace("nine", "ten"))
    assert own_mail.lay_draft(letter, now=NOW).state == "replaced"
    ((draft, _),) = lying(dovecot, user)
    assert "ten weeks" in draft.get_content()
    # The user changes it in their mail program, which puts its own version in place of ours.
    with logged_in(dovecot, user) as client:
        client.select_folder("Drafts")
        raw = draft.as_bytes().replace(b"ten weeks", b"eleven weeks")
        client.delete_messages(client.search("ALL"))
        client.expunge()
        client.append("Drafts", raw, [b"\\Draft"])
    letter.edit(at=NOW, text=TEXT.replace("nine", "twelve"))
    assert own_mail.lay_draft(letter, now=NOW).state == "changed"
    ((draft, _),) = lying(dovecot, user)
    assert "eleven weeks" in draft.get_content()


def test_a_line_cut_at_any_moment_leaves_one_draft(letter: Letter, dovecot: Any) -> None:
    """Every command to the server and every answer of it is lost once."""
    post_office = sys.modules.get("post_office") or _post_office()
    cuts = 0
    for number in range(60):
        line = post_office.Line(dovecot.host, dovecot.port, at=number)
        user = account_at(letter, dovecot, line.port)
        try:
            own_mail.lay_draft(letter, now=NOW)
            told = True
        except SourceError as problem:
            told = "kept" in str(problem) or "failed" in str(problem) or not problem.permanent
        line.hang_up()
        cuts += line.was_cut
        assert told, number
        if not line.was_cut:
            break
        # A second press, over a whole line.
        own_mail.set_up(letter.account, now=NOW, imap_port=dovecot.port)
        assert own_mail.lay_draft(letter, now=NOW).state in ("new", "same")
        assert len(lying(dovecot, user)) == 1, number
        LaidDraft.objects.all().delete()
    assert cuts > 10  # greeting, login, list, search, append and the answers between them


def _post_office() -> Any:
    import importlib.util
    from pathlib import Path

    spec = importlib.util.spec_from_file_location(
        "post_office", Path(__file__).with_name("post_office.py")
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["post_office"] = module
    spec.loader.exec_module(module)
    return module


def test_sent_from_here_it_lies_in_sent_once_and_the_draft_is_gone(
    letter: Letter, dovecot: Any, post_office: Any
) -> None:
    user = account_at(letter, dovecot)
    own_mail.lay_draft(letter, now=NOW)
    own_mail.set_up(
        letter.account, now=NOW, smtp_host="127.0.0.1", smtp_port=post_office.port, security="none"
    )
    sent = sending.send(letter, clock=clock)
    assert sent.beside == "" and len(post_office.letters) == 1
    ((copy, _),) = lying(dovecot, user, "Gesendet")
    assert copy["Message-ID"] == post_office.letters[0]["Message-ID"]
    assert copy["In-Reply-To"].strip() == f"<{THEIRS}>"
    assert lying(dovecot, user) == []
    assert Touch.objects.filter(letter=letter).count() == 1


def test_sent_from_the_users_own_program_it_is_found_and_becomes_one_touch(
    letter: Letter, dovecot: Any
) -> None:
    user = account_at(letter, dovecot)
    own_mail.lay_draft(letter, now=NOW)
    assert not sending.look(letter, now=NOW).found
    ((draft, _),) = lying(dovecot, user)
    with logged_in(dovecot, user) as client:
        client.append("Gesendet", draft.as_bytes(), [b"\\Seen"])
    assert sending.look(letter, now=NOW).found
    assert Letter.objects.get(pk=letter.pk).state == "sent"
    assert Touch.objects.filter(letter=letter).count() == 1
    # Reading the mailbox finds the very same mail: it is joined to the touch, not told twice.
    box = ImapMailbox(
        dovecot.host, user, dovecot.password, port=dovecot.port, since=date(2020, 1, 1), tls=False
    )
    mailroom.take_in(letter.account, box, now=NOW + timedelta(days=1))
    touch = Touch.objects.get(letter=letter)
    assert touch.message is not None and touch.message.direction == "out"
    assert Touch.objects.count() == 1


def test_a_letter_in_doubt_is_settled_by_the_mailbox(letter: Letter, dovecot: Any) -> None:
    row = Dispatch.begin(
        letter=letter, message_id="it-did-go@home.example", sender="s", to="t", server="x", at=NOW
    )
    row.hand_over(at=NOW)
    row.left_open(at=NOW, why="The line broke.")
    mail = Message.objects.create(
        account=letter.account, entered_at=NOW, mail_id="it-did-go@home.example", sha256="x" * 64,
        case=letter.case, kind="other_job", direction="out", at=NOW, filed_at=NOW,
        certainty="strong", sender_email="sam@home.example",
    )  # fmt: skip
    assert outbox.meet_sent(letter.account, at=NOW) == 1
    assert outbox.meet_sent(letter.account, at=NOW) == 0
    assert Dispatch.objects.get().outcome == "sent"
    assert Touch.objects.get(letter=letter).message == mail
    assert Letter.objects.get(pk=letter.pk).state == "sent"


def test_trying_the_mailbox_finds_both_folders(letter: Letter, dovecot: Any) -> None:
    account_at(letter, dovecot)
    steps = {one.what: one for one in own_mail.try_out(letter.account, now=NOW)}
    assert steps["drafts"].well and "Drafts" in steps["drafts"].says
    assert steps["sent"].well and "Gesendet" in steps["sent"].says
    own_mail.set_up(letter.account, now=NOW, password="hunter2-secret")
    (step,) = own_mail.try_out(letter.account, now=NOW)
    assert not step.well and "hunter2" not in step.says


def test_what_is_on_its_way_is_no_draft(letter: Letter, dovecot: Any) -> None:
    user = account_at(letter, dovecot)
    Dispatch.begin(letter=letter, message_id="m@x.example", sender="s", to="t", server="x", at=NOW)
    with pytest.raises(UserError, match="on its way"):
        own_mail.lay_draft(letter, now=NOW)
    assert lying(dovecot, user) == []
