"""What a page says of a case holds, and no other page says otherwise."""

from __future__ import annotations

import uuid
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import NOW

from afterword.casebook.models import (
    Case,
    Decision,
    Interview,
    Letter,
    Move,
    Opening,
    Person,
    Remark,
    Seat,
    Standing,
)
from afterword.casebook.values import to_plain
from afterword.counsel.power import speaks_of_a_talk
from afterword.desk import morning
from afterword.desk.cases import looking_back, power
from afterword.desk.day import cards
from afterword.faces.web.pages.power import who_decides
from afterword.terms import Advice, Band, NextStep

pytestmark = pytest.mark.django_db


def moved(case: Case, **given: Any) -> Move:
    """The move of a case, with its letter held until the day after tomorrow."""
    fields = {"not_before": NOW + timedelta(days=2), "why": "You talk with them.", **given}
    Move.objects.filter(case=case).update(**fields)
    return Move.objects.get(case=case)


def page(client: Client, name: str, *args: Any) -> str:
    answer = client.get(reverse(f"web:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


class TestWhyALetterWaits:
    def test_a_talk_to_prepare_is_no_fresh_news(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P01", letter="")
        shown = page(client, "case", case.pk)
        assert "news is fresh" not in shown and "may be drafted" not in shown

    def test_a_letter_with_a_better_day_says_that_and_no_more(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P05", letter="thank_you")
        letter = Letter.objects.get(case=case, kind="thank_you")
        Letter.objects.filter(pk=letter.pk).update(entered_at=NOW - timedelta(days=3))
        for shown in (page(client, "case", case.pk), page(client, "letter", letter.pk)):
            assert "news is fresh" not in shown.lower()
            assert "best time to send it is from" in shown
        assert [one.fresh for one in cards.resting(account, NOW, NOW.date())] == [False]

    def test_a_letter_after_a_fresh_verdict_rests(
        self, web: Any, client: Client, account: uuid.UUID
    ) -> None:
        case = web.full(account)
        moved(case, play="P10", letter="grace_note")
        assert "The news is fresh" in page(client, "case", case.pk)
        assert [one.fresh for one in cards.resting(account, NOW, NOW.date())] == [True]


INVITES = (
    "Dear Sam,\n\nwe should like to set a talk with Ivo Tarn, our Head of Fleet, on Thursday.\n\n"
    "Kind regards\nRosa Quill"
)


@pytest.fixture
def met(web: Any, account: uuid.UUID) -> Case:
    """A talk that a mail announced, with somebody who later says a word of it; nobody noted who was there."""
    case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    for name, part in (("Ivo Tarn", "hiring_manager"), ("Rosa Quill", "coordinator")):
        who = Person.add(account=account, name=name, email=f"{name[:3].lower()}@l.example", company=case.company, at=NOW)  # fmt: skip
        Seat.give(case=case, person=who, at=NOW, part=part, since=NOW - timedelta(days=60))
    mail = web.message(account, case, "interview_invitation", body=INVITES, at=NOW - timedelta(days=30), sender_email="ros@l.example")  # fmt: skip
    Interview.objects.create(account=account, entered_at=NOW, case=case, at=NOW - timedelta(days=20), message=mail)  # fmt: skip
    return case


class TestWhomATalkWasWith:
    def test_who_was_announced_was_met(self, met: Case) -> None:
        seats = {seat.name: seat for seat in power.of_case(met, NOW).seats}
        assert seats["Ivo Tarn"].met == (NOW - timedelta(days=20)).date()
        assert seats["Ivo Tarn"].met_basis == "inferred" and seats["Rosa Quill"].met is None

    def test_who_says_that_they_enjoyed_it_was_met(
        self, web: Any, met: Case, account: uuid.UUID
    ) -> None:
        web.message(account, met, "status_update", body="Dear Sam, it was great talking to you.", at=NOW - timedelta(days=18), sender_email="ros@l.example")  # fmt: skip
        seats = {seat.name: seat for seat in power.of_case(met, NOW).seats}
        assert seats["Rosa Quill"].met == (NOW - timedelta(days=20)).date()

    def test_looking_back_says_so(self, web: Any, met: Case, account: uuid.UUID) -> None:
        no = web.message(account, met, "rejection", body="We said no.", at=NOW - timedelta(days=10), sender_email="ivo@l.example")  # fmt: skip
        Opening.objects.create(account=account, entered_at=NOW, message=no, at=NOW - timedelta(days=9))  # fmt: skip
        found = looking_back.of_case(met, NOW, asked=True)
        assert found is not None
        said = " ".join(fact.says for one in found.questions for fact in one.facts)
        assert "no talk is on record" not in said and "Whom you met is not on record" not in said

    def test_a_title_before_a_name_hides_no_words(self, met: Case) -> None:
        ivo = Person.objects.get(name="Ivo Tarn")
        Interview.objects.get(case=met).present.create(account=met.account, entered_at=NOW, person=ivo)  # fmt: skip
        Remark.objects.create(account=met.account, entered_at=NOW, case=met, kind="doubt", quote="Never ran a fleet", by_name="Dr. Ivo Tarn", on=NOW.date())  # fmt: skip
        seen = power.of_case(met, NOW)
        assert seen.unheard == () and len([s for s in seen.seats if s.name == "Ivo Tarn"]) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I enjoyed talking with you on Thursday.", True),
        ("Thank you for taking the time to speak with us.", True),
        ("Vielen Dank für das nette Gespräch.", True),
        ("Merci pour cet échange agréable.", True),
        ("I would be glad to talk with you.", False),
        ("We look forward to meeting you; it will be a pleasure to talk.", False),
        ("Thank you for your application.", False),
    ],
)
def test_what_says_that_two_have_talked(text: str, told: bool) -> None:
    assert speaks_of_a_talk(text) is told


def test_the_letter_knows_the_doubts_that_the_ledger_knows(
    web: Any, client: Client, account: uuid.UUID
) -> None:
    case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
    who = Person.add(account=account, name="Ivo Tarn", email="ivo@l.example", company=case.company, at=NOW)  # fmt: skip
    quote = "you have not run a fleet of this size"
    no = web.message(account, case, "rejection", body=f"We felt that {quote}.", reasons=[{"code": "R03", "quote": quote, "basis": "said"}])  # fmt: skip
    Opening.objects.create(account=account, entered_at=NOW, message=no, at=NOW)
    letter = Letter.draw(case=case, person=who, kind="grace_note", text="Dear Ivo,", at=NOW)
    assert quote in page(client, "doubts")
    shown = page(client, "letter-eyes", letter.pk)
    assert quote in shown and "is noted yet" not in shown


class TestTheStep:
    @pytest.fixture
    def asked(self, web: Any, account: uuid.UUID) -> Case:
        """Two people; the step names the one who was entered first."""
        case = Case.open(account=account, company="Larkmoor", role="Planner", at=NOW)
        for name in ("Ivo Tarn", "Rosa Quill"):
            who = Person.add(account=account, name=name, email=f"{name[:3].lower()}@l.example", company=case.company, at=NOW)  # fmt: skip
            Seat.give(case=case, person=who, at=NOW)
        morning.plan(account, NOW)
        Standing.objects.filter(case=case).update(band="ask_first", seen_band="ask_first")
        advice = Advice(Band.ASK_FIRST, 0, 0, 0, why="Ask.", play="P12", next_step=NextStep("Ivo Tarn", "Write to him", "by 25 November"))  # fmt: skip
        Decision.objects.create(account=account, entered_at=NOW, case=case, at=NOW, band="ask_first", advice=to_plain(advice))  # fmt: skip
        Move.objects.filter(case=case).update(play="", letter="", who="", why="Rest.")
        return Case.objects.for_list().get(pk=case.pk)

    def test_a_step_that_says_to_write_has_its_draft(self, client: Client, asked: Case) -> None:
        shown = page(client, "case", asked.pk)
        ivo = Person.objects.get(name="Ivo Tarn")
        assert "Draft the letter" in shown
        step = shown[shown.index("Write to him") :]
        assert f'value="{ivo.pk}"' in step[: step.index("Draft the letter")]

    def test_what_is_written_instead_goes_to_whom_the_step_names(
        self, client: Client, asked: Case
    ) -> None:
        ivo = Person.objects.get(name="Ivo Tarn")
        url = reverse("web:letter-draft", args=[asked.pk])
        shown = page(client, "case", asked.pk)
        for form in [one for one in shown.split("<form")[1:] if url in one.partition("</form>")[0]]:
            assert f'name="person" value="{ivo.pk}"' in form.partition("</form>")[0]

    @pytest.mark.parametrize(
        ("band", "shows"), [("ask_first", True), ("keep_warm", False), ("move_on", False)]
    )
    def test_a_second_question_stands_only_while_something_is_decided(
        self, asked: Case, band: str, shows: bool
    ) -> None:
        case = asked
        Standing.objects.filter(case=case).update(seen_band=band)
        case = Case.objects.for_list().get(pk=case.pk)
        visit = SimpleNamespace(now=NOW, clock=SimpleNamespace(zone="UTC"))
        gaps = who_decides(case, visit).gaps  # type: ignore[arg-type]
        assert bool(gaps) is shows
