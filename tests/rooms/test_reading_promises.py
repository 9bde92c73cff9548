"""What is read first where much mail waits, told by sender and subject alone."""

from __future__ import annotations

import pytest

from afterword import reading


@pytest.mark.parametrize(
    ("subject", "sender", "first"),
    [
        ("Thank you", "no-reply@us.greenhouse-mail.io", True),
        ("Your application as Head of Supply", "jo@meridew.example", True),
        ("Ihre Bewerbung", "anna@meridew.example", True),
        ("Soup on Sunday", "bo@friends.example", False),
        # Alerts come by the dozen and tell nothing of a process.
        ("8 new jobs for you", "jobalerts-noreply@linkedin.com", False),
        ("", "", False),
    ],
)
def test_a_heading_that_speaks_of_hiring_goes_first(subject: str, sender: str, first: bool) -> None:
    assert reading.promises(subject, sender) is first
