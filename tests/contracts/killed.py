"""A program that is killed between the phases of sending, each time anew; run by test_sending_killed.

For every point a letter is sent by a forked child that kills itself there (SIGKILL, no farewell).
What is left in the casebook is then looked at, mended as a person would mend it, and printed.
"""

# ruff: noqa: E402
from __future__ import annotations

import json
import os
import signal
import sys
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "afterword.config.settings"
import django

django.setup()

from django.core.management import call_command
from django.db import connections

from afterword.casebook.models import Case, Dispatch, Letter, Person, Touch
from afterword.desk.mail import locker, own_mail, sending
from afterword.errors import Refused
from afterword.wire import smtp

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=30)
PORT, SENT = int(sys.argv[1]), Path(sys.argv[2])


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_the_start() -> None:
    smtp.deliver = lambda *a, **k: die()  # type: ignore[assignment]


def in_the_envelope() -> None:
    say = smtp._say
    smtp._say = lambda server, reply, what, **k: die() if what == "the letter" else say(server, reply, what, **k)  # type: ignore[assignment]  # fmt: skip


def before_the_claim() -> None:
    Dispatch.hand_over = lambda *a, **k: die()  # type: ignore[assignment, method-assign]


def after_the_claim() -> None:
    hand_over = Dispatch.hand_over
    Dispatch.hand_over = lambda row, *, at: (hand_over(row, at=at), die())  # type: ignore[assignment, method-assign]


def after_the_dot() -> None:
    def dot(server: Any, client: Any) -> None:
        client.send(b".\r\n")
        before = len(sent())
        for _ in range(500):
            if len(sent()) > before:
                break
            time.sleep(0.01)
        die()

    smtp._dot = dot  # type: ignore[assignment]


def after_the_answer() -> None:
    Dispatch.went = lambda *a, **k: die()  # type: ignore[assignment, method-assign]


def after_it_was_noted() -> None:
    own_mail.tidy = lambda *a, **k: die()  # type: ignore[assignment]


POINTS = (
    at_the_start, in_the_envelope, before_the_claim, after_the_claim, after_the_dot,
    after_the_answer, after_it_was_noted,
)  # fmt: skip


def sent() -> list[str]:
    return SENT.read_text("utf-8").split() if SENT.exists() else []


def one(point: Any, account: uuid.UUID) -> dict[str, Any]:
    case = Case.open(account=account, company=point.__name__, role="Buyer", at=NOW)
    ada = Person.add(account=account, name="Ada", email=f"{point.__name__}@firm.example", at=NOW)
    letter = Letter.draw(case=case, person=ada, kind="thank_you", at=NOW, text="Dear Ada,\n\nx")
    connections.close_all()
    child = os.fork()
    if child == 0:
        point()
        sending.send(letter, clock=lambda: NOW)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    row = Dispatch.objects.get(letter=letter)
    way, mid = row.way(LATER), row.message_id
    there = sent().count(mid)
    asked = refused = False
    letter = Letter.objects.get(pk=letter.pk)
    if way is sending.Way.IN_DOUBT:
        asked = True
        try:
            sending.send(letter, clock=lambda: LATER)
        except Refused:
            refused = True
        own_mail.look_in_sent = lambda account, wanted: ("Sent", wanted in sent())  # type: ignore[assignment]
        if not sending.look(letter, now=LATER).found:
            sending.settle(letter, went=False, now=LATER)
    letter = Letter.objects.get(pk=letter.pk)
    if letter.state != "sent":
        sending.send(letter, clock=lambda: LATER)
    return {
        "point": point.__name__, "killed": os.WIFSIGNALED(status), "way": str(way),
        "there_before": there, "there_after": sent().count(mid), "asked": asked,
        "refused": refused, "touches": Touch.objects.filter(letter=letter).count(),
        "state": Letter.objects.get(pk=letter.pk).state,
    }  # fmt: skip


if __name__ == "__main__":
    call_command("migrate", interactive=False, verbosity=0)
    account = uuid.uuid4()
    locker.unlock("a passphrase of the tests")
    own_mail.set_up(
        account, now=NOW, password="an-app-password", address="sam@home.example",
        smtp_host="127.0.0.1", smtp_port=PORT, security="none", user="sam",
    )  # fmt: skip
    print(json.dumps([one(point, account) for point in POINTS]))
