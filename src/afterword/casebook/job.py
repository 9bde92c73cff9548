"""Work to be done by the clock: leased, tried again with growing pauses, and never lost in silence.

A job is claimed by one conditional update; a worker that dies lets its lease run
out and another takes over. What failed too often lies as a dead letter with its
reason until somebody reads it. Times come from the caller.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, F, Q

from afterword.casebook.record import Record, RecordQuerySet, in_one_go

#: Without a word from its worker a job is somebody else's after this long.
LEASE = timedelta(minutes=2)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=6)
#: What was done is kept to be looked at for so long; dead letters until they are dropped.
KEPT = timedelta(days=14)


class JobQuerySet(RecordQuerySet["Job"]):
    def open(self) -> JobQuerySet:
        return self.filter(finished_at__isnull=True, dead_at__isnull=True)

    def dead(self) -> JobQuerySet:
        return self.filter(dead_at__isnull=False)

    def due(self, at: datetime) -> JobQuerySet:
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=at)
        return self.open().filter(free, due_at__lte=at)


class Job(Record):
    """One thing to do. `key` names what it is about: there is never a second open one of it."""

    derived = True

    task = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    key = models.CharField(max_length=200, blank=True)
    queue = models.CharField(max_length=32, default="default")
    priority = models.IntegerField(default=0)
    due_at = models.DateTimeField()
    # Seconds from the end of one to the beginning of the next; none: once.
    every = models.IntegerField(null=True)
    tries = models.IntegerField(default=0)
    most = models.IntegerField(default=5)
    leased_by = models.CharField(max_length=64, blank=True)
    leased_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)
    # What it came to, or the sentence that says why not.
    says = models.TextField(blank=True)

    objects = JobQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["account", "key"],
                condition=models.Q(finished_at__isnull=True, dead_at__isnull=True)
                & ~models.Q(key=""),
                name="one_open_job",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(finished_at__isnull=True, dead_at__isnull=True),
                name="job_due",
            )
        ]

    @property
    def state(self) -> str:
        if self.dead_at is not None:
            return "dead"
        if self.finished_at is not None:
            return "done"
        return "running" if self.leased_until is not None else "waiting"

    @classmethod
    def put(cls, *, account: UUID, task: str, at: datetime, key: str = "", **fields: Any) -> Job:
        """Have it done; with a key that is waiting already, that one is done the sooner of the two."""
        due = fields.pop("due_at", None) or at
        waits = cls.objects.of(account).open().filter(key=key)
        # Asked without a transaction first: the clock asks often, and rarely has to write.
        if key and waits.filter(Q(due_at__lte=due) | Q(leased_until__isnull=False)).exists():
            return waits.get()
        with in_one_go(cls):
            if key:
                found = waits.first()
                if found is not None:
                    if found.leased_until is None and due < found.due_at:
                        cls.objects.filter(pk=found.pk).update(due_at=due)
                        found.due_at = due
                    return found
            row = cls(account=account, entered_at=at, task=task, key=key, due_at=due, **fields)
            row.save(force_insert=True)
            return row

    @classmethod
    def claim(
        cls, *, by: str, at: datetime, queue: str = "default", account: UUID | None = None
    ) -> Job | None:
        """The next job to do, now this worker's; None when there is none.

        With an account only its own: the home of another has the passwords and files theirs need.
        Without, accounts that have fewer jobs running come first, so that one with much to
        do does not keep the others waiting.
        """
        running = (
            cls.objects.open()
            .filter(leased_until__gte=at)
            .values_list("account")
            .annotate(n=Count("pk"))
        )
        busy = dict(running)
        due = cls.objects.due(at).filter(queue=queue)
        due = due if account is None else due.of(account)
        first = due.order_by("-priority", "due_at")[:50]
        for job in sorted(first, key=lambda one: busy.get(one.account, 0)):
            if job.tries >= job.most:
                job.die(at=at, says=job.says or "It broke off each time it was tried.")
                continue
            mine = (
                cls.objects.due(at)
                .filter(pk=job.pk)
                .update(leased_by=by, leased_until=at + LEASE, started_at=at, tries=F("tries") + 1)
            )
            if mine:
                job.refresh_from_db()
                return job
        return None

    def keep(self, *, at: datetime) -> bool:
        """Still at it; false when the lease was lost and somebody else does it now."""
        mine = Job.objects.open().filter(pk=self.pk, leased_by=self.leased_by)
        return bool(mine.update(leased_until=at + LEASE))

    def done(self, *, at: datetime, says: str = "") -> bool:
        """It is done; one that repeats is put down for the next time, in the same transaction."""
        with in_one_go(Job):
            mine = Job.objects.open().filter(pk=self.pk, leased_by=self.leased_by)
            if not mine.update(finished_at=at, leased_until=None, says=says):
                return False
            self._again(at)
            self._retire_dead()
            old = Job.objects.of(self.account).filter(finished_at__lt=at - KEPT)
            old.delete()
        return True

    def failed(self, *, at: datetime, says: str, permanent: bool = False) -> None:
        """It did not work: try again after a pause, or, past its last try, lay it down as dead."""
        if permanent or self.tries >= self.most:
            self.die(at=at, says=says)
            return
        mine = Job.objects.open().filter(pk=self.pk, leased_by=self.leased_by)
        mine.update(leased_until=None, leased_by="", due_at=at + pause_after(self.tries), says=says)

    def die(self, *, at: datetime, says: str) -> None:
        """A dead letter, the only one of its key; what repeats goes on all the same."""
        with in_one_go(Job):
            mine = Job.objects.open().filter(pk=self.pk, leased_by=self.leased_by)
            if mine.update(dead_at=at, leased_until=None, says=says):
                self._again(at)
                self._retire_dead()

    def revive(self, *, at: datetime) -> None:
        """Try a dead letter once more, from the first try on."""
        with in_one_go(Job):
            if self.key and Job.objects.of(self.account).open().filter(key=self.key).exists():
                Job.objects.of(self.account).open().filter(
                    key=self.key, leased_until__isnull=True
                ).update(due_at=at)
                Job.objects.dead().filter(pk=self.pk).delete()
                return
            Job.objects.dead().filter(pk=self.pk).update(
                dead_at=None, tries=0, due_at=at, leased_by="", says=""
            )

    def _again(self, at: datetime) -> None:
        if self.every:
            fields = {name: getattr(self, name) for name in _LASTING}
            due = at + timedelta(seconds=self.every)
            Job.put(account=self.account, at=at, due_at=due, **fields)

    def _retire_dead(self) -> None:
        """What came of it now is the news of its key: a day offline left seventy dead letters of one errand."""
        if self.key:
            Job.objects.of(self.account).dead().filter(key=self.key).exclude(pk=self.pk).delete()


_LASTING = ("task", "args", "kwargs", "key", "queue", "priority", "every", "most")


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many tries: four times longer each time, six hours at most."""
    times: int = 4 ** max(0, min(tries, 10) - 1)
    return min(LONGEST_PAUSE, FIRST_PAUSE * times)
