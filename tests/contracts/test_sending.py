"""One letter to a real post office, with the line cut at every step: never two, never a lost one."""

from __future__ import annotations

import logging
import socket
import ssl
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from afterword.casebook.models import Case, Dispatch, Event, Letter, OwnMail, Person, Profile, Touch
from afterword.casebook.undo import undo_last
from afterword.desk.mail import locker, own_mail, sending
from afterword.desk.mail.sending import Way
from afterword.errors import Refused, SourceError, UserError
from afterword.wire import smtp

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TEXT = "Dear Ada,\n\nThank you for the hour on Tuesday.\n.\n..and a line of dots.\n\nSam"
STEPS = (
    "greeting", "EHLO", "reply EHLO", "AUTH", "reply AUTH", "MAIL", "reply MAIL", "RCPT",
    "reply RCPT", "DATA", "reply DATA", "body", ".", "reply .", "QUIT", "reply QUIT",
)  # fmt: skip
DOT = STEPS.index(".")


@pytest.fixture(autouse=True)
def _the_vault_is_open() -> None:
    """The tests have no keyring: their passwords lie in a file of their home, under a passphrase."""
    if locker.is_locked():
        locker.unlock("a passphrase of the tests")


def clock() -> datetime:
    return NOW


@pytest.fixture
def letter(db: Any) -> Letter:
    account = uuid.uuid4()
    Profile.of(account, at=NOW).describe(name="Sam Porter", at=NOW)
    case = Case.open(account=account, company="Firm", role="Buyer", at=NOW)
    ada = Person.add(account=account, name="Ada", email="ada@firm.example", at=NOW)
    return Letter.draw(
        case=case, person=ada, kind="thank_you", at=NOW, subject="Our talk", text=TEXT
    )


def account_at(letter: Letter, port: int, **more: Any) -> OwnMail:
    office: Any = sys.modules["post_office"]
    fields = {
        "address": "sam@home.example", "smtp_host": "127.0.0.1", "smtp_port": port,
        "security": "none", "user": office.USER, **more,
    }  # fmt: skip
    return own_mail.set_up(letter.account, now=NOW, password=office.PASSWORD, **fields)


@pytest.fixture
def line(post_office: Any) -> Iterator[Callable[..., Any]]:
    made: list[Any] = []

    def cut(at: str | None = None, how: str = "lost") -> Any:
        made.append(sys.modules["post_office"].Line("127.0.0.1", post_office.port, at=at, how=how))
        return made[-1]

    yield cut
    for one in made:
        one.hang_up()


def test_a_letter_goes_whole_and_once(letter: Letter, post_office: Any, line: Any) -> None:
    wire = line()
    account_at(letter, wire.port)
    row = sending.send(letter, clock=clock).dispatch
    assert row.way(NOW) is Way.SENT
    (got,) = post_office.letters
    assert got["From"] == "Sam Porter <sam@home.example>" and got.readers == ["ada@firm.example"]
    assert got.get_content().replace("\r\n", "\n") == TEXT + "\n"
    assert got["X-Unsent"] is None and got["Bcc"] is None and got["X-Mailer"] is None
    assert Letter.objects.get(pk=letter.pk).state == "sent"
    assert Touch.objects.get(letter=letter).channel == "e-mail"
    # The list of steps below is the conversation as it really goes.
    assert tuple(wire.steps) == STEPS
    with pytest.raises(Refused, match="left the desk"):
        sending.send(letter, clock=clock)
    assert len(post_office.letters) == 1


