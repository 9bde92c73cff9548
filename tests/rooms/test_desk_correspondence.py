"""Letters at the desk: drafted from the casebook, edited, refused kindly, sent by the user."""

from __future__ import annotations

import email
import uuid
from datetime import UTC, date, datetime, timedelta
from email import policy
from urllib.parse import parse_qs, urlsplit

import pytest

from afterword import terms
from afterword.casebook import envelope
from afterword.casebook import stop as stopping
from afterword.casebook.answer import Answer
from afterword.casebook.models import (
    Case,
    Entry,
    Event,
    Interview,
    Letter,
    Message,
    OwnAddress,
    Person,
    Profile,
    Remark,
    Seat,
    Story,
    Touch,
)
from afterword.casebook.undo import undo_last
from afterword.desk import morning
from afterword.desk.letters import correspondence
from afterword.errors import Refused, UserError

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


class Desk:
    """A finalist with a named doubt, still in the running, and a story that answers it."""

    def __init__(self, account: uuid.UUID) -> None:
        self.account = account
        Profile.of(account, at=NOW).describe(name="Sam Porter", zone="Europe/London", at=NOW)
        OwnAddress.add(account=account, email="sam@home.example", at=NOW)
        since = NOW - timedelta(days=30)
        self.case = Case.open(account=account, company="Firm", role="Director", since=since, at=NOW)
        self.ada = Person.add(account=account, name="Ada Reed", email="ada@firm.example", at=NOW)
        self.bo = Person.add(account=account, name="Bo Lind", email="bo@firm.example", at=NOW)
        Seat.give(case=self.case, person=self.ada, part="hiring_manager", since=since, at=NOW)
        Seat.give(case=self.case, person=self.bo, part="recruiter_internal", since=since, at=NOW)
        talk = Interview.hold(
            case=self.case, when=NOW - timedelta(days=1), people=[self.ada], stage="final_executive",
            at=NOW,
        )  # fmt: skip
        self.story = Story.tell(
            account=account, title="Nine depots", challenge="Nine depots, one list.",
            action="Built one exception list.", result="Late orders fell by 40 per cent.", at=NOW,
        )  # fmt: skip
        self.doubt = Remark.note(
            case=self.case, kind="doubt", quote="You have run one depot. I have eleven depots.",
            person=self.ada, by_name="Ada Reed", on=date(2026, 3, 9), interview=talk, at=NOW,
        )  # fmt: skip

    def letter(self, kind: str = "influence_letter") -> Letter:
        return correspondence.draft(self.case, kind, person=self.ada, now=NOW)


@pytest.fixture
def desk() -> Desk:
    return Desk(uuid.uuid4())


def test_a_draft_rests_on_the_casebook_and_is_laid_down_once(desk: Desk) -> None:
    letter = desk.letter()
    assert "Ada" in letter.text and "eleven depots" in letter.text
    draft = correspondence.draft_of(letter)
    assert {f"remark:{desk.doubt.pk}"} <= {f for s in draft.sentences for f in s.facts}
    assert draft.body == letter.text
    events = Event.objects.count()
    assert desk.letter().pk == letter.pk and Event.objects.count() == events


def test_a_missing_fact_is_a_hole_and_filling_it_closes_it(desk: Desk) -> None:
    desk.doubt.drop(at=NOW)
    desk.story.drop(at=NOW)
    letter = desk.letter()
    page = correspondence.page(letter, now=NOW)
    assert page.draft.holes and "[" in letter.text
    hole = letter.text[letter.text.index("[") : letter.text.index("]") + 1]
    after = correspondence.edit(letter, text=letter.text.replace(hole, "the budget round"), now=NOW)
    assert len(after.draft.holes) < len(page.draft.holes)
    assert "the budget round" in Letter.objects.get(pk=letter.pk).text


def test_an_edit_keeps_the_trace_and_a_new_figure_is_asked_about(desk: Desk) -> None:
    letter = desk.letter()
    before = correspondence.draft_of(letter)
    words = letter.text.replace(
        "With kind regards", "I also saved 12 million.\n\nWith kind regards"
    )
    page = correspondence.edit(letter, text=words, now=NOW)
    kept = {f for s in page.draft.sentences for f in s.facts}
    assert {f for s in before.sentences for f in s.facts} == kept
    assert any("12 million" in one.message for one in page.findings)
    undo_last(account=desk.account, at=NOW)
    assert correspondence.draft_of(Letter.objects.get(pk=letter.pk)) == before


