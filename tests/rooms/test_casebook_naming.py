"""Names get better as mail shows more, and never over the user's word."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from afterword.casebook import filing
from afterword.casebook.models import Case, Company

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def arrives(web: SimpleNamespace) -> Any:
    account = uuid.uuid4()

    def mail(company: str, case: Case | None = None, role: str = "") -> Case:
        row = web.message(account, None, "status_update")
        row.reading |= {"company": company, "role": role}
        row.save()
        return filing.file_into(message=row, case=case, at=NOW, by="mail")

    return mail


@pytest.mark.parametrize("first", ["", "meridewmedical", "Meridewmedical GmbH"])
def test_a_signature_betters_what_a_domain_said(arrives: Any, first: str) -> None:
    case = arrives(first)
    arrives("Meridew Medical", case, role="Buyer")
    case = Case.objects.get()
    assert (case.company.name, case.company.key, case.role) == (
        "Meridew Medical", "meridew medical", "Buyer",
    )  # fmt: skip


@pytest.mark.parametrize("second", ["Meridew Medical GmbH", "meridewmedical", "MERIDEW MEDICAL"])
def test_spellings_of_one_firm_are_one_row(arrives: Any, second: str) -> None:
    arrives("Meridew Medical")
    arrives(second)
    assert Company.objects.get().name == "Meridew Medical"
    assert Case.objects.count() == 2


def test_another_firm_does_not_rename_it(arrives: Any) -> None:
    case = arrives("Meridew")
    arrives("Some Agency", case)
    assert Case.objects.get().company.name == Company.objects.get().name == "Meridew"


def test_the_users_word_stands(arrives: Any) -> None:
    case = arrives("meridewmedical")
    case.rename(company="MM", role="Chief", at=NOW)
    arrives("Meridew Medical", case, role="Buyer")
    case = Case.objects.get()
    assert (case.company.name, case.role) == ("MM", "Chief")
    firm = case.company
    firm.describe(name="mmholding", at=NOW)
    arrives("MM Holding")
    assert Company.objects.get(pk=firm.pk).name == "mmholding"
