"""A night's rest, what changed since, and a friend's sheet: pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.terms import Draft, LetterKind, Person, Sentence
from afterword.writing.changes import How, changes
from afterword.writing.resting import last_night, rest
from afterword.writing.second_eyes import beside, read_back, sheet

ZONE = "Europe/Amsterdam"
DRAFT = Draft(
    LetterKind.INFLUENCE_LETTER,
    Person("d", "Dana <b>Reyes</b>"),
    "After our talk",
    "Dear Dana,",
    (
        Sentence("Thank you for our conversation on Thursday."),
        Sentence("You put the problem in one sentence: “We lose two days at every cut-over.”"),
        Sentence("I moved 14 lines in 9 weekends <script>alert(1)</script>."),
    ),
    "With kind regards,\nSam",
)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("laid", "until"),
    [
        (at(3, 14), at(4, 6)),  # an afternoon: tomorrow at seven in Amsterdam
        (at(3, 22), at(4, 6)),  # eleven at night: seven hours are a night
        (at(4, 2), at(5, 6)),  # three in the morning: the next one
        (at(4, 6), at(5, 6)),
    ],
)
def test_a_letter_that_argues_has_its_night(laid: datetime, until: datetime) -> None:
    found = rest(LetterKind.INFLUENCE_LETTER, laid, laid, ZONE)
    assert found.until == until and not found.over and found.why
    assert rest(LetterKind.INFLUENCE_LETTER, laid, until, ZONE).over


def test_a_courtesy_needs_no_night() -> None:
    found = rest(LetterKind.THANK_YOU, at(3, 14), at(3, 14), ZONE)
    assert found.until is None and found.over and found.why


def test_last_night_was_four_in_the_morning() -> None:
    assert last_night(at(4, 9), ZONE) == at(4, 3)
    assert last_night(at(4, 2), ZONE) == at(3, 3)


def test_changes_are_told_by_the_sentence() -> None:
    old = "Dear Dana,\n\nOne stays. Two was here for long. Three goes away now.\n\nSam"
    new = "Dear Dana,\n\nOne stays. Two was here for very long. Quite another thought.\n\nSam"
    told = changes(old, new)
    assert [c.how for c in told] == [How.KEPT, How.KEPT, How.CHANGED, How.NEW, How.GONE, How.KEPT]
    changed = told[2]
    assert [(p.how, p.text) for p in changed.pieces] == [
        (How.KEPT, "Two was here for"),
        (How.NEW, "very"),
        (How.KEPT, "long."),
    ]


words = st.lists(
    st.sampled_from(["One", "Two", "Three four", "Five six seven", "Eight?"]), max_size=8
)


@given(before=words, after=words)
def test_no_sentence_is_lost_in_telling(before: list[str], after: list[str]) -> None:
    old, new = ". ".join(before), ". ".join(after)
    told = changes(old, new)
    joined = " ".join(c.after for c in told if c.after)
    assert joined.split() == new.split()
    assert sorted(" ".join(c.before for c in told if c.before).split()) == sorted(old.split())


class Found(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_sheet_sends_nothing_and_runs_only_its_own_script() -> None:
    page = sheet(DRAFT, "Sam <i>Reed</i>")
    tags = Found(page).tags
    assert sum(tag == "script" for tag, _ in tags) == 1 and "alert(1)</script>" not in page
    assert not any(tag in ("b", "i", "img", "link", "iframe") and tag != "b" for tag, _ in tags)
    for _, attrs in tags:
        assert not {"src", "action", "href", "onclick"} & {k for k, v in attrs.items() if v}
    policy = next(a["content"] for t, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    for rule in ("default-src 'none'", "connect-src 'none'", "form-action 'none'", "sha256-"):
        assert rule in policy
    assert "http" not in page.replace("http-equiv", "")


def test_the_lent_page_posts_home_and_runs_nothing() -> None:
    page = sheet(DRAFT, "Sam", post="/read/abc/")
    assert "<script" not in page and "script-src 'none'" in page
    assert ("form", {"method": "post", "action": "/read/abc/"}) in Found(page).tags


GATHERED = """Comments on a letter
From: Jo

2> You put the problem in one sentence: “We lose two…
This is the best line. Keep it.

3> I moved 14 lines in 9 weekends…
Which lines?
And where?

0>
Shorter at the end.
"""


def test_gathered_comments_come_back_beside_their_sentences() -> None:
    found = read_back(GATHERED, DRAFT)
    assert [(one.comment, one.by) for one in found] == [
        ("This is the best line. Keep it.", "Jo"),
        ("Which lines? And where?", "Jo"),
        ("Shorter at the end.", "Jo"),
    ]
    assert found[0].sentence == DRAFT.sentences[1].text
    assert beside(DRAFT, found[0].sentence) == 1
    assert found[2].sentence == ""


def test_the_same_through_a_mail_that_quotes_it() -> None:
    quoted = "\n".join(f"> {line}" for line in GATHERED.splitlines())
    assert [one.comment for one in read_back(quoted, DRAFT)] == [
        one.comment for one in read_back(GATHERED, DRAFT)
    ]


def test_a_plain_reply_with_quoted_sentences_is_understood() -> None:
    reply = (
        "On Mon, 2 Mar Sam wrote:\n> Dear Dana,\n>\n> Thank you for our conversation on Thursday.\n"
        "Too stiff for you.\n> I moved 14 lines in 9 weekends.\nGood.\n"
    )
    found = read_back(reply, DRAFT)
    assert [one.comment for one in found] == ["Too stiff for you.", "Good."]
    assert found[0].sentence == DRAFT.sentences[0].text


@given(st.text(max_size=400))
def test_anything_may_come_back(text: str) -> None:
    for one in read_back(text, DRAFT):
        assert one.comment.strip() and "\x00" not in one.comment


def test_a_comment_whose_sentence_is_gone_is_not_placed() -> None:
    assert beside(DRAFT, "Nothing of this stands in the letter at all.") is None
    assert beside(DRAFT, "") is None
    edited = re.sub("Thursday", "Friday", DRAFT.sentences[0].text)
    assert beside(DRAFT, edited) == 0


def test_a_comment_only_on_the_whole_is_understood() -> None:
    found = read_back("Comments on a letter\nFrom: Jo\n\n0> \nShorter.\n", DRAFT)
    assert [(one.sentence, one.comment) for one in found] == [("", "Shorter.")]
