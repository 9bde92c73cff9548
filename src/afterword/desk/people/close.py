"""Who is near whatever the mailbox shows: who vouches, who worked with the user, who saw what they did.

People of years past seldom write, and that says nothing of how near they are.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from afterword.casebook.person import Person
from afterword.casebook.reference import Reference
from afterword.casebook.story import Story
from afterword.counsel import network, voices
from afterword.terms import ReferenceKind, ReferenceStatus

#: What each kind of referee was to the user.
WERE = {
    ReferenceKind.MANAGER: "They were your manager",
    ReferenceKind.PEER: "You worked side by side",
    ReferenceKind.REPORT: "They worked for you",
    ReferenceKind.CLIENT: "They were your client",
    ReferenceKind.MENTOR: "They are your mentor",
    ReferenceKind.CHARACTER: "They know you well",
}
#: On the register, and no sign of how near they are.
_DISTANT = (
    ReferenceStatus.DECLINED,
    ReferenceStatus.HESITANT,
    ReferenceStatus.RISKY,
    ReferenceStatus.UNCONSENTED_BACKDOOR_POSSIBLE,
)
#: More last names than this are not looked for at once.
MOST_NAMES = 40


def close(account: UUID, now: datetime) -> dict[str, str]:
    """Person -> why they are close by definition; by that day, in a fixed number of queries."""
    return {**_named_by_stories(account, now), **_on_register(account, now)}


def _on_register(account: UUID, now: datetime) -> dict[str, str]:
    rows = Reference.objects.of(account).filter(entered_at__lte=now)
    found = {}
    for key, kind, status, signal in rows.values_list("person_id", "kind", "status", "signal"):
        were = WERE[ReferenceKind(kind)]
        if network.speaks_for(status, signal):
            found[str(key)] = f"{were}, and they vouch for you."
        elif status not in _DISTANT:
            found[str(key)] = f"{were}."
    return found


def _named_by_stories(account: UUID, now: datetime) -> dict[str, str]:
    """Whom a story of the user's names as one who can confirm it: they were there."""
    rows = Story.objects.of(account).filter(entered_at__lte=now).exclude(confirm="")
    stories = [story.as_term() for story in rows.order_by("id")]
    names = [name for story in stories for name in voices.split_names(story.confirm)]
    lasts = sorted({name.split()[-1] for name in names if " " in name})[:MOST_NAMES]
    if not lasts:
        return {}
    named: Any = Q()
    for last in lasts:
        named |= Q(name__icontains=last)
    found = {}
    for key, name in Person.objects.of(account).filter(named).values_list("pk", "name"):
        seen = next((story for story in stories if voices.confirms(story, name)), None)
        if seen is not None:
            found[str(key)] = f"They were there: your story “{seen.title}” names them."
    return found
