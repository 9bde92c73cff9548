"""A question known by heart has the answer of the ordinary one, and is refused where it could not."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from afterword.casebook.by_heart import LONGEST, NotByHeart, by_heart
from afterword.casebook.models import Case, Company, Move, Person, PersonAddress, Standing

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ANN, BEN = uuid.uuid4(), uuid.uuid4()


@by_heart
def cases(account: uuid.UUID, since: datetime) -> QuerySet[Case]:
    return Case.objects.of(account).filter(opened_at__gte=since).for_list().order_by("role")


@by_heart
def roles(account: uuid.UUID, keys: list[uuid.UUID]) -> QuerySet[Any, str]:
    return Case.objects.keyed(account, keys).order_by("role").values_list("role", flat=True)


def some_cases(account: uuid.UUID, n: int) -> list[Case]:
    return [
        Case.open(account=account, company="Acme", role=f"Role {i:03}", at=NOW + timedelta(hours=i))
        for i in range(n)
    ]


class TestItAnswers:
    def test_each_account_and_each_moment_its_own(self) -> None:
        some_cases(ANN, 3)
        some_cases(BEN, 1)
        assert [c.role for c in cases(ANN, NOW)] == ["Role 000", "Role 001", "Role 002"]
        assert [c.role for c in cases(ANN, NOW + timedelta(hours=2))] == ["Role 002"]
        assert [c.account for c in cases(BEN, NOW)] == [BEN]
        assert cases(uuid.uuid4(), NOW) == []

    def test_with_the_rows_beside_it_and_without_asking_for_them_again(self) -> None:
        (case,) = some_cases(ANN, 1)
        Standing.objects.create(
            account=ANN, entered_at=NOW, case=case, at=NOW, state="quiet", promised=date(2026, 4, 1)
        )
        cases(ANN, NOW)
        with CaptureQueriesContext(connection) as asked:
            (found,) = cases(ANN, NOW)
            assert found == case and isinstance(found.pk, uuid.UUID)
            assert (found.company.name, found.standing.promised) == ("Acme", date(2026, 4, 1))
            assert not hasattr(found, "move")
        assert len(asked) == 1
        assert found.opened_at == NOW

    def test_rows_that_can_be_changed_and_saved(self) -> None:
        some_cases(ANN, 1)
        (found,) = cases(ANN, NOW)
        found.rename(role="Head", at=NOW)
        assert [c.role for c in cases(ANN, NOW)] == ["Head"]

    def test_with_what_is_fetched_beside(self) -> None:
        @by_heart
        def people(account: uuid.UUID) -> QuerySet[Person]:
            return Person.objects.of(account).prefetch_related("addresses")

        for name in ("Ada", "Bo"):
            Person.add(account=ANN, name=name, email=f"{name}@x.example".lower(), at=NOW)
        for _ in range(2):
            with CaptureQueriesContext(connection) as asked:
                assert [one.email for one in people(ANN)] == ["ada@x.example", "bo@x.example"]
            assert len(asked) == 2

    def test_a_list_of_any_length(self) -> None:
        held = some_cases(ANN, 9)
        other = some_cases(BEN, 1)
        for n in (1, 2, 3, 5, 8, 9):
            keys = [case.pk for case in held[:n]] + [other[0].pk]
            assert roles(ANN, keys) == [f"Role {i:03}" for i in range(n)]
        more = [held[0].pk, *(uuid.uuid4() for _ in range(LONGEST))]
        assert roles(ANN, more) == ["Role 000"]

    def test_an_empty_list_asks_nothing(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            assert roles(ANN, []) == []
        assert not asked.captured_queries

    def test_none_is_a_question_of_its_own(self) -> None:
        @by_heart
        def after(account: uuid.UUID, role: str | None) -> QuerySet[Case]:
            rows = Case.objects.of(account).order_by("role")
            return rows if role is None else rows.filter(role__gt=role)

        some_cases(ANN, 2)
        assert len(after(ANN, None)) == 2 and len(after(ANN, "Role 000")) == 1
        assert len(after(ANN, None)) == 2

    def test_with_a_number_and_a_word(self) -> None:
        @by_heart
        def asked(account: uuid.UUID, urgency: int, play: str) -> QuerySet[Any, str]:
            rows = Move.objects.of(account).filter(urgency__gte=urgency, play=play)
            return rows.values_list("why", flat=True)

        for n, case in enumerate(some_cases(ANN, 3)):
            Move.objects.create(
                account=ANN, entered_at=NOW, case=case, at=NOW, play="P10", urgency=n, why=f"{n}"
            )
        assert sorted(asked(ANN, 1, "P10")) == ["1", "2"]
        assert asked(ANN, 2, "P10") == ["2"] and asked(ANN, 0, "P1_") == []


class TestItIsLearnedOnce:
    def test_the_question_is_put_together_at_its_first_call_only(self) -> None:
        calls = []

        @by_heart
        def counted(account: uuid.UUID, on: date) -> QuerySet[Move]:
            calls.append(account)
            return Move.objects.of(account).filter(when__lte=on)

        counted(ANN, NOW.date())
        learned = len(calls)
        counted(BEN, NOW.date() + timedelta(days=1))
        assert len(calls) == learned and ANN not in calls and BEN not in calls


class TestItIsRefused:
    def test_where_an_argument_is_changed_before_it_is_asked(self) -> None:
        @by_heart
        def a_day_before(account: uuid.UUID, now: datetime) -> QuerySet[Case]:
            return Case.objects.of(account).filter(opened_at__gte=now - timedelta(days=1))

        @by_heart
        def part_of_a_word(account: uuid.UUID, word: str) -> QuerySet[Company]:
            return Company.objects.of(account).filter(name__icontains=word)

        @by_heart
        def in_whatever_case(account: uuid.UUID, word: str) -> QuerySet[Company]:
            return Company.objects.of(account).filter(name__iexact=word)

        with pytest.raises(NotByHeart):
            in_whatever_case(ANN, "Acme")
        with pytest.raises(NotByHeart):
            a_day_before(ANN, NOW)
        with pytest.raises(NotByHeart):
            part_of_a_word(ANN, "Acme")

    def test_where_an_argument_decides_and_is_not_asked_for(self) -> None:
        @by_heart
        def either(account: uuid.UUID, n: int) -> QuerySet[Case]:
            rows = Case.objects.of(account)
            return rows.filter(role="a") if n % 2 else rows.filter(role="b")

        with pytest.raises(NotByHeart):
            either(ANN, 3)

    def test_for_arguments_by_name_and_for_what_it_does_not_know(self) -> None:
        with pytest.raises(NotByHeart):
            roles(account=ANN, keys=[uuid.uuid4()])
        with pytest.raises(NotByHeart):
            cases(ANN, 3.5)  # type: ignore[arg-type]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is SQLite's")
def test_rows_are_found_by_their_keys_and_not_by_walking_the_account() -> None:
    keys = [uuid.uuid4() for _ in range(20)]
    plan = Person.objects.keyed(ANN, keys).order_by().explain()
    assert "(id=?)" in plan and "account" not in plan
    for n in range(2):
        Person.add(account=(ANN, BEN)[n], name="Ada", email=f"ada{n}@x.example", at=NOW)
    held = PersonAddress.objects.values_list("person_id", flat=True)
    assert [one.account for one in Person.objects.keyed(ANN, list(held))] == [ANN]
