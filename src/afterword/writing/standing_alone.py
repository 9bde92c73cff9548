"""Whether words of theirs can be read by themselves: a finished clause that names its matter.

"Gdansk: two depots bought" is a note, and "There is one thing I need settled" never says which:
set between quotation marks either would be hollow.
"""

from __future__ import annotations

import re

from afterword.writing import fragments
from afterword.writing.fragments import Shape
from afterword.writing.lexicon import words_of

#: A few words up to here may stand inside a sentence of ours; a thing with its article a little more.
SHORT, THING = 8, 14

_PERSONS = words_of(
    "i we you he she it they nobody everyone everybody somebody someone there "
    "wir ich sie es er niemand jeder uns mir keiner "
    "nous je vous il elle ils elles personne ce "
    "nosotros yo usted ustedes nadie todos"
)
_LEADS = words_of(
    "from at in on after before when if since every until by for with without as while because though "
    "although once last next and but so now then honestly frankly maybe still yes no today over under"
)
#: Finite and hardly anything else; a participle ("two depots closed") is no verb of its own.
_VERBS = words_of(
    "is are was were am has have had did does do cannot went fell rose became came could can would will should "
    "must may might stood grew stayed keeps keep loses lose needs need wants want sees knows thinks "
    "lacks worries runs gets makes comes works breaks costs looks seems feels gives holds means stands "
    "don’t doesn’t didn’t isn’t aren’t wasn’t weren’t can’t couldn’t hasn’t haven’t won’t wouldn’t "
    "happens goes takes brings pays eats slips arrives arrive leaves sits grows drops starts stops fails "
    "ist sind waren hat haben hatte hatten wird werden wurde kann können konnte muss müssen soll "
    "sollen will wollen darf braucht brauchen fehlt fehlen verliert verlieren kommt kommen geht gehen "
    "steht stehen läuft laufen macht machen liegt bleibt bleiben gibt "
    "est sont était étaient ont avait avaient sera seront peut peuvent doit doivent faut manque "
    "manquent perd perdons vont fait font vient viennent reste restent "
    "eran ha han había está están será puede pueden debe deben falta faltan pierde pierden "
    "hace hacen viene vienen queda quedan tiene tienen"
)
_RELATIVE = words_of(
    "that which who whom whose where when while if because die der das welche qui que"
)
_AND = words_of("and but so yet or und aber et mais y pero")
_BEFORE_A_NOUN = words_of("to a an the our your my their his her of")
_THINGS = words_of("a an the our your my their")
#: Words that may stand round a matter and name none.
_EMPTY = words_of(
    """a an the this that these those there here it its i me my we us our you your he she they them his her
    their is are was were be been being am has have had do does did will would can could should must may
    might not no yes and or but so if as at by for from in into of off on onto out over to up with within
    without about what which who when where how why than then too also very really just only still even
    more most much many some any every each all one two three first second third next last other another
    same such own thing things something anything everything point points matter matters question questions
    problem problems issue issues part need needs needed want wants wanted settle settled sort sorted solve
    solved decide decided know known say said tell told ask asked mention mentioned think thought mean means
    keep keeps make makes get gets go goes see sees like way lot bit little big great good hard main real
    honest honestly frank frankly plain plainly quick quickly soon now today tomorrow week weeks month
    months quarter quarters year years end ends start beginning day days time times before after until
    since once again please important urgent key i’m we’re it’s that’s there’s don’t can’t"""
)
_POINTING = words_of("it this that he she they there these those")


def stands(text: str) -> bool:
    """Whether it can stand after "You said": a clause with subject and verb that says what it is about."""
    return _is_clause(text) and _names_something(text) and not leans(text)


