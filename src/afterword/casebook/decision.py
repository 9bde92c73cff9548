"""What the program concluded of a case: where it stands, what to do next, and why.

All of it is derived from the other rows and can be made anew. A decision is
kept each time the advice changes, with what it rested on; a move leaves an
event only when it changes (contract, ruling 9).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import models

from afterword import terms
from afterword.casebook.case import Case
from afterword.casebook.event import Event, Who, plain
from afterword.casebook.record import Record, in_one_go


class Standing(Record):
    """Where the case stands, for lists. `seen_*` is what may be shown while an envelope is closed."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="standing")
    at = models.DateTimeField()
    state = models.CharField(max_length=16)
    stage = models.CharField(max_length=32, blank=True)
    outcome = models.CharField(max_length=32, blank=True)
    by_internal = models.BooleanField(default=False)
    since = models.DateTimeField(null=True)
    last_word = models.DateTimeField(null=True)
    promised = models.DateField(null=True)
    nudge_from = models.DateField(null=True)
    nudges = models.IntegerField(default=0)
    why = models.TextField(blank=True)
    band = models.CharField(max_length=16, blank=True)
    lane = models.CharField(max_length=16, blank=True)
    seen_state = models.CharField(max_length=16)
    seen_outcome = models.CharField(max_length=32, blank=True)
    seen_band = models.CharField(max_length=16, blank=True)
    seen_lane = models.CharField(max_length=16, blank=True)
    seen_why = models.TextField(blank=True)
    sealed = models.BooleanField(default=False)

    derived = True

    class Meta(Record.Meta):
        indexes = [
            models.Index(fields=["account", "seen_state"], name="standing_seen"),
            models.Index(
                fields=["account"], condition=models.Q(sealed=True), name="standing_sealed"
            ),
        ]

    @property
    def shown_band(self) -> str:
        """What is advised, for a list: nothing while a letter lies closed, nor where one only waits."""
        return "" if self.sealed else band_in_a_list(self.seen_band)


def band_in_a_list(band: str) -> str:
    """That one waits is no advice on a case: the hours after a no are said where the no is read."""
    return "" if band == terms.Band.WAIT else band


class Move(Record):
    """The one thing the case asks for next; pages read this row and compute nothing."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="move")
    at = models.DateTimeField()
    play = models.CharField(max_length=8, blank=True)
    letter = models.CharField(max_length=32, blank=True)
    who = models.CharField(max_length=300, blank=True)
    when = models.DateField(null=True)
    not_before = models.DateTimeField(null=True)
    why = models.TextField(blank=True)
    question = models.TextField(blank=True)
    urgency = models.IntegerField(default=0)
    source = models.CharField(max_length=64, blank=True)
    band = models.CharField(max_length=16, blank=True)

    derived = True

    class Meta(Record.Meta):
        indexes = [
            models.Index(
                fields=["account", "not_before"],
                condition=models.Q(not_before__isnull=False),
                name="move_held",
            )
        ]

    def as_term(self) -> terms.Move:
        return terms.Move(
            play=self.play,
            letter=terms.LetterKind(self.letter) if self.letter else None,
            who=self.who,
            when=self.when,
            not_before=self.not_before,
            why=self.why,
            question=self.question,
            urgency=self.urgency,
            source=self.source,
            band=terms.Band(self.band) if self.band else None,
        )


class Decision(Record):
    """The advice on a day, with the inputs that led to it; the last one is the one in force."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    at = models.DateTimeField()
    band = models.CharField(max_length=16)
    advice = models.JSONField()
    inputs = models.JSONField(default=dict)

    derived = True

    class Meta(Record.Meta):
        indexes = [models.Index(fields=["account", "case", "at"])]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the morning concluded of one case, ready to be stored."""

    standing: dict[str, Any]
    move: terms.Move
    advice: dict[str, Any] | None = None
    # Asked for only when the advice is new: weighing is the costly part of a morning.
    inputs: Callable[[], dict[str, Any]] = dict


#: What makes a move another move; a later day of the same waiting does not.
MARKS = ("play", "letter", "who", "when", "question", "band")


def plan(case: Case, plan: Plan, *, at: datetime, by: str = Who.MACHINE) -> bool:
    """Store where the case stands and what it asks for; true when the move changed."""
    new = _columns(plan.move)
    with in_one_go(Event):
        _settle(Standing, case, plan.standing, at)
        old = getattr(case, "move", None)
        changed = old is None or any(plain(getattr(old, n)) != plain(new[n]) for n in MARKS)
        _settle(Move, case, new, at)
        _log(case, plan, at)
        if changed and (old is not None or plan.move.play):
            Event(
                account=case.account,
                entered_at=at,
                at=at,
                who=by,
                verb="planned",
                case=case.pk,
                why=plan.move.why,
                says="What to do next has changed",
                undoable=False,
            ).save(force_insert=True)
    return changed


def show(case: Case, plan: Plan, *, at: datetime) -> None:
    """Hang the plan on the case in memory, for a page about another day; nothing is stored."""
    given = {"account": case.account, "entered_at": at, "at": at}
    for model, fields in ((Standing, plan.standing), (Move, _columns(plan.move))):
        row = model(**given, **fields)
        case._state.fields_cache[model._meta.model_name] = row


def _columns(move: terms.Move) -> dict[str, Any]:
    return {
        "play": move.play,
        "letter": move.letter or "",
        "who": move.who[:300],
        "when": move.when,
        # kept by one clock, so that the same moment is the same value
        "not_before": move.not_before.astimezone(UTC) if move.not_before else None,
        "why": move.why,
        "question": move.question,
        "urgency": move.urgency,
        "source": move.source[:64],
        "band": move.band or "",
    }


def _settle(model: type[Any], case: Case, fields: dict[str, Any], at: datetime) -> None:
    # The morning loads both with the case; for a single case each is one query.
    row = getattr(case, model._meta.model_name or "", None)
    # The page Today may have planned the same case since it was loaded, while mail is read in.
    row = row or model.objects.filter(case=case).first() or model(case=case, account=case.account)
    if row._state.adding or any(plain(getattr(row, n)) != plain(v) for n, v in fields.items()):
        for name, value in fields.items():
            setattr(row, name, value)
        row.at = row.entered_at = at
        row.save()


def _log(case: Case, plan: Plan, at: datetime) -> None:
    if plan.advice is None:
        return
    last = Decision.objects.filter(case=case).order_by("id").last()
    advice = plain(plan.advice)
    if last is not None and last.advice == advice:
        return
    Decision(
        account=case.account,
        entered_at=at,
        at=at,
        case=case,
        band=advice["band"],
        advice=advice,
        inputs=plain(plan.inputs()),
    ).save(force_insert=True)
