"""What the user can prove: every kept story, with the employer it was told of."""

from __future__ import annotations

from uuid import UUID

from afterword.casebook.brought import ProposedStory
from afterword.casebook.story import Story
from afterword.terms import Draft, Fact
from afterword.writing import tracing
from afterword.writing.facts import fact_of_story


def own_facts(account: UUID) -> tuple[Fact, ...]:
    """The stories as facts; a confidential one is none, its words must not travel."""
    rows = ProposedStory.objects.of(account).filter(told__isnull=False)
    firms = dict(rows.values_list("told", "employer"))
    found = []
    for story in Story.objects.of(account).filter(confidential=False).order_by("id"):
        fact = fact_of_story(story.as_term())
        firm = str(firms.get(story.pk, "")).strip()
        found.append(Fact(fact.id, f"{fact.text}; {firm}", fact.source) if firm else fact)
    return tuple(found)


def tied(draft: Draft, account: UUID) -> Draft:
    """The draft, what the user wrote into it tied to the stories that carry it."""
    return tracing.tie(draft, own_facts(account))
