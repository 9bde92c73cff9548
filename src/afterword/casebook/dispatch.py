"""A letter on its way by the user's own mail account: begun, handed over, and what became of it.

Three moments are committed one by one, with the network between them and never inside one.
`begun_at` says it was started, `handed_at` that the last line was about to go out, `outcome`
what the server said. So after a crash we know as much as can be known: never handed over means
it never left; handed over and no outcome means nobody here can tell, and the user is asked.
One row of a letter that did not fail bars every other: the database holds it, not a check.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import IntegrityError, models

from afterword import terms
from afterword.casebook.event import Act, Who, act
from afterword.casebook.letter import Letter, Sending
from afterword.casebook.record import Record, in_one_go
from afterword.casebook.touch import Touch
from afterword.errors import Refused

#: How long a conversation can last at most before the letter is handed over, and after it
#: (the time limits of wire/smtp.py, with room to spare).
BEFORE, AFTER = timedelta(minutes=5), timedelta(minutes=3)


class Way(StrEnum):
    """How a sending stands at a moment."""

    UNDER_WAY = "under_way"
    NEVER_LEFT = "never_left"
    IN_DOUBT = "in_doubt"
    SENT = "sent"
    FAILED = "failed"


class Dispatch(Record):
    """One attempt to send one letter. `outcome` is empty, sent, failed or in_doubt."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="dispatches")
    message_id = models.CharField(max_length=320)
    sender = models.CharField(max_length=320)
    to = models.CharField(max_length=320, blank=True)
    server = models.CharField(max_length=300)
    begun_at = models.DateTimeField()
    handed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=16, blank=True)
    why = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["letter"], condition=~models.Q(outcome="failed"), name="one_way_out"
            )
        ]
        indexes = [models.Index(fields=["account", "outcome"], name="dispatch_outcome")]

    def way(self, now: datetime) -> Way:
        """How it stands: a process that died has nothing more to say, so time tells."""
        if self.outcome:
            return Way(self.outcome)
        if self.handed_at is None:
            return Way.UNDER_WAY if now < self.begun_at + BEFORE else Way.NEVER_LEFT
        return Way.UNDER_WAY if now < self.handed_at + AFTER else Way.IN_DOUBT

    @classmethod
    def begin(
        cls,
        *,
        letter: Letter,
        message_id: str,
        sender: str,
        to: str,
        server: str,
        at: datetime,
        by: str = Who.USER,
    ) -> Dispatch:
        """Claim the letter for one sending. Raises `Refused` where it is sent, put away or claimed."""
        says = f"A {letter.kind.replace('_', ' ')} is being handed to {server}"
        row = cls(letter=letter, message_id=message_id, sender=sender, to=to, server=server)
        row.begun_at = at
        try:
            with act(letter.account, "began_sending", at=at, by=by, case=letter.case_id, says=says,
                     undoable=False) as doing:  # fmt: skip
                if (
                    Letter.objects.select_for_update(of=("self",))
                    .open()
                    .filter(pk=letter.pk)
                    .first()
                    is None
                ):
                    raise Refused("This letter has left the desk already. Nothing was sent.")
                return doing.create(row)
        except IntegrityError:
            raise Refused(
                "This letter is on its way already, or it is not yet known whether it arrived. "
                "Nothing was sent a second time."
            ) from None

    def hand_over(self, *, at: datetime) -> bool:
        """Whether the last line may go out: once, and only while nobody took the sending back."""
        with in_one_go(Dispatch):
            rows = Dispatch.objects.filter(pk=self.pk, outcome="", handed_at__isnull=True)
            if not rows.update(handed_at=at):
                return False
        self.handed_at = at
        return True

    def went(self, *, at: datetime, by: str = Who.USER, when: datetime | None = None) -> None:
        """It was sent: the letter becomes a touch, once. Nothing brings a sent letter back."""
        says = f"A {self.letter.kind.replace('_', ' ')} was sent"
        with act(self.account, "sent_letter", at=at, by=by, case=self.letter.case_id, says=says,
                 undoable=False) as doing:  # fmt: skip
            if not self._end(doing, "sent", at):
                return
            sent = when or self.handed_at or at
            email = str(terms.Channel.EMAIL)
            if not Sending.objects.filter(letter=self.letter).exists():
                doing.create(Sending(letter=self.letter, at=sent, channel=email))
            if not Touch.objects.filter(letter=self.letter).exists():
                doing.create(
                    Touch(
                        person=self.letter.person,
                        case=self.letter.case,
                        letter=self.letter,
                        at=sent,
                        channel=email,
                        kind=self.letter.kind,
                        play=self.letter.play,
                        result="sent",
                    )
                )
        self.letter.forget_states()

    def came_to_nothing(self, *, at: datetime, why: str = "", by: str = Who.MACHINE) -> None:
        """It was not sent, for certain: the letter lies on the desk as before."""
        says = f"A {self.letter.kind.replace('_', ' ')} was not sent"
        with act(self.account, "sending_failed", at=at, by=by, case=self.letter.case_id, why=why,
                 says=says, undoable=False) as doing:  # fmt: skip
            self._end(doing, "failed", at, why)

    def left_open(self, *, at: datetime, why: str, by: str = Who.MACHINE) -> None:
        """Nobody here can tell whether it was sent: the user is asked."""
        says = f"It is not known whether a {self.letter.kind.replace('_', ' ')} was sent"
        with act(self.account, "sending_in_doubt", at=at, by=by, case=self.letter.case_id, why=why,
                 says=says, undoable=False) as doing:  # fmt: skip
            self._end(doing, "in_doubt", at, why)

    def take_back(self, *, at: datetime, why: str = "") -> bool:
        """End a sending that never got to its last line; false when it had, so that nothing is lost."""
        with in_one_go(Dispatch):
            row = Dispatch.objects.select_for_update().get(pk=self.pk)
            if row.outcome == "failed":
                return True
            if row.outcome or row.handed_at is not None:
                return False
            row.came_to_nothing(at=at, why=why)
        self.refresh_from_db()
        return True

    def _end(self, doing: Act, outcome: str, at: datetime, why: str = "") -> bool:
        """Set the outcome where none stands, or where it stood in doubt; what is known stays.

        Sent is the server's own word, so it also stands against a failure that was only believed.
        """
        row = Dispatch.objects.select_for_update().get(pk=self.pk)
        self.outcome, self.handed_at, self.ended_at = row.outcome, row.handed_at, row.ended_at
        if row.outcome in ("sent", outcome) or (row.outcome == "failed" and outcome != "sent"):
            return False
        return doing.change(self, outcome=outcome, ended_at=at, why=why)


