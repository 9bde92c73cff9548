"""After a verdict: what they said themselves of the next word, its day or its matter (P15, P18).

It goes before the rhythm of keeping warm: who said "come back in January" is not written to
in December, and who passed on a lead wants to hear what became of it.
"""

from __future__ import annotations

from afterword.counsel import days
from afterword.counsel.decision.timing import begins_then, named_time
from afterword.counsel.moving.scene import SOMETIME, Scene, play, rest, spoken
from afterword.counsel.weighing.doors import lead_from
from afterword.terms import Direction, Happening, LetterKind, MailKind, Move


def lead_of_theirs(s: Scene) -> Move | None:
    """P15: somebody there brought a lead; they hear how it goes, and nothing is asked of them."""
    found = lead_from(s.view)
    if found is None:
        return None
    person, brought = found
    if s.view.stopped(person) or _told(s, person.id, brought):
        return None
    return play(
        s,
        "P15",
        LetterKind.KEEP_IN_TOUCH,
        person.id,
        f"{person.name} brought you a lead on {spoken(s, brought.at)}. Tell them how "
        "it goes with it and thank them; ask for nothing, and leave the old seat out of it.",
        when=s.plus(s.view.day(brought.at), days.FLIGHT),
        not_before=s.morning(s.view.day(brought.at), 1),
        urgency=SOMETIME,
    )


def at_their_time(s: Scene) -> Move | None:
    """Rest until the time they named to come back, or until what they put off comes near again."""
    again = s.answers.comes_again
    if again is not None and again > s.today:
        return rest(
            f"Nothing before {days.spoken(again, s.today)}: they put it off. When it comes near again, one "
            "line that you would still gladly talk.",
            again,
        )
    said, day = named_time(s.answers)
    if not said or begins_then(said):
        return None
    until = days.spoken(day, s.today) if day is not None else said
    return rest(
        f"They named a time to come back: {s.answers.invitation}. Nothing is asked of you before; "
        f"then take them at their word ({until}).",
        day,
    )


def _told(s: Scene, who: str, brought: Happening) -> bool:
    """Whether the user has written to them since, in this case or another."""
    return any(
        h.who == who
        and h.at > brought.at
        and h.direction is Direction.OUT
        and (isinstance(h.kind, MailKind) or h.detail in set(LetterKind))
        for h in (*s.view.happened, *s.beside())
    )
