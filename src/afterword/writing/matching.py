"""Which story answers what they said: ranked, with the reason, or none at all.

Two judges are heard: the words both share (or their near synonyms) and what the texts mean
(`meaning`). A wrong story does more harm than a missing one, so below the threshold the answer
is an empty list, the letter shows a hole, and the user is asked for a story. Figures of both
judges alone and together: benchmarks/writing.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from afterword.terms import Basis, Remark, RemarkKind, Story
from afterword.terms.very_thing import meets
from afterword.writing import meaning
from afterword.writing.lexicon import in_order, words_of

#: Below this a story is not offered. One shared general word must never reach it,
#: one shared particular word among a few must.
THRESHOLD = 0.3

#: How much shared words weigh beside nearness in meaning, and what both must come to.
SHARED, BOTH = 0.3, 0.28
#: Without a shared word the meaning must be this near, and nearer than any other by the lead.
ALONE, LEAD = 0.45, 0.08
#: One shared word proves little by itself: the meaning must bear it out this far, and no other
#: story may lie nearer by more than the margin.
BORNE_OUT, MARGIN = 0.17, 0.12
#: A word that only what was done mentions ("empty returns") must be borne out further, unless it
#: is a word of a trade.
BY_THE_WAY, CLOSE = 0.4, 0.05
#: Of two that answer alike, the one with a figure goes first.
FIGURES = 0.1

#: Words that carry grammar, not meaning.
_EMPTY = words_of("""a about above after again all also although always am an and any are as at away back be
    because been before being both but by came can cannot come could did do does done down each
    either else enough ever every few first for from get give given go goes going gone got had has
    have having he her here him his how i if in into is it its just keep kind know last least less
    let like little long look lot made make makes many may me mean might mine more most much must
    my myself need needed needs neither never next no nobody none nor not nothing now of off often
    on once one only or other our out over own put quite rather really right said same say says
    see seem seems she should show since so some something soon still such sure take taken tell
    than that the their them then there these they thing things think this those though through
    to told too took two under until up upon us use used very want wants was way we well went were
    what when where whether which while who whom whose why will with within without would yes yet
    two three four five six seven eight nine ten eleven twelve dozen half hundred thousand million
    per cent percent hour hours minute minutes today tomorrow
    you your yours third really lose lost don doesn didn isn wasn weren won hasn haven
    everything anything wanted wanting spent spend spends handle handles handled handling""")

#: Words so common in working life that sharing one proves little.
_GENERAL = words_of("""work job team people company firm business year month week day time new old big small good
    great experience year background run lead manage role person thing area part level high low
    start end begin set move change improve help strong problem issue site group project result
    number round late early quarter close walk worry agree plan answer ask tell meet hold lose
    night noon morning midday evening midnight hard mind turn live list
    speak speaks spoke spoken talk call bring brought send sit stand stay come join try use put pass
    happen become feel felt think thought believe choose chose chosen write wrote written begun
    began deal arrive follow remain""")

#: Field words that mean nearly the same. General trades only; the left word names the concept.
_SYNONYMS: Mapping[str, str] = {
    "automation": "automated automatic automate robot robotics robotic mechanised agv rpa",
    "warehouse": "warehousing picking depot fulfilment fulfillment distribution dc logistics",
    "cutover": "go-live golive switchover changeover migration migrate rollout switch",
    "cost": "costs spend spending saving savings expense budget margin cheaper overhead",
    "revenue": "sales arr income topline",
    "growth": "grow grew growing scale scaling scaled expand expansion",
    "customer": "client customers clients buyer buyers",
    "churn": "retention retain renewal renewals cancellations",
    "hiring": "hire hired recruit recruiting recruitment staffing onboarding",
    "turnover": "attrition leavers quitting resignations resigned burnout",
    "union": "unions works-council council shop-steward labour labor",
    "quality": "defect defects error errors complaint complaints scrap rework mistakes faults",
    "safety": "accident accidents injury injuries incident incidents",
    "speed": "faster delay delays late lead-time slow throughput backlog bottleneck",
    "data": "analytics analysis dashboard dashboards reporting metrics statistics sql",
    "software": "engineering developer developers code platform system systems",
    "outage": "downtime uptime reliability availability incident incidents",
    "cloud": "aws azure gcp hosting infrastructure kubernetes",
    "security": "breach breaches phishing vulnerability iso27001 soc2",
    "compliance": "audit audits regulator regulators regulation regulatory gdpr",
    "finance": "accounting ledger bookkeeping forecast forecasting cash treasury",
    "merger": "acquisition acquired integration integrate integrating takeover",
    "strategy": "strategic roadmap vision",
    "product": "feature features launch launched release releases",
    "marketing": "brand campaign campaigns advertising",
    "supplier": "suppliers vendor vendors procurement purchasing sourcing tender",
    "stakeholder": "stakeholders executives executive shareholders committee",
    "remote": "distributed hybrid offshore multi-site",
    "international": "global abroad countries country regional export",
    "training": "train trained coaching coach coached mentoring teaching taught learning",
    "patients": "patient clinical hospital ward care",
    "pupils": "pupil students student school classroom curriculum",
    "fundraising": "donor donors grant grants donations",
    "design": "ux ui usability prototype prototypes",
    "leadership": "managed managing led supervised supervising direct-reports headcount",
}

_SUFFIXES = sorted(
    in_order(
        "izations isations ization isation ations ation ators ator atic ating ated ates ate ments ment "
        "nesses ness ities ity ically ical ic ingly edly ings ing ers er ies ied ed es ly al ion ions "
        "e s"
    ),
    key=len,
    reverse=True,
)

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBER = re.compile(r"\d")


def match(remark: Remark, stories: Sequence[Story]) -> list[tuple[Story, float, str]]:
    """The stories that can answer this remark, best first, each with why.

    Scores lie in 0…1 and only order; a story the user tied to the remark comes first
    with 1. An empty list means none answers it, which the letter must say, not hide.
    """
    wanted = _concepts(remark.quote)
    stories = [one for one in stories if one.id == remark.answered_by or _may_answer(one, remark)]
    told = {story.id: _told(story) for story in stories}
    # A word that half of one's stories hold says nothing of which of them is meant.
    spread = Counter(concept for words in told.values() for concept in words)
    asked = meaning.gist(remark.quote, _weight_of)
    near = [meaning.nearness(asked, _gists(story)) for story in stories]
    ranked: list[tuple[float, int, Story, str]] = []
    for place, story in enumerate(stories):
        if remark.answered_by and story.id == remark.answered_by:
            ranked.append((1.0, place, story, "you chose this story for it"))
            continue
        score, why, lone = _compare(wanted, story, told[story.id], spread)
        if score < THRESHOLD or (lone and not _borne_out(lone, story, place, near)):
            score, why = 0.0, ""
            if not _alone(place, near):
                continue
            why = "it comes closest in meaning, though they share no word"
        both = SHARED * score + near[place]
        if both >= BOTH:
            both += FIGURES if _has_figures(story) else 0.0
            ranked.append((min(THRESHOLD + (both - BOTH) / 2, 0.99), place, story, why))
    ranked.sort(key=lambda row: (-row[0], row[1]))
    return [(story, score, why) for score, _, story, why in ranked]


def match_among(
    remark: Remark, said: Sequence[Remark], stories: Sequence[Story]
) -> list[tuple[Story, float, str]]:
    """As `match`; a doubt that finds nothing by itself is read beside the same person's other doubts.

    People come back to one doubt in other words: "you could always walk to your problems" is "I have
    not seen you run it from the numbers" once more. The story must answer the other wording, and lie
    as near to this one as any.
    """
    found = match(remark, stories)
    if found or remark.kind is not RemarkKind.DOUBT:
        return found
    stories = [one for one in stories if _may_answer(one, remark)]
    if not stories:
        return []
    asked = meaning.gist(remark.quote, _weight_of)
    near = {story.id: meaning.nearness(asked, _gists(story)) for story in stories}
    for other in said:
        akin = other.kind is RemarkKind.DOUBT and other.by == remark.by and other.by
        if not akin or other.id == remark.id or other.basis is Basis.GUESSED:
            continue
        for story, score, _ in match(other, stories)[:1]:
            if near[story.id] >= max(BORNE_OUT, max(near.values()) - CLOSE):
                why = f"it answers what they also said: “{other.quote.rstrip('.')}”"
                return [(story, min(score, THRESHOLD), why)]
    return []


def _may_answer(story: Story, remark: Remark) -> bool:
    """Whether a story may stand against a doubt: a missing language or licence, only if it shows it."""
    return remark.kind is not RemarkKind.DOUBT or meets(_whole(story), remark.quote)


def _whole(story: Story) -> str:
    parts = (story.title, story.challenge, story.action, story.result, *story.skills)
    return ". ".join(part.rstrip(".") for part in parts if part)


def meeting(sentences: Sequence[str], quotes: Sequence[str], most: int = 3) -> set[int]:
    """Which sentences of a story meet what was said: at most so many, those nearest in words and sense."""
    asked = meaning.gist(" ".join(quotes), _weight_of)
    wanted = topics(" ".join(quotes))
    near = []
    for place, sentence in enumerate(sentences):
        shared = len(topics(sentence).keys() & wanted.keys())
        told = float(meaning.gist(sentence, _weight_of) @ asked) + 0.2 * shared
        near.append((told, place))
    return {place for told, place in sorted(near, reverse=True)[:most] if told >= BORNE_OUT}


def _alone(place: int, near: Sequence[float]) -> bool:
    """Whether a story without a shared word is near enough, and plainly nearer than all others."""
    others = [value for other, value in enumerate(near) if other != place]
    return near[place] >= ALONE and near[place] - max(others, default=0.0) >= LEAD


def _borne_out(word: str, story: Story, place: int, near: Sequence[float]) -> bool:
    """Whether the meaning agrees with a single shared concept."""
    if word in _CONCEPT_STEMS or word in _about(story):
        return near[place] >= max(BORNE_OUT, max(near) - MARGIN)
    return near[place] >= max(BY_THE_WAY, max(near) - CLOSE)


@lru_cache(maxsize=1024)
def _gists(story: Story) -> tuple[Any, ...]:
    """What the story's parts are about, and last what it is about as a whole."""
    parts = (" ".join((story.title, *story.skills)), story.challenge, story.action, story.result)
    return tuple(meaning.gist(text, _weight_of) for text in (*parts, " ".join(parts)))