class LaidDraft(Record):
    """A letter laid into the user's own Drafts folder: which bytes, and where."""

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="laid_draft")
    message_id = models.CharField(max_length=320)
    folder = models.CharField(max_length=500)
    server = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    @classmethod
    def lay(
        cls,
        *,
        letter: Letter,
        message_id: str,
        folder: str,
        server: str,
        sha256: str,
        at: datetime,
        by: str = Who.USER,
    ) -> LaidDraft:
        """Note that it lies there; the same bytes again change nothing."""
        says = f"A {letter.kind.replace('_', ' ')} was laid into your Drafts"
        with act(letter.account, "laid_draft", at=at, by=by, case=letter.case_id, says=says,
                 undoable=False) as doing:  # fmt: skip
            found = cls.objects.filter(letter=letter).first()
            if found is None:
                return doing.create(
                    cls(letter=letter, message_id=message_id, folder=folder, server=server,
                        sha256=sha256, at=at)
                )  # fmt: skip
            if (found.folder, found.sha256) != (folder, sha256):
                doing.change(found, folder=folder, server=server, sha256=sha256, at=at)
            return found


def open_dispatch(letter: Letter) -> Dispatch | None:
    """The sending of this letter that is not known to have failed, if there is one."""
    return Dispatch.objects.filter(letter=letter).exclude(outcome="failed").first()


def last_dispatch(letter: Letter) -> Dispatch | None:
    """The latest sending of this letter, whatever became of it."""
    return Dispatch.objects.filter(letter=letter).order_by("-id").first()