@pytest.mark.parametrize("how", ["lost", "half"])
@pytest.mark.parametrize("step", STEPS)
def test_a_line_cut_at_any_step_loses_no_letter_and_sends_none_twice(
    letter: Letter, post_office: Any, line: Any, step: str, how: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    wire = line(step, how)
    account_at(letter, wire.port)
    row = sending.send(letter, clock=clock).dispatch
    assert wire.was_cut
    came, there = row.way(NOW), len(post_office.letters)
    if STEPS.index(step) < STEPS.index("reply DATA"):
        assert came is Way.FAILED and there == 0 and "Nothing was sent" in row.why
    elif STEPS.index(step) < DOT:
        # What was written lies in the system's own buffer, and nobody tells us that it never left.
        assert came in (Way.FAILED, Way.IN_DOUBT) and there == 0
    elif STEPS.index(step) > DOT + 1:
        assert came is Way.SENT and there == 1
    else:
        # The dot or its answer was lost. Only an answer that arrived in part may say yes.
        assert came is Way.IN_DOUBT or (came is Way.SENT and there == 1 and how == "half")
    if came is Way.IN_DOUBT:
        with pytest.raises(Refused):
            sending.send(letter, clock=clock)
        with pytest.raises(Refused, match="on its way"):
            Letter.objects.get(pk=letter.pk).edit(at=NOW, text="Other words.")
        mid = row.message_id
        seen = lambda account, wanted: ("Sent", wanted in post_office.ids())  # noqa: E731
        monkeypatch.setattr(own_mail, "look_in_sent", seen)
        found = sending.look(letter, now=NOW).found
        assert found is (mid in post_office.ids())
        if not found:
            sending.settle(letter, went=False, now=NOW)
    again = Letter.objects.get(pk=letter.pk)
    if again.state != "sent":
        assert sending.send(again, clock=clock).dispatch.way(NOW) is Way.SENT
    assert len(post_office.letters) == 1
    assert Touch.objects.filter(letter=letter).count() == 1
    assert Letter.objects.get(pk=letter.pk).state == "sent"


@pytest.mark.parametrize(
    ("step", "came"), [("reply MAIL", smtp.Came.FAILED), ("reply .", smtp.Came.IN_DOUBT)]
)
def test_a_server_that_falls_silent_is_not_waited_for(
    post_office: Any, line: Any, step: str, came: smtp.Came
) -> None:
    wire = line(step, "silent")
    server = smtp.Server(
        "127.0.0.1", wire.port, smtp.Security.NONE, "sam", "an-app-password", step=1, after_the_dot=1
    )  # fmt: skip
    raw = b"Subject: x\r\n\r\ny\r\n"
    got = smtp.deliver(server, raw, sender="a@b.example", to="c@d.example", may_hand_over=bool_yes)
    assert got.came is came


def bool_yes() -> bool:
    return True


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("MAIL", "553 not yours"),
        ("RCPT", "550 nobody here"),
        (".", "552 too much"),
        (".", "451 later"),
    ],
)
def test_a_refusal_is_told_in_their_words_and_frees_the_letter(
    letter: Letter, post_office: Any, step: str, said: str
) -> None:
    post_office.says[step] = said
    account_at(letter, post_office.port)
    row = sending.send(letter, clock=clock).dispatch
    assert row.way(NOW) is Way.FAILED and said[4:] in row.why and post_office.letters == []
    assert Letter.objects.get(pk=letter.pk).state == "draft"
    post_office.says.clear()
    assert sending.send(letter, clock=clock).dispatch.way(NOW) is Way.SENT
    assert len(post_office.letters) == 1