def _weight_of(word: str) -> float:
    if word in _EMPTY:
        return 0.03
    return 0.3 if concept_of(word) in _GENERAL_STEMS | _DOUBTING else 1.0


def topics(text: str) -> dict[str, str]:
    """What a text is about: its particular concepts, each with the word that carried it.

    Words that any work shares, and those in which a doubt is put, say nothing of its subject.
    """
    return {
        concept: word
        for concept, word in _concepts(text).items()
        if concept not in _GENERAL_STEMS | _DOUBTING and (concept != _LEADING or word[:4] == "lead")
    }


@lru_cache(maxsize=1024)
def _told(story: Story) -> dict[str, str]:
    return _concepts(
        " ".join((story.title, story.challenge, story.action, story.result, *story.skills))
    )


def _compare(
    wanted: Mapping[str, str], story: Story, told: Mapping[str, str], spread: Mapping[str, int]
) -> tuple[float, str, str]:
    """How well shared words speak for a story, which words, and the concept where it is only one."""
    shared = {c: word for c, word in wanted.items() if c in told}
    particular = [word for c, word in shared.items() if not _general(c, word)]
    if not particular:
        return 0.0, "", ""
    mass = sum(_weight(c) / max(1, spread.get(c, 1) - 1) for c in shared)
    # What the story is about (its title and skills) counts for more than a word it mentions.
    core = _concepts(" ".join((story.title, *story.skills)))
    mass += 0.5 * sum(_weight(c) for c in shared if c in core)
    only = next((c for c, word in shared.items() if not _general(c, word)), "")
    kindred = shared.get(only, "")[:4] != told.get(only, "")[:4]
    if len(particular) == 1 and kindred and spread.get(only, 0) > 1:
        # One kindred word ("depots", "warehouse") that several stories hold: a field, no answer.
        return 0.0, "", ""
    alone = len(particular) == 1 and not core.keys() & shared.keys()
    if alone and any(spread.get(c, 0) > 1 for c in shared if c not in _GENERAL_STEMS):
        # One word that several stories mention in passing names none of them.
        return 0.0, "", ""
    whole = min(sum(_weight(c) for c in wanted), 4.0)
    score = min(mass / whole, 1.0) * 0.85
    if _has_figures(story):
        score += 0.1
    return (
        min(score, 0.99),
        f"both speak of {_listed(particular)}",
        only if len(particular) == 1 else "",
    )