#: A pointing word that stands for a thing said before: nothing it could belong to comes after it.
_POINTS = re.compile(
    r"\b(?:that|this|those|these|them|it|das|dies|dieses|es|cela|ça|ceci|eso|esto|ello|lo)\b"
    r"(?=\s*(?:[.,;:!?…]|$)|\s+(?:in|from|with|on|at|by|before|after|yet|enough|here|there|today|during|as|for|so|again|"
    r"bei|aus|noch|hier|bisher|dans|chez|de|encore|ici|en|todavía|aún|hasta)\b)|"
    r"^(?:das|dies|dieses)(?= (?:haben|hatten|hat|sehen|sahen|fanden|finden|fehlte?|vermissen|vermissten|konnten|können)\b)|"
    r"^(?:cela|ça|eso|esto)(?= (?:nous|n[’']|manqu\w+|no|nos|falt\w+)\b)",
    re.IGNORECASE,
)
_SEEN = words_of(
    """hear heard see saw seen find found feel felt show showed shown done did doing miss missed lack lacked get got
    come came sense sensed notice noticed picked recognise recognised recognize recognized read believe believed
    gehört gesehen gefunden gemacht sehen hören finden entendu vu trouvé fait senti oído visto encontrado hecho"""
)


def leans(text: str) -> bool:
    """Whether it points at the sentence before it: "We did not hear that from you" never says what."""
    found = _POINTS.search(text)
    if found is None:
        return False
    return not _matter(text[: found.start()]) and len(_matter(text[found.end() :])) <= CARRIES


#: A sentence that goes on with more matter than this says itself what it is about.
CARRIES = 3


def _matter(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text.casefold().replace("'", "’"))
    return [
        word
        for word in words
        if word not in _EMPTY and word not in _VERBS and word not in _SEEN and word not in _PERSONS
    ]


def with_before(before: str, text: str, most: int) -> str:
    """A sentence that leans with what it leans on, of the sentence before it only the last clause where
    the whole would be too long; the sentence alone where nothing of at most so many words can carry it."""
    lead = fragments.clean(before)
    tails = [lead, *(lead[found.end() :] for found in _JOINS.finditer(lead))]
    for tail in tails:
        clause = fragments.clean(tail)
        whole = f"{fragments.upper_first(clause)}. {text}"
        if (
            len(clause.split()) >= TELLS
            and len(whole.split()) <= most
            and _names_something(clause)
            and not leans(clause)
        ):
            return whole
    return text


#: Fewer words than this before it carry nothing.
TELLS = 5
_JOINS = re.compile(r"[;:–—]\s+|,\s+(?:and|but|so|und|aber|et|mais|y|pero)\s+")


def can_be_cited(text: str) -> bool:
    """Whether it can stand in a letter at all: as a sentence, or as a few words that name a thing."""
    words = text.split()
    if leans(text):
        return False
    if stands(text):
        return True
    if _is_clause(text) or not words:
        return False  # a finished sentence that never says what it is about
    head, colon, _ = text.partition(": ")
    if colon:
        return len(head.split()) <= 3
    if re.search(r"[,;]", text):
        return fragments.shape(text) is Shape.INFINITIVE  # "two depots, not yet bought"
    thing = words[0].casefold() in _THINGS and len(words) <= THING
    return len(words) <= SHORT or thing or fragments.shape(text) is Shape.INFINITIVE


def _is_clause(text: str) -> bool:
    return any(_finite(part) for part in re.split(r"[.!?…;:]\s+", text))


def _finite(part: str) -> bool:
    marked = re.findall(r"[^\s()“”«»„]+", part.casefold().replace("'", "’"))
    words = [word.strip(",.;:!?…") for word in marked]
    if len(words) < 3:
        return False
    if words[0] in _PERSONS or re.match(r"(?:i|we|you|they|it|that|there)’", words[0]):
        return True
    for i, word in enumerate(words[1:], start=1):
        before = words[max(0, i - 3) : i]
        verb = word in _VERBS or re.search(r"..(?:amos|emos|imos)$", word)
        if verb and not _RELATIVE & set(before) and words[i - 1] not in _BEFORE_A_NOUN | _VERBS:
            return True
        opens = words[0] in _LEADS or words[i - 1] in _AND or marked[i - 1].endswith(",")
        if word in _PERSONS and opens and i < len(words) - 1:
            return True
    return False


def _names_something(text: str) -> bool:
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text.casefold().replace("'", "’"))
    told = {word for word in words if word not in _EMPTY}
    return len(told) >= (2 if words and words[0] in _POINTING else 1)
