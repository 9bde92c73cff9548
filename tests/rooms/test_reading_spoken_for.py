"""What a mail tells of others: who spoke for the user, how near it was; and whose the praise is."""

from __future__ import annotations

import pytest

from afterword.reading.remarks import remarks_in
from afterword.terms import Hand, RemarkKind

R = RemarkKind


def heard(body: str, hand: Hand = Hand.PERSONAL) -> list[tuple[RemarkKind, str]]:
    found = remarks_in(f"Your application\n\n{body}\n", hand, "Petra Lindqvist")
    return [(one.kind, one.by) for one in found]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Ingrid asked me to tell you she'd hire you tomorrow.", "Ingrid"),
        ("Marcus fought hard for you.", "Marcus"),
        ("Dr Osei thought you the stronger of the two.", "Dr Osei"),
        ("In the end they went the other way; Femke would have chosen you.", "Femke"),
        ("I would have picked you myself.", "Petra Lindqvist"),
        ("We need a person above both sites. That is you.", "Petra Lindqvist"),
        ("Bruno enjoyed talking with you.", "Bruno"),
        ("I enjoyed talking with you.", "Petra Lindqvist"),
        ("We all were impressed by your answers.", "Petra Lindqvist"),
        ("Everyone liked your way with the crew.", "Petra Lindqvist"),
        ("The vote was not unanimous.", "Petra Lindqvist"),
        ("The panel was split until the last minute.", "Petra Lindqvist"),
        ("Your case was as good as anything I have seen this year.", "Petra Lindqvist"),
        ("It was close, closer than I had thought.", "Petra Lindqvist"),
    ],
)
def test_praise_belongs_to_whom_the_sentence_names(body: str, who: str) -> None:
    assert (R.PRAISE, who) in heard(body)


@pytest.mark.parametrize(
    "body",
    [
        "Nobody on the panel fought for you.",
        "Ingrid wanted you to know that the papers are in the post.",
        "I found you the best time on Thursday.",
        "The offices are split into two wings.",
        "The hotel was close to the station.",
        "If it were up to me, I'd say more.",
        "You would do very well to check the address.",
        "We voted for the new canteen.",
        "Is that you?",
    ],
)
def test_what_only_sounds_like_it_is_none(body: str) -> None:
    assert not [kind for kind, _ in heard(body) if kind is R.PRAISE]


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("It really was between two.", True),
        ("You are one of two.", True),
        ("You were among the last two candidates.", True),
        ("It came down to you and one other.", True),
        ("The call is between two and three.", False),
        ("You are one of two hundred who applied.", False),
        ("It is between two rivers.", False),
        ("The desk stands between two windows.", False),
    ],
)
def test_who_was_one_of_two_is_told(body: str, last: bool) -> None:
    assert ((R.RIVAL, "Petra Lindqvist") in heard(body)) is last


def test_a_template_tells_nothing() -> None:
    assert heard("Marcus fought for you. It was between two.", Hand.TEMPLATE) == []