def _general(concept: str, word: str) -> bool:
    """Whether the concept, or the very word it was said in, is common to any work."""
    if concept == _LEADING and word[:4] != "lead":
        return True  # "led" and "managed" stand in every account of work
    return concept in _GENERAL_STEMS or stem(word) in _GENERAL_STEMS


@lru_cache(maxsize=1024)
def _about(story: Story) -> frozenset[str]:
    """What the story is about: its name, its skills, what was hard and what came of it."""
    about = " ".join((story.title, *story.skills, story.challenge, story.result, *story.numbers))
    return frozenset(_concepts(about))


def _has_figures(story: Story) -> bool:
    return bool(_NUMBER.search(story.result + story.action + "".join(story.numbers)))


def _weight(concept: str) -> float:
    return 0.25 if concept in _GENERAL_STEMS else 1.0


def _listed(words: Sequence[str]) -> str:
    some = list(words[:3])
    return some[0] if len(some) == 1 else ", ".join(some[:-1]) + " and " + some[-1]


def _concepts(text: str) -> dict[str, str]:
    """Each concept in `text` with the word that carried it, in the order they are read."""
    found: dict[str, str] = {}
    for word in _TOKEN.findall(text.casefold()):
        for part in dict.fromkeys((word, *re.split(r"[-’']", word))):
            if part in _EMPTY or len(part) < 2:
                continue
            concept = concept_of(part)
            if concept not in found and len(concept) > 1:
                found[concept] = word
            if part == word and concept in _CONCEPT_STEMS:
                break
    return found


