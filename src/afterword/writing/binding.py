"""Which facts a sentence rests on, where nobody said: those that speak of the same thing.

A fact is bound to a sentence by a name or day they share, or by two words of content; a figure
alone binds nothing, or every borrowed figure would prove itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from afterword.terms import Fact, Sentence
from afterword.writing.days_said import days_in, known_days
from afterword.writing.lexicon import words_of
from afterword.writing.names_said import names_in

#: Facts every sentence may use: whose letter it is, to whom, about which post at which firm.
LETTERHEAD = ("me:", "case:")
_STEM = 5
_EMPTY = words_of(
    """about after again all also another been before being both could does done down each even every
    from have having here into just like made make many more most much must only other over said same
    says shall should since some such than that their them then there these they this those through
    under until very want wants were what when where which while whom whose will with would your yours
    story offer doubt voiced asked interview spoke told talk first second third time year years week
    weeks month months nicht auch aber oder nach über beim eine einen einem einer eines haben hatte
    hatten wurde wurden sind sein seine ihre ihren ihrer ihnen mich mein meine meinen unser unsere diese
    dieser dieses dass denn dann noch schon sehr mehr wenn weil wird werden kann können gespräch sagte
    avec dans pour mais plus vous votre vos nous notre nos cette cela même très sans sous être avoir
    était étaient avait avaient sont leur leurs elle elles bien dont entretien para pero como cuando
    desde hasta este esta estos estas sobre entre también muy porque había fueron tiene usted ustedes
    nuestro nuestra entrevista"""
)


def bound(
    sentences: Sequence[Sentence], facts: Sequence[Fact], language: str
) -> tuple[Sentence, ...]:
    """The sentences, each that rests on nothing yet with the facts that speak of the same thing."""
    usable = [one for one in facts if not one.id.startswith((*LETTERHEAD, "person:"))]
    seen = Counter(stem for one in usable for stem in stems(one.text))
    return tuple(
        one if one.facts else replace(one, facts=_facts(one.text, usable, seen, language))
        for one in sentences
    )


def _facts(text: str, facts: Sequence[Fact], seen: Counter[str], language: str) -> tuple[str, ...]:
    mine = stems(text)
    names = {text[a:b].casefold() for a, b in names_in(text, language)}
    days = [day for day in days_in(text) if day.month and (day.day or day.year)]
    found = []
    for one in facts:
        shared = mine & stems(one.text)
        rare = [stem for stem in shared if seen[stem] == 1]
        same_day = any(day.fits(known) for day in days for known in known_days((one.text,)))
        if len(shared) > 1 or rare or same_day or names & _words(one.text):
            found.append(one.id)
    return tuple(found)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content of a text: the beginnings of its longer words."""
    return frozenset(word[:_STEM] for word in _words(text) if len(word) > 3 and word not in _EMPTY)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold()))