@pytest.mark.parametrize("gate", ["G1", "G2", "G6"])
def test_nothing_is_drafted_under_the_three_gates(desk: Desk, gate: str) -> None:
    Answer.give(case=desk.case, key=gate, value=True, at=NOW)
    with pytest.raises(Refused) as refused:
        desk.letter()
    assert "by hand" in str(refused.value) or "advise you" in str(refused.value)
    assert not Letter.objects.exists()
    by_hand = correspondence.by_hand(desk.case, "influence_letter", person=desk.ada, now=NOW)
    assert by_hand.text == ""


def test_someone_left_alone_gets_no_draft_and_the_others_may(desk: Desk) -> None:
    stopping.stop(person=desk.ada, at=NOW)
    with pytest.raises(Refused, match="Ada Reed is left alone"):
        desk.letter()
    assert correspondence.draft(desk.case, "influence_letter", person=desk.bo, now=NOW).text
    stopping.stop(company=desk.case.company, at=NOW)
    with pytest.raises(Refused, match="left alone"):
        correspondence.draft(desk.case, "thank_you", person=desk.bo, now=NOW)


def test_sending_is_the_users_word_and_becomes_a_touch(desk: Desk) -> None:
    letter = desk.letter()
    correspondence.approve(letter, now=NOW)
    correspondence.mark_sent(letter, now=NOW)
    correspondence.mark_sent(letter, now=NOW)
    touch = Touch.objects.get(letter=letter)
    assert (touch.person, touch.kind, touch.at) == (desk.ada, "influence_letter", NOW)
    happened = desk.case.as_file(NOW).happenings
    assert [h.detail for h in happened if h.kind is terms.Deed.LETTER] == ["influence_letter"]
    assert next(p for p in desk.case.as_file(NOW).people if p.name == "Ada Reed").last_out == NOW
    # What was done is not asked for again.
    morning.plan(desk.account, NOW)
    assert Case.objects.get(pk=desk.case.pk).move.letter != "influence_letter"


def test_the_mail_file_answers_their_thread(desk: Desk) -> None:
    Message(
        account=desk.account, entered_at=NOW, filed_at=NOW, mail_id="m1@firm.example", case=desk.case,
        sha256="", at=NOW - timedelta(days=3), kind="interview_invitation", certainty="strong",
        direction="in", sender_email="ada@firm.example", reading={"language": "en"},
        envelope={"references": ["m0@firm.example"]},
    ).save()  # fmt: skip
    letter = desk.letter()
    made = email.message_from_bytes(correspondence.as_eml(letter), policy=policy.default)
    assert (made["To"], made["From"]) == (
        "Ada Reed <ada@firm.example>",
        "Sam Porter <sam@home.example>",
    )
    assert made["In-Reply-To"] == "<m1@firm.example>" and "m0@firm.example" in made["References"]
    assert "eleven depots" in made.get_content().replace("\n", " ")
    link = urlsplit(correspondence.as_mailto(letter))
    assert link.path == "ada@firm.example" and parse_qs(link.query)["subject"] == [letter.subject]


def test_without_an_address_it_says_what_to_do(desk: Desk) -> None:
    nameless = Person.add(account=desk.account, name="Kim", at=NOW)
    letter = correspondence.draft(desk.case, "thank_you", person=nameless, now=NOW)
    with pytest.raises(UserError, match="no address"):
        correspondence.as_eml(letter)


def test_no_sealed_word_gets_into_a_letter(desk: Desk) -> None:
    Message(
        account=desk.account, entered_at=NOW, filed_at=NOW, mail_id="no@firm.example", case=desk.case,
        sha256="", at=NOW - timedelta(hours=3), kind="rejection", certainty="strong", direction="in",
        subject="Sealed words", sender_email="ada@firm.example",
        reading={"hand": "personal", "reasons": [{"code": "R02", "quote": "a closer fit"}]},
    ).save()  # fmt: skip
    brief = correspondence.brief(desk.case, terms.LetterKind.GRACE_NOTE, now=NOW, person=desk.ada)
    assert "closer fit" not in repr(brief) and "Sealed words" not in repr(brief)


