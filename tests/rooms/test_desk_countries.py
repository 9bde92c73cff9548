"""A country is taken as people write it, and never cut to something else."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from afterword.casebook.models import Profile
from afterword.desk.you.countries import code_of, codes_of


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("United Kingdom", "GB"),
        ("uk", "GB"),
        (" österreich ", "AT"),
        ("be", "BE"),
        ("Côte d'Ivoire", "CI"),
        ("USA", "US"),
        ("Ontario", ""),
        ("California", ""),
        ("UN", ""),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_a_country_by_its_name_or_its_letters(typed: str, code: str) -> None:
    assert code_of(typed) == code


def test_several_by_commas_or_spaces() -> None:
    assert codes_of("DE AT, United States; EU") == ["DE", "AT", "US", "EU"]
    assert codes_of("South Korea") == ["KR"]
    with pytest.raises(ValueError, match="Narnia"):
        codes_of("DE, Narnia")


@pytest.mark.django_db
def test_the_settings_keep_the_country_that_was_meant(client: Client, account: uuid.UUID) -> None:
    page = client.get(reverse("web:settings"))
    assert 'maxlength="2"' not in page.content.decode()
    given = {
        "name": "Ada",
        "zone": "Europe/London",
        "country": "United Kingdom",
        "works_in": "Ireland, EU",
    }
    client.post(reverse("web:settings"), given)
    profile = Profile.objects.get(account=account)
    assert (profile.country, profile.works_in) == ("GB", "IE EU")
    refused = client.post(reverse("web:settings"), given | {"country": "UN"})
    assert "No country is known as UN" in refused.content.decode()
    assert Profile.objects.get(account=account).country == "GB"
