"""Stories that the user's own papers seem to tell, put down to be confirmed, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from afterword.casebook.brought import Import, ProposedStory
from afterword.casebook.event import Act
from afterword.terms import Proof


def propose(source: Import, proofs: Iterable[Proof], doing: Act) -> Counter[str]:
    """Put each down that was never proposed; one that was told or declined stays so."""
    counts: Counter[str] = Counter()
    rows = ProposedStory.objects.of(doing.account)
    known = set(rows.values_list("mark", flat=True))
    for one in proofs:
        mark = _mark(one)
        if mark in known:
            counts["stories_known"] += 1
            continue
        known.add(mark)
        counts["stories_proposed"] += 1
        doing.create(
            ProposedStory(
                source=source,
                title=one.title[:300],
                action=one.action,
                result=one.result,
                numbers=list(one.numbers),
                skills=list(one.skills),
                when=one.when[:64],
                employer=one.employer[:300],
                lines=[list(line) for line in one.lines],
                place=(one.where or source.name)[:300],
                mark=mark,
            )
        )
    return counts


def _mark(one: Proof) -> str:
    """The same words of the same post are the same story, on whichever paper they stand."""
    words = " ".join((one.action or one.result or one.title).casefold().split())
    return sha256(words.encode()).hexdigest()
