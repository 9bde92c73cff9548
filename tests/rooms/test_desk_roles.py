"""Keeping adverts: by link against the twin, paste and file; whose they are, what changed, and back."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from afterword.casebook.forgetting import forget_everything
from afterword.casebook.joining import merge
from afterword.casebook.models import (
    Case,
    Event,
    Interview,
    KeptPosting,
    Person,
    PostingVersion,
    Seat,
)
from afterword.casebook.undo import undo_last
from afterword.desk.watch import roles
from afterword.errors import SourceError, UserError
from afterword.wire.http import Answer

pytestmark = pytest.mark.django_db
DAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://acme.example/jobs/7"


def days(n: int) -> datetime:
    return DAY + timedelta(days=n)


def advert(**more: object) -> bytes:
    text = "<h2>You have</h2><ul><li>5+ years of experience</li><li>A fork-lift licence</li></ul>"
    held = {"@type": "JobPosting", "title": "Head of Operations", "description": text,
            "hiringOrganization": {"name": "Acme Freight Ltd"}, **more}  # fmt: skip
    return f'<html><script type="application/ld+json">{json.dumps(held)}</script></html>'.encode()


class Pages:
    """The web as the tests know it: what each address says, and who was asked."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self.pages, self.asked = dict(pages), [""][:0]

    def __call__(self, account: uuid.UUID, url: str) -> Answer:
        self.asked.append(url)
        if url not in self.pages:
            raise SourceError("There is nothing at this address any more.", permanent=True)
        return Answer(200, {"content-type": "text/html; charset=utf-8"}, self.pages[url], url)


@pytest.fixture
def web() -> Pages:
    return Pages({URL: advert()})


@pytest.fixture
def case(account: uuid.UUID) -> Case:
    return Case.open(account=account, company="Acme Freight", role="Head of Operations", at=DAY)


def test_a_link_finds_its_case_and_the_second_look_changes_nothing(
    account: uuid.UUID, case: Case, web: Pages
) -> None:
    first = roles.keep_link(account, URL, now=days(1), fetch=web)
    assert first.new and first.kept.case == case and first.version.how == "link"
    events = Event.objects.of(account).filter(verb="kept_posting")
    assert events.count() == 1
    again = roles.keep_link(account, URL + "?utm_source=x", now=days(1), fetch=Pages({URL + "?utm_source=x": advert()}))  # fmt: skip
    assert not again.new and again.changes == () and again.version == first.version
    assert events.count() == 1 and PostingVersion.objects.count() == 1
    roles.keep_link(account, URL, now=days(4), fetch=web)
    first.version.refresh_from_db()
    assert first.version.last_at == days(4) and events.count() == 2


def test_a_changed_specification_after_the_interview(
    account: uuid.UUID, case: Case, web: Pages
) -> None:
    roles.keep_link(account, URL, now=days(1), fetch=web)
    Interview.hold(case=case, when=days(2), at=days(2))
    roles.keep_link(account, URL, now=days(3), fetch=web)
    web.pages[URL] = advert(description="<p>You have 8+ years of experience</p>")
    found = roles.keep_link(account, URL, now=days(9), fetch=web)
    assert not found.new and len(found.changes) >= 1
    since = roles.since_interview(found.kept, days(10))
    assert since is not None and since.changed and since.sure and since.weighs
    # The day before it was seen, nobody knew.
    before = roles.since_interview(found.kept, days(8))
    assert before is not None and before.changed is False
    told = roles.as_json(found.kept, days(10))
    assert len(told["wordings"]) == 2 and told["since_interview"]["changed"] is True
    assert len(roles.as_json(found.kept, days(8))["wordings"]) == 1


def test_a_page_that_fails_or_holds_none_keeps_nothing(account: uuid.UUID, web: Pages) -> None:
    with pytest.raises(SourceError):
        roles.keep_link(account, "https://gone.example/", now=DAY, fetch=web)
    web.pages[URL] = b"<html><h1>Sign in</h1></html>"
    with pytest.raises(UserError, match="could not find an advert"):
        roles.keep_link(account, URL, now=DAY, fetch=web)
    assert not KeptPosting.objects.exists() and not Event.objects.filter(verb="kept_posting")


def test_the_network_is_outside_every_transaction(
    account: uuid.UUID, web: Pages, django_capture_on_commit_callbacks: object
) -> None:
    from django.db import connection

    depth: list[int] = []

    def fetch(who: uuid.UUID, url: str) -> Answer:
        depth.append(len(connection.savepoint_ids))
        return web(who, url)

    at_rest = len(connection.savepoint_ids)
    roles.keep_link(account, URL, now=DAY, fetch=fetch)
    assert depth == [at_rest]