def test_who_employs_and_in_which_language_is_not_taken_from_a_sealed_letter(desk: Desk) -> None:
    desk.case.company.agency = True
    desk.case.company.save()
    held = Message(
        account=desk.account, entered_at=NOW, filed_at=NOW, mail_id="of@firm.example", case=desk.case,
        sha256="", at=NOW - timedelta(hours=3), kind="offer", certainty="strong", direction="in",
        subject="Angebot", sender_email="ada@firm.example",
        reading={"hand": "personal", "company": "Nordwerk", "language": "de"},
    )  # fmt: skip
    held.save()
    kind = terms.LetterKind.KEEP_IN_TOUCH
    closed = correspondence.brief(desk.case, kind, now=NOW, person=desk.ada)
    assert (closed.company, closed.language) == ("", "en")
    envelope.open_envelope(message=held, at=NOW)
    opened = correspondence.brief(desk.case, kind, now=NOW, person=desk.ada)
    assert (opened.company, opened.language) == ("Nordwerk", "de")


def test_the_firm_they_put_the_user_in_touch_with_is_a_fact_of_the_next_word(desk: Desk) -> None:
    other = Case.open(account=desk.account, company="Saltholm Lifting", role="Rigger", at=NOW)
    for case, kind, days in ((desk.case, "rejection", 40), (other, "outreach", 20)):
        at = NOW - timedelta(days=days)
        Message(
            account=desk.account, entered_at=at, filed_at=at, mail_id=f"{kind}@firm.example", case=case,
            sha256=kind, at=at - timedelta(days=20), kind=kind, certainty="strong", direction="in",
            subject=kind, sender_email="ada@firm.example", reading={"hand": "personal"},
        ).save()  # fmt: skip
    kind = terms.LetterKind.KEEP_IN_TOUCH
    brief = correspondence.brief(desk.case, kind, now=NOW, person=desk.ada)
    (lead,) = [one for one in brief.facts if one.id.startswith("lead:")]
    assert (lead.text, lead.source) == ("Saltholm Lifting", "Ada Reed")
    Message.objects.filter(kind="outreach").update(sender_email="bo@firm.example")
    pitch = correspondence.brief(desk.case, kind, now=NOW, person=desk.bo)
    assert not [one for one in pitch.facts if one.id.startswith("lead:")]  # a recruiter's own post
    Message.objects.filter(kind="outreach").update(sender_email="ada@firm.example")
    grace = correspondence.brief(desk.case, terms.LetterKind.GRACE_NOTE, now=NOW, person=desk.ada)
    assert not [one for one in grace.facts if one.id.startswith("lead:")]


def test_a_firm_that_only_sounds_like_an_agency_is_named(desk: Desk) -> None:
    case = Case.open(account=desk.account, company="Elastic Search", role="Editor", at=NOW)
    brief = correspondence.brief(case, terms.LetterKind.STATUS_NUDGE, now=NOW, person=None)
    assert brief.company == "Elastic Search"


def test_a_phone_call_by_hand_is_a_fact_of_the_letter(desk: Desk) -> None:
    Entry.enter(
        case=desk.case, kind="rejection", when=NOW - timedelta(days=2), person=desk.ada, at=NOW,
        detail="it was the French", reasons=[{"code": "R04", "quote": "it was the French"}],
    )  # fmt: skip
    brief = correspondence.brief(desk.case, terms.LetterKind.GRACE_NOTE, now=NOW, person=desk.ada)
    (no,) = [h for h in brief.happenings if h.kind is terms.MailKind.REJECTION]
    assert (no.who, no.opened, no.channel) == (
        str(desk.ada.pk),
        NOW - timedelta(days=2),
        terms.Channel.PHONE,
    )


def test_what_was_sent_keeps_its_words_and_is_not_put_away(desk: Desk) -> None:
    letter = correspondence.draft(desk.case, terms.LetterKind.THANK_YOU, now=NOW, person=desk.ada)
    letter.mark_sent(at=NOW)
    with pytest.raises(Refused):
        correspondence.edit(letter, now=NOW, text="Other words.")
    with pytest.raises(Refused):
        correspondence.put_away(letter, now=NOW)
    letter.refresh_from_db()
    assert letter.state == "sent" and "Other words" not in letter.text


def test_a_letter_says_days_by_the_users_clock(desk: Desk) -> None:
    """Five in the afternoon in Los Angeles is the next day by the clock of the casebook."""
    Profile.of(desk.account, at=NOW).describe(name="Sam", zone="America/Los_Angeles", at=NOW)
    talk = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)  # Tuesday 3 March, 17:00 there
    Interview.hold(case=desk.case, when=talk, people=[desk.ada], at=talk)
    facts = correspondence.brief(
        desk.case, terms.LetterKind.THANK_YOU, now=talk + timedelta(hours=1), person=desk.ada
    )
    assert facts.today == date(2026, 3, 3)
    assert max(h.at.date() for h in facts.happenings) == date(2026, 3, 3)