def test_a_sending_taken_back_before_its_last_line_is_not_sent(
    letter: Letter, post_office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that slept in the middle wakes after the user said that it did not go."""
    account_at(letter, post_office.port)
    hand_over = Dispatch.hand_over

    def meanwhile(row: Dispatch, *, at: datetime) -> bool:
        sending.settle(Letter.objects.get(pk=letter.pk), went=False, now=NOW)
        return hand_over(row, at=at)

    monkeypatch.setattr(Dispatch, "hand_over", meanwhile)
    row = sending.send(letter, clock=clock).dispatch
    assert Dispatch.objects.get(pk=row.pk).outcome == "failed" and post_office.letters == []
    monkeypatch.setattr(Dispatch, "hand_over", hand_over)
    sending.send(letter, clock=clock)
    assert len(post_office.letters) == 1


def test_what_is_being_handed_over_cannot_be_called_unsent(
    letter: Letter, post_office: Any
) -> None:
    account_at(letter, post_office.port)
    row = Dispatch.begin(
        letter=letter, message_id="m@home.example", sender="s", to="t", server="x", at=NOW
    )
    assert row.hand_over(at=NOW) and not row.hand_over(at=NOW)
    with pytest.raises(Refused, match="few minutes"):
        sending.settle(letter, went=False, now=NOW + timedelta(seconds=30))
    later = NOW + timedelta(minutes=4)
    assert row.way(later) is Way.IN_DOUBT
    sending.settle(letter, went=False, now=later)
    assert Letter.objects.get(pk=letter.pk).state == "draft"


def test_nothing_takes_a_sent_letter_back(letter: Letter, post_office: Any) -> None:
    account_at(letter, post_office.port)
    sending.send(letter, clock=clock)
    with suppress(Refused):  # the draft itself, say, cannot be taken from under a sending
        undone = undo_last(account=letter.account, at=NOW)
        assert undone is None or "sent" not in undone.says
    assert Letter.objects.get(pk=letter.pk).state == "sent"
    assert Event.objects.filter(verb="sent_letter").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_network_is_never_inside_a_transaction(
    letter: Letter, post_office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    account_at(letter, post_office.port)
    inside: list[bool] = []
    talk = smtp._talk
    monkeypatch.setattr(
        smtp, "_talk", lambda s: inside.append(connection.in_atomic_block) or talk(s)
    )
    sending.send(letter, clock=clock)
    assert inside == [False] and len(post_office.letters) == 1


def test_trying_the_account_sends_nothing(letter: Letter, post_office: Any) -> None:
    account_at(letter, post_office.port)
    (step,) = own_mail.try_out(letter.account, now=NOW)
    assert step.well and "would take" in step.says and post_office.letters == []
    own_mail.set_up(letter.account, now=NOW, password="wrong-secret-5")
    (step,) = own_mail.try_out(letter.account, now=NOW)
    assert not step.well and "app password" in step.says and "wrong-secret-5" not in step.says


def test_a_password_is_told_to_nobody(
    letter: Letter, post_office: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    row = account_at(letter, post_office.port)
    for password in ("hunter2-secret", "geheim-ß-secret"):
        own_mail.set_up(letter.account, now=NOW, password=password)
        with pytest.raises(SourceError) as told:
            smtp.check(own_mail.server(letter.account), sender=row.address)
        chain = repr(told.value.__cause__) + str(told.value.__suppress_context__)
        assert told.value.permanent and "secret" not in str(told.value) + caplog.text + chain
        assert "secret" not in repr(own_mail.server(letter.account))
    kept = repr([vars(one) for one in OwnMail.objects.all()]) + repr(
        list(Event.objects.values_list("ledger", "says", "why"))
    )
    assert "secret" not in kept


@pytest.mark.parametrize("host", ["smtp.example.org", "10.0.0.4", "localhost.example.org"])
def test_no_password_ever_goes_out_in_the_clear(host: str) -> None:
    with pytest.raises(Refused, match="encryption"):
        smtp.check(smtp.Server(host, 25, smtp.Security.NONE, "sam", "x"), sender="a@b.example")


def test_a_server_without_starttls_gets_no_password(post_office: Any, line: Any) -> None:
    wire = line()
    server = smtp.Server("127.0.0.1", wire.port, smtp.Security.STARTTLS, "sam", "an-app-password")
    with pytest.raises(SourceError, match="no encryption") as told:
        smtp.check(server, sender="a@b.example")
    assert told.value.permanent and "AUTH" not in wire.steps


@pytest.mark.parametrize("security", [smtp.Security.TLS, smtp.Security.STARTTLS])
def test_a_private_line_carries_the_letter_and_a_strange_one_not_even_the_password(
    security: smtp.Security, certificate: tuple[Path, Path], post_office: Any
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    more = (
        {"ssl_context": context}
        if security is smtp.Security.TLS
        else {"tls_context": context, "require_starttls": True, "auth_require_tls": True}
    )
    opened = sys.modules["post_office"]
    with opened.open_for_letters(**more) as office:
        server = smtp.Server(
            "127.0.0.1", office.port, security, opened.USER, opened.PASSWORD,
            authority=certificate[0],
        )  # fmt: skip
        raw = b"Message-ID: <a@home.example>\r\n\r\nx\r\n"
        came = smtp.deliver(
            server, raw, sender="a@home.example", to="b@c.example", may_hand_over=bool_yes
        )
        assert came.came is smtp.Came.SENT and office.ids() == ["a@home.example"]
        with pytest.raises(SourceError, match="certificate") as told:
            smtp.check(replace(server, authority=None), sender="a@home.example")
        assert told.value.permanent and len(office.letters) == 1


def test_nobody_listening_is_worth_another_try() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(SourceError, match="refuses") as told:
        smtp.check(smtp.Server("127.0.0.1", port, smtp.Security.NONE), sender="a@b.example")
    assert not told.value.permanent


def test_a_hole_stays_here_unless_the_user_says_so(letter: Letter, post_office: Any) -> None:
    account_at(letter, post_office.port)
    letter.edit(at=NOW, text=TEXT + "\n[which site?]")
    with pytest.raises(Refused, match="which site"):
        sending.send(letter, clock=clock)
    assert not Dispatch.objects.exists()
    sending.send(letter, clock=clock, with_holes=True)
    assert len(post_office.letters) == 1


def test_what_was_read_is_what_goes(letter: Letter, post_office: Any) -> None:
    from afterword.desk.letters import carrying

    account_at(letter, post_office.port)
    seen = carrying.seal(letter)
    letter.edit(at=NOW, text="Dear Ada,\n\nOther words.")
    with pytest.raises(Refused, match="changed since"):
        sending.send(letter, clock=clock, seen=seen)
    assert post_office.letters == []


def test_without_an_account_it_says_what_to_do(letter: Letter) -> None:
    with pytest.raises(UserError, match="Settings"):
        sending.send(letter, clock=clock)
