"""Jobs declared by Django's own interface (django-tasks), kept on the casebook's database.

One table for one user and for many (casebook/job.py). `Errand` adds to a task what
that interface has no word for: what makes two of them the same, how often it is
tried, and how soon it comes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskContext, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from afterword.casebook.job import Job
from afterword.faces import clock

STATES = {
    "waiting": TaskResultStatus.READY,
    "running": TaskResultStatus.RUNNING,
    "done": TaskResultStatus.SUCCESSFUL,
    "dead": TaskResultStatus.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand(Task):  # type: ignore[type-arg]
    """A task whose first argument is the account it is for.

    `once` names it by its arguments, so that it waits only once; `most` is how
    often it is tried; `every` how many seconds later it comes again.
    """

    once: bool = True
    most: int = 5
    every: int | None = None
    # What the user reads of it.
    says: str = ""


class OnTheDatabase(BaseTaskBackend):
    """Enqueued in the transaction of whoever enqueues: no commit, no job."""

    task_class = Errand
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> TaskResult[Any]:
        self.validate_task(task)
        key = ":".join([task.name, *map(str, args[1:])]) if task.once else ""
        job = Job.put(
            account=UUID(str(args[0])),
            task=task.module_path,
            at=clock.now(),
            key=key[:200],
            args=list(map(str, args)),
            kwargs=dict(kwargs),
            queue=task.queue_name,
            priority=task.priority,
            due_at=task.run_after,
            most=task.most,
            every=task.every,
        )
        return result_of(job)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        job = Job.objects.filter(pk=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return result_of(job)


def task_of(job: Job) -> Errand:
    """The task a job is for; raises ImportError when this version knows it no more."""
    task: Errand = import_string(job.task)
    return task


def result_of(job: Job) -> TaskResult[Any]:
    """A job in the words of Django's interface."""
    return TaskResult(
        task=task_of(job),
        id=str(job.pk),
        status=STATES[job.state],
        enqueued_at=job.entered_at,
        started_at=job.started_at,
        finished_at=job.finished_at or job.dead_at,
        last_attempted_at=job.started_at,
        args=job.args,
        kwargs=job.kwargs,
        backend="default",
        errors=[],
        worker_ids=[job.leased_by] * job.tries,
    )


def perform(job: Job) -> str:
    """Do it; the answer is what it came to, in a sentence."""
    task = task_of(job)
    call: Callable[..., Any] = task.func
    if task.takes_context:
        said = call(TaskContext(task_result=result_of(job)), *job.args, **job.kwargs)
    else:
        said = call(*job.args, **job.kwargs)
    return str(said or "")