def test_what_fits_none_or_two_waits_to_be_told(account: uuid.UUID, case: Case, web: Pages) -> None:
    other = roles.keep_file(
        account, advert(title="Night Guard", url="https://acme.example/8"), "x.html", now=DAY
    )
    assert other.kept.case is None
    assert list(KeptPosting.objects.of(account).waiting()) == [other.kept]
    lead = roles.make_lead(other.kept, company="", role="", now=DAY)
    assert (lead.company, lead.role) == (case.company, "Night Guard")
    assert other.kept.case == lead
    Case.open(account=account, company="Acme Freight", role="Head of Operations (nights)", at=DAY)
    twice = roles.keep_link(account, URL, now=DAY, fetch=web)
    assert twice.kept.case is None
    roles.place(twice.kept, case, now=DAY)
    assert twice.kept.case == case


def test_a_paste_is_a_wording_of_the_page_kept_before(
    account: uuid.UUID, case: Case, web: Pages
) -> None:
    roles.keep_link(account, URL, now=days(1), fetch=web)
    text = (
        "Head of Operations\n\nYou have\n- 5+ years of experience\n- A crane licence, class two\n"
    )
    text += "We are a firm of forty people who move freight across the north of the country."
    came = roles.keep_text(account, text, now=days(5), case=case)
    assert not came.new and KeptPosting.objects.count() == 1
    assert any("crane" in one.says for one in came.changes)
    assert came.kept.company == "Acme Freight"


def test_undo_takes_back_and_brings_back(account: uuid.UUID, case: Case, web: Pages) -> None:
    kept = roles.keep_link(account, URL, now=days(1), fetch=web).kept
    key = kept.pk
    kept.drop(at=days(2))
    kept.drop(at=days(2))
    assert not KeptPosting.objects.exists() and not PostingVersion.objects.exists()
    undo_last(account=account, at=days(2))
    assert PostingVersion.objects.get().kept == KeptPosting.objects.get()
    assert KeptPosting.objects.get().pk == key
    undo_last(account=account, at=days(2))
    assert not KeptPosting.objects.exists()


def test_joined_cases_share_their_adverts_and_nothing_is_left_of_an_account(
    account: uuid.UUID, case: Case, web: Pages
) -> None:
    kept = roles.keep_link(account, URL, now=days(1), fetch=web).kept
    into = Case.open(account=account, company="Acme", role="Ops", at=DAY)
    merge(case=case, into=into, at=days(2))
    assert roles.of_case(into) == [kept]
    forget_everything(account=account)
    assert not KeptPosting.objects.exists() and not PostingVersion.objects.exists()


def test_another_account_has_its_own(account: uuid.UUID, case: Case, web: Pages) -> None:
    other = uuid.uuid4()
    roles.keep_link(account, URL, now=DAY, fetch=web)
    theirs = roles.keep_link(other, URL, now=DAY, fetch=web)
    assert theirs.new and theirs.kept.account == other and theirs.kept.case is None


PASTED = """Depot Manager (f/m)
Hare & Thorne Haulage Ltd, Goole
Closing date: 5 December 2026

You will lead two depots and 120 people through our move to a new system. You must have experience
of a large team. Apply to Jo Petty, jo.petty@haretho.example, with your CV."""


def test_pasted_words_name_their_firm_under_the_title(account: uuid.UUID) -> None:
    kept = roles.keep_text(account, PASTED, now=DAY).kept
    assert (kept.title, kept.company) == ("Depot Manager (f/m)", "Hare & Thorne Haulage Ltd")


@pytest.mark.parametrize(
    ("line", "firm"),
    [
        ("Hare & Thorne · Goole, England (Hybrid)", "Hare & Thorne"),
        ("Hafenwerk GmbH, Hamburg", "Hafenwerk GmbH"),
        ("Goole, East Yorkshire", ""),
        ("We are opening a second depot and need somebody to lead it.", ""),
        ("Salary: 56,000", ""),
    ],
)
def test_a_line_of_two_towns_is_no_firm(account: uuid.UUID, line: str, firm: str) -> None:
    words = PASTED.replace("Hare & Thorne Haulage Ltd, Goole", line)
    assert roles.keep_text(account, words, now=DAY).kept.company == firm


def test_whom_the_advert_says_to_write_to_tells_the_case(account: uuid.UUID) -> None:
    """The firm may stand in the casebook under the name its mail host has."""
    case = Case.open(account=account, company="Haretho", role="Regional Depot Manager", at=DAY)
    other = Case.open(account=account, company="Acme Freight", role="Depot Manager", at=DAY)
    jo = Person.add(account=account, name="Jo Petty", email="jo.petty@haretho.example", at=DAY)
    Seat.give(case=case, person=jo, at=DAY)
    kept = roles.keep_text(account, PASTED, now=DAY).kept
    assert kept.case == case and kept.case != other