def concept_of(word: str) -> str:
    """The concept a word stands for: its stem, or the head of its line of synonyms."""
    root = stem(word)
    return _BY_STEM.get(root, root)


def stem(word: str) -> str:
    """A rough root: `automated`, `automation` and `automatic` come out alike."""
    root = word.casefold().replace("-", "").replace("’", "").replace("'", "")
    for suffix in _SUFFIXES:
        rest = root[: -len(suffix)]
        if root.endswith(suffix) and len(rest) >= (
            3 if suffix in ("s", "e", "ed", "es", "ing") else 4
        ):
            root = rest
            break
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeiouls":
        root = root[:-1]
    return root[:-1] + "i" if root.endswith("y") and len(root) > 3 else root


def _table(rows: Mapping[str, str]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for head, words in rows.items():
        for word in (head, *words.split()):
            heads.setdefault(stem(word), stem(head))
    return heads


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


_BY_STEM = _table(_SYNONYMS)
_CONCEPT_STEMS = frozenset(_BY_STEM.values())
_GENERAL_STEMS = _stems(_GENERAL)
#: In these words a doubt is put; they are no part of what it is about.
_DOUBTING = _stems(
    words_of("""concern concerned worried wonder wondered doubt doubts convinced certain unsure risk hesitant
    reservation candidate applicant interview evidence example examples depth enough position quite
    lacked missing missed prefer preferred style whether able show shown seen heard
    anybody anyone somebody someone everybody everyone else""")
)
#: "Led" and "managed" name no subject; "leadership" does.
_LEADING = concept_of("leadership")
