"""Mail that lay loose follows its thread; mail the user hands over is always kept, and asked about."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from afterword.casebook import filing
from afterword.casebook.models import Case, Message, OwnAddress, Question, Seen
from afterword.casebook.undo import undo_last
from afterword.desk.mail import mailroom
from afterword.intake.memory import MemoryMailbox

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
ME = "sam@home.example"
SOUP = (
    "From: Bo <bo@friends.example>\nTo: sam@home.example\nSubject: Soup\n"
    "Date: Mon, 4 May 2026 10:00:00 +0000\nMessage-ID: <soup@friends.example>\n\n"
    "The winter garden needs lemons.\n"
)


def mail(
    key: str, day: int, body: str, *, subject: str, answers: str = "", out: bool = False
) -> bytes:
    ada = "Ada Reed <ada@meridew.example>"
    head = [
        f"From: {ME if out else ada}", f"To: {ada if out else ME}",
        f"Date: {datetime(2026, 5, day, 9, tzinfo=UTC):%a, %d %b %Y %H:%M:%S +0000}",
        f"Message-ID: <{key}@x.example>", f"Subject: {subject}",
    ]  # fmt: skip
    if answers:
        head += [f"In-Reply-To: <{answers}@x.example>", f"References: <{answers}@x.example>"]
    return ("\n".join(head) + f"\n\n{body}\n").encode()


ASKED = mail(
    "a", 4, "Dear Ms Reed,\n\nYour colleague told me that the Head of Supply is leaving. Might we "
    "speak about the position?\n\nSam", subject="The position of Head of Supply", out=True,
)  # fmt: skip
RECEIPT = mail(
    "b", 5, "Dear Sam,\n\nThank you for applying for the Head of Supply position at Meridew. We have "
    "received your application and will review it.\n\nAda Reed\nTalent Partner, Meridew",
    subject="Re: The position of Head of Supply", answers="a",
)  # fmt: skip
SMALL = mail("c", 6, "Tuesday at ten is fine.\n\nSam", subject="Re: hello", answers="a", out=True)


@pytest.fixture
def account() -> uuid.UUID:
    key = uuid.uuid4()
    OwnAddress.add(account=key, email=ME, at=NOW)
    return key


def take(account: uuid.UUID, *mails: bytes, name: str = "box") -> mailroom.TakenIn:
    return mailroom.take_in(account, MemoryMailbox(list(mails), name=name), now=NOW)


def homes(account: uuid.UUID) -> dict[str, object]:
    rows = Message.objects.of(account).values_list("mail_id", "case_id")
    return {key.partition("@")[0]: case for key, case in rows}


class TestLooseMail:
    def test_it_follows_when_its_thread_gets_a_case_later(self, account: uuid.UUID) -> None:
        take(account, ASKED, SMALL)
        assert homes(account) == {"a": None, "c": None}
        take(account, RECEIPT, name="a later import")
        case = Case.objects.get(account=account)
        assert homes(account) == dict.fromkeys("abc", case.pk)
        assert case.opened_at == datetime(2026, 5, 4, 9, tzinfo=UTC)
        assert (case.company.name, case.role) == ("Meridew", "Head of Supply")

    def test_the_order_of_filing_makes_no_difference(self, account: uuid.UUID) -> None:
        take(account, RECEIPT, SMALL, ASKED)
        assert len(set(homes(account).values())) == 1 and None not in homes(account).values()

    def test_it_follows_into_a_case_made_by_hand_and_back(self, account: uuid.UUID) -> None:
        take(account, ASKED, SMALL)
        first = Message.objects.get(mail_id="a@x.example")
        case = filing.file_into(message=first, case=None, at=NOW)
        assert homes(account) == {"a": case.pk, "c": case.pk}
        undo_last(account=account, at=NOW)
        assert homes(account) == {"a": None, "c": None}

    def test_what_the_user_set_apart_stays_apart(self, account: uuid.UUID) -> None:
        take(account, ASKED)
        small = Message.objects.get(account=account)
        Question.objects.create(account=account, entered_at=NOW, about="link", key=str(small.pk),
                                message=small, text="?").reply(answer="none", at=NOW)  # fmt: skip
        take(account, RECEIPT, name="a later import")
        assert homes(account)["a"] is None


class TestHandedOver:
    def test_a_pasted_mail_is_kept_and_asked_about_once(self, account: uuid.UUID) -> None:
        case = Case.open(account=account, company="Meridew", role="Buyer", at=NOW)
        for hour in (0, 3):
            box = mailroom.Pasted(SOUP, received=NOW + timedelta(hours=hour))
            report = mailroom.take_in(account, box, now=NOW)
            assert report.kept + report.questions == (2 if hour == 0 else 0)
        held = Message.objects.get(account=account)
        assert (held.kind, held.certainty, held.case) == ("other_job", "low", None)
        asked = Question.objects.of(account).open().get(about="link")
        assert asked.text.startswith("What is this?") and asked.message == held
        assert [one["id"] for one in asked.candidates] == [str(case.pk)]
        asked.reply(answer=str(case.pk), at=NOW)
        held.refresh_from_db()
        assert held.case == case

    def test_a_single_file_too_also_when_the_mailbox_passed_it_over(
        self, account: uuid.UUID, tmp_path: Path
    ) -> None:
        take(account, SOUP.encode())
        assert Seen.objects.of(account).count() == 1 and not Message.objects.of(account).exists()
        file = tmp_path / "soup.eml"
        file.write_text(SOUP)
        mailroom.take_in(account, mailroom.Dropped(file, "soup.eml"), now=NOW)
        assert Message.objects.of(account).count() == 1 and not Seen.objects.of(account).exists()
        assert Question.objects.of(account).open().filter(about="link").count() == 1

    def test_a_dropped_mailbox_is_not_chosen_mail_by_mail(
        self, account: uuid.UUID, tmp_path: Path
    ) -> None:
        file = tmp_path / "some.mbox"
        file.write_text("From bo@friends.example Mon May  4 10:00:00 2026\n" + SOUP + "\n")
        mailroom.take_in(account, mailroom.Dropped(file, "some.mbox"), now=NOW)
        assert not Message.objects.of(account).exists()

    def test_a_pasted_answer_in_a_known_thread_needs_no_question(self, account: uuid.UUID) -> None:
        take(account, RECEIPT)
        box = mailroom.Pasted(
            SMALL.decode().replace("From:", "MIME-Version: 1.0\nFrom:"), received=NOW
        )
        mailroom.take_in(account, box, now=NOW)
        assert None not in homes(account).values()
        assert not Question.objects.of(account).filter(about="link").exists()
